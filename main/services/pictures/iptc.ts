/** The IPTC-IIM records of its second part that name a place: content location, city, part of it, province, country. */
const placeRecords: ReadonlySet<number> = new Set([26, 27, 90, 92, 95, 100, 101]);

/** Whether IPTC records name a place; its words become blanks where they stand. Never throws. */
export function withoutIptcPlace(records: Uint8Array, isPlaceRemoved: boolean): boolean {
  let isFound = false;
  let at = 0;
  while (at + 5 <= records.length && records[at] === 0x1c) {
    const length = ((records[at + 3] ?? 0) << 8) | (records[at + 4] ?? 0);
    // A longer one than that says its length in another way, and is no name of a place.
    if (length > 0x7fff) break;
    const from = at + 5;
    const to = Math.min(from + length, records.length);
    if (
      records[at + 1] === 2 &&
      placeRecords.has(records[at + 2] ?? 0) &&
      records.subarray(from, to).some((each) => each !== 0x20)
    ) {
      isFound = true;
      if (isPlaceRemoved) records.fill(0x20, from, to);
    }
    at = from + length;
  }
  return isFound;
}
