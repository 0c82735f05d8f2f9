import { readExif } from './exif';
import type { ExifFacts, PlaceRemoval } from './exif';

/** What a scan through a file came upon. */
export interface Findings {
  readonly facts: ExifFacts;
  hasExif: boolean;
  hasPlace: boolean;
  isUnsure: boolean;
}

/** Takes in what one block of EXIF says; what was said before it counts more (the picture comes before its thumbnail). */
export function takeExif(block: Uint8Array, found: Findings, removal: PlaceRemoval): void {
  const read = readExif(block, removal);
  found.hasExif = true;
  if (read.place === 'found') found.hasPlace = true;
  if (read.place === 'unsure') found.isUnsure = true;
  found.facts.orientation ??= read.orientation;
  if (found.facts.takenAt === null) Object.assign(found.facts, { takenAt: read.takenAt, offset: read.offset });
}
