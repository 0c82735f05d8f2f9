import type { FoundBy, Lookup } from './lookups';
import type { SuffixArray } from './suffix-array';

/** Where in an array a part of a query was found. */
export interface Found {
  readonly name: number;
  readonly array: Lookup['array'];
  readonly sequence: number;
  readonly place: number;
  readonly length: number;
}

/** How well a record was found, and by which of its names. */
export interface Candidate {
  readonly score: number;
  /** Units of the name that were not asked for: of two equal ones the shorter stands first. */
  readonly spare: number;
  /** How much of the name was asked for, 0 to 1. */
  readonly covered: number;
  readonly name: number;
  readonly by: FoundBy;
  readonly marks: readonly Found[];
}

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
  'other-dialect': { whole: 220, beginning: 160, inside: 120 },
  slip: { whole: 320, beginning: 280, inside: 240 },
};

/** Other characters with the same sound, asked for in characters: 刘得华 for 劉德華. */
const homophones: Levels = { whole: 380, beginning: 350, inside: 340 };

/** Asked in Latin letters, found in Latin letters that only sound so: less than what is written so. */
const heardInLatin = 60;

export const scores = {
  /** From here on nothing needs guessing. */
  sure: 590,
  parts: 620,
  partsWithoutKind: 560,
} as const;

/** What it is worth that the whole of a name was asked for. */
export const coverage = 40;

type Scored = Pick<Candidate, 'score' | 'spare' | 'covered' | 'by'>;

/** How well a place answers a lookup. */
export function scoreOf(lookup: Lookup, array: SuffixArray, place: number, sequence: number, hasHan: boolean): Scored {
  const length = lookup.options.length;
  const begin = array.beginningOf(sequence);
  const isAtBeginning = place === begin || array.unitAt(place - 1) === 0;
  const isToEnd = array.unitAt(place + length) === 0;
  const isSound = lookup.array !== 'text';
  const isHomophone = isSound && lookup.isFromHan && hasHan;
  const level = isHomophone ? homophones : levels[lookup.by];
  const base = isAtBeginning ? (isToEnd ? level.whole : level.beginning) : level.inside;
  const whole = array.endOf(sequence) - begin;
  const isHeard = isSound && !lookup.isFromHan && !hasHan && lookup.by === 'sound';
  const covered = Math.min(1, length / Math.max(1, whole));
  return {
    score: base + coverage * covered - lookup.penalty - (isHeard ? heardInLatin : 0),
    spare: whole - length,
    covered,
    by: lookup.by,
  };
}

/** Keeps the better of two ways in which a record was found. */
export function better(best: Map<number, Candidate>, record: number, candidate: Candidate): void {
  const known = best.get(record);
  if (
    known === undefined ||
    candidate.score > known.score ||
    (candidate.score === known.score && candidate.spare < known.spare)
  ) {
    best.set(record, candidate);
  }
}
