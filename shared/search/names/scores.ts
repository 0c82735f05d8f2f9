import type { FoundBy, Lookup } from './lookups';
import type { SuffixArray } from './suffix-array';

interface Levels {
  /** All of the name, from its beginning, from one of its words. */
  readonly whole: number;
  readonly beginning: number;
  readonly inside: number;
}

const levels: Readonly<Record<FoundBy, Levels>> = {
  letters: { whole: 1000, beginning: 800, inside: 700 },
  term: { whole: 860, beginning: 780, inside: 690 },
  sound: { whole: 900, beginning: 650, inside: 600 },
  initials: { whole: 500, beginning: 450, inside: 400 },
  'other-dialect': { whole: 430, beginning: 160, inside: 120 },
  slip: { whole: 320, beginning: 280, inside: 240 },
};

/** Other characters with the same sound, asked for in characters: 刘得华 for 劉德華. */
const homophones: Levels = { whole: 380, beginning: 350, inside: 340 };

/** Asked in Latin letters, found in Latin letters that only sound so: less than what is written so. */
const heardInLatin = 60;

/** From this score on a query was all of a name, written or heard. */
export const wholeName = 860;

export const scores = {
  /** From here on nothing needs guessing. */
  sure: 590,
  /** From here on it was found in one piece by its letters; parts need not be looked for when enough were. */
  firm: 690,
  /** From here on a name was found as a whole: its other readings are looked up as well. */
  whole: wholeName,
  parts: 620,
  /** What only says what kind of thing it is was left out. */
  partsWithoutKind: 560,
  /** Each character of a name sounds like a part of one in Latin letters, in whichever way of speaking. */
  characters: 420,
  /** One of several parts was found nearly so. */
  partsSlipped: 250,
  /** One of several parts was missing. */
  partsButOne: 180,
  /** Between two records that have every part, how well each part was found tells. */
  partsShare: 0.05,
  /** Parts that were found so well were all of a name. */
  partsWhole: 650,
} as const;

/** What it is worth that the whole of a name was asked for. */
const coverage = 40;

/** Says how well a place (its number in the order of the array) answers a lookup. */
export function scorer(lookup: Lookup, array: SuffixArray): (index: number, hasHan: boolean) => number {
  const length = lookup.options.length;
  const isSound = lookup.array !== 'text';
  const isHeard = isSound && !lookup.isFromHan && lookup.by === 'sound';
  const isFromHan = isSound && lookup.isFromHan;
  return (index, hasHan) => {
    const place = array.startAt(index);
    const sequence = array.sequenceOf(index);
    const begin = array.beginningOf(sequence);
    // A word that no name could be parts a name: "Andy Lau Tak-wah" is all of 劉德華, but Cheung is not all of Andy Cheung.
    const isName = length > 1;
    const isAtBeginning = place === begin || (isName && array.unitAt(place - 1) === 0);
    const isToEnd = isName ? array.unitAt(place + length) === 0 : place + length === array.endOf(sequence);
    const level = isFromHan && hasHan ? homophones : levels[lookup.by];
    const base = isAtBeginning ? (isToEnd && !lookup.isOpen ? level.whole : level.beginning) : level.inside;
    const covered = length / Math.max(length, array.endOf(sequence) - begin);
    return base + coverage * covered - lookup.penalty - (isHeard && !hasHan ? heardInLatin : 0);
  };
}
