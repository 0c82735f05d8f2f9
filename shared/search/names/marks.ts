import type { Place } from '../fold';
import type { FoundBy, Lookup } from './lookups';
import { keysOfName } from './name-keys';
import type { NameKind, Sequence } from './name-keys';
import type { Candidate, Found } from './scores';
import type { SuffixArray } from './suffix-array';

/** A record that was found, and how. */
export interface NameHit {
  readonly id: string;
  /** The name that was found, as it was written, and its number among those that the record was put with (empty ones and doubles left out). */
  readonly text: string;
  readonly name: number;
  /** The places in `text` to mark. */
  readonly places: readonly Place[];
  readonly by: FoundBy;
  /** The higher the likelier; comparable between queries only roughly. */
  readonly score: number;
}

interface Kept {
  readonly text: string;
  readonly kind: NameKind;
}

/** A hit with its places: what was found in the arrays is led back to the name as it was written. */
export function hitOf(
  id: string,
  namesOfRecord: readonly number[],
  names: readonly Kept[],
  candidate: Candidate,
  arrays: Readonly<Record<Lookup['array'], SuffixArray>>,
): NameHit {
  const { text, kind } = names[candidate.name] ?? { text: '', kind: 'name' };
  const keys = keysOfName(text, kind);
  const places = candidate.marks
    .filter(({ name }) => name === candidate.name)
    .flatMap((found) => {
      const sequence = found.array === 'text' ? keys.text : keys[found.array][ordinalOf(arrays[found.array], found)];
      return sequence === undefined ? [] : placeOf(sequence, found, arrays[found.array]);
    });
  return {
    id,
    text,
    name: namesOfRecord.indexOf(candidate.name),
    places: merged(places),
    by: candidate.by,
    score: candidate.score,
  };
}

/** The sequences of a name stand behind each other in the order in which its keys were made. */
function ordinalOf(array: SuffixArray, { sequence, name }: Found): number {
  let first = sequence;
  while (first > 0 && array.ownerOf(first - 1) === name) first -= 1;
  return sequence - first;
}

function placeOf(keys: Sequence, { sequence, place, length }: Found, array: SuffixArray): Place[] {
  const first = place - array.beginningOf(sequence);
  const start = keys.from[first];
  const end = keys.to[Math.min(first + length, keys.to.length) - 1];
  return start === undefined || end === undefined || end <= start ? [] : [{ start, length: end - start }];
}

function merged(places: readonly Place[]): Place[] {
  const all: Place[] = [];
  for (const place of [...places].sort((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last !== undefined && place.start <= last.start + last.length) {
      const end = Math.max(last.start + last.length, place.start + place.length);
      all[all.length - 1] = { start: last.start, length: end - last.start };
    } else all.push(place);
  }
  return all;
}
