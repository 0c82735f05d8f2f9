import type { Place } from '../fold';
import type { Finding } from './findings';
import type { FoundBy, Lookup } from './lookups';
import { keysOfName } from './name-keys';
import type { NameKind, Sequence } from './name-keys';
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

/** What a hit is made of. */
interface Told {
  readonly id: string;
  readonly names: readonly {
    readonly number: number;
    readonly name: { readonly text: string; readonly kind: NameKind };
  }[];
  readonly score: number;
  readonly found: readonly Finding[];
  readonly arrays: Readonly<Record<Lookup['array'], SuffixArray>>;
}

/** A hit with its places: what was found in the arrays is led back to the name as it was written. */
export function hitOf({ id, names, score, found, arrays }: Told): NameHit {
  const located = found.map(({ lookup, index }) => {
    const array = arrays[lookup.array];
    const sequence = array.sequenceOf(index);
    return {
      lookup,
      sequence,
      owner: array.ownerOf(sequence),
      first: array.startAt(index) - array.beginningOf(sequence),
    };
  });
  // Parts of a query may be in several names: the one with the most of them is shown.
  const count = (number: number): number => located.filter(({ owner }) => owner === number).length;
  const name = names.reduce(
    (best, { number }, at) => (count(number) > count(names[best]?.number ?? -1) ? at : best),
    0,
  );
  const shown = names[name];
  const { text, kind } = shown?.name ?? { text: '', kind: 'name' };
  const keys = keysOfName(text, kind);
  const places = located
    .filter(({ owner }) => owner === shown?.number)
    .flatMap(({ lookup, sequence, owner, first }) => {
      const { array, options } = lookup;
      const sequences = array === 'text' ? [keys.text] : keys[array];
      const keysFound = sequences[ordinalOf(arrays[array], sequence, owner)];
      return keysFound === undefined ? [] : placeOf(keysFound, first, options.length);
    });
  const by = located.reduce<FoundBy>(
    (worst, { lookup }) => (order.indexOf(lookup.by) > order.indexOf(worst) ? lookup.by : worst),
    'letters',
  );
  return { id, text, name, places: merged(places), by, score };
}

const order: readonly FoundBy[] = ['letters', 'term', 'sound', 'initials', 'other-dialect', 'slip'];

/** The sequences of a name stand behind each other in the order in which its keys were made. */
function ordinalOf(array: SuffixArray, sequence: number, owner: number): number {
  let first = sequence;
  while (first > 0 && array.ownerOf(first - 1) === owner) first -= 1;
  return sequence - first;
}

function placeOf(keys: Sequence, first: number, length: number): Place[] {
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
