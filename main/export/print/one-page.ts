/**
 * The fullest body that is one page, of several that hold less and less; the last one, unseen, when no other is. Each
 * look costs a print, so that half of them are passed over at each.
 */
export async function fullestOf(
  bodies: readonly (() => string)[],
  isOnePage: (body: string) => Promise<boolean>,
): Promise<string | undefined> {
  let first = 0;
  let last = bodies.length - 1;
  let found: string | undefined;
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    const body = bodies[middle]?.() ?? '';
    if (await isOnePage(body)) {
      last = middle;
      found = body;
    } else {
      first = middle + 1;
    }
  }
  return found ?? bodies[last]?.();
}
