/** The list with one entry moved by so many places; beyond an end it stops there. */
export function movedInOrder<T>(list: readonly T[], entry: T, by: number): T[] {
  const from = list.indexOf(entry);
  if (from < 0) return [...list];
  const rest = list.filter((each) => each !== entry);
  const to = Math.min(rest.length, Math.max(0, from + by));
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/**
 * The list with one entry more: where it usually stands when the others stand in their usual order, else at the end.
 */
export function putBack<T>(usual: readonly T[], list: readonly T[], entry: T): T[] {
  const ranks = list.map((each) => usual.indexOf(each));
  const isUsual = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? -1));
  return isUsual ? usual.filter((each) => each === entry || list.includes(each)) : [...list, entry];
}
