export function StoreNotices() {
  return null;
}
