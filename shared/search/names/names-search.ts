import { fold } from '../fold';
import type { Findings } from './findings';
import { canHaveSlipped, nearlyAs, otherDialectOf, slipsOf } from './guesses';
import { charactersOf, echoesOf, lookupsOf, partsOf } from './lookups';
import type { Lookup, Part } from './lookups';
import type { PartMarks } from './part-marks';
import { scorer, scores } from './scores';
import type { SuffixArray } from './suffix-array';

/** A short beginning is found in thousands of places; these many are looked at. */
const mostPlaces = 3000;
const mostPlacesOfInitials = 1000;
/** Of what has only just begun to be typed. */
const mostPlacesOfBeginning = 800;
const shortBeginning = 2;
const mostPlacesOfPart = 12_000;
/** Of so many records found by sound the other readings are looked up. */
const mostEchoes = 6;
/** When so many were found surely, nothing is guessed. */
const enoughFound = 5;
/** Of three parts and more one may be missing when nothing has them all. */
const leastPartsButOne = 3;
const mostPartsForSlip = 4;
const mostJoined = 3000;

/** What is searched: arrays of sequences of names, and whose the names are (-1 for one that is gone). */
export interface SearchedNames {
  readonly arrays: Readonly<Record<Lookup['array'], SuffixArray>>;
  readonly names: readonly { readonly text: string }[];
  readonly owners: readonly number[];
  readonly hasHan: readonly boolean[];
}

/** Where one search after the other keeps what it finds, for so many records. */
interface Scratch {
  readonly findings: Findings;
  readonly marks: PartMarks;
  readonly records: number;
}

/** One search through names, from what is surely meant to what may be. */
export class NamesSearch {
  readonly #source: SearchedNames;
  readonly #findings: Findings;
  readonly #marks: PartMarks;
  readonly #records: number;
  readonly #isWanted: (record: number) => boolean;

  constructor(source: SearchedNames, { findings, marks, records }: Scratch, accepts: (record: number) => boolean) {
    this.#source = source;
    this.#findings = findings.begin(records);
    this.#marks = marks;
    this.#records = records;
    this.#isWanted = (record) => record >= 0 && accepts(record);
  }

  /** Looks for a query; `alsoMeant` are words of the glossary that it may stand for. What was found is in the findings. */
  run(query: string, alsoMeant: readonly string[], most: number): void {
    const findings = this.#findings;
    const lookups = lookupsOf(query);
    for (const lookup of lookups) if (lookup.by !== 'initials') this.#look(lookup);
    if (findings.firm < most) this.#lookForParts(query);
    for (const name of [...alsoMeant, ...this.#foundBySound()]) {
      for (const lookup of echoesOf(name)) this.#look(lookup);
      if (findings.firm < most) this.#lookForParts(name);
    }
    if (findings.sure < most) {
      for (const lookup of lookups) if (lookup.by === 'initials') this.#look(lookup);
      for (const lookup of otherDialectOf(query)) this.#look(lookup);
    }
    if (findings.sure < Math.min(most, enoughFound)) {
      this.#lookForCharacters(query);
      this.#lookForSlips(query);
    }
  }

  /** Looks only for names that a query in Latin letters sounds like. */
  runBySound(query: string): void {
    for (const lookup of lookupsOf(query)) if (lookup.by === 'sound') this.#look(lookup);
  }

  #hasHan(name: number): boolean {
    return this.#source.hasHan[name] ?? false;
  }

  /** Looks one thing up, and keeps for each record the best that was found for it so far. */
  #look(lookup: Lookup, ranges: Ranges = this.#source.arrays[lookup.array].ranges(lookup.options)): void {
    if (ranges.length === 0) return;
    this.#findings.ask(lookup);
    const array = this.#source.arrays[lookup.array];
    const score = scorer(lookup, array);
    eachIndex(ranges, this.#mostPlaces(lookup), (index) => {
      const name = array.ownerOf(array.sequenceOf(index));
      const record = this.#source.owners[name] ?? -1;
      if (this.#isWanted(record)) this.#findings.offer(record, score(index, this.#hasHan(name)), index);
    });
  }

  #mostPlaces({ by, array, isOpen, isFromHan, options }: Lookup): number {
    if (by === 'initials' || (isFromHan && options.length === 1)) return mostPlacesOfInitials;
    if (array === 'text' ? options.length <= shortBeginning : isOpen && options.length === 1)
      return mostPlacesOfBeginning;
    return mostPlaces;
  }

  #lookForSlips(query: string): void {
    const slips = slipsOf(query);
    if (slips === null) return;
    for (const { lookup, ranges } of this.#nearly(slips.letters)) this.#look(lookup, ranges);
    for (const lookup of slips.lookups) this.#look(lookup);
    const parts = partsOf(query);
    if (parts.length < 2 || parts.length > mostPartsForSlip) return;
    const ranged = parts.map((part) => this.#rangesOf([part])[0]).filter((part) => part !== undefined);
    for (const [at, { text }] of parts.entries()) {
      if (!canHaveSlipped(text)) continue;
      const slipped: RangedPart = { isKind: false, found: this.#nearly(text), places: 0 };
      this.#joinParts([slipped, ...ranged.filter((_, other) => other !== at)], scores.partsSlipped);
    }
  }

  /** Letters found but for one slip. */
  #nearly(letters: string): FoundRanges[] {
    const units = Array.from(letters, (letter) => letter.charCodeAt(0));
    const near = this.#source.arrays.text.nearRanges(units, alphabet);
    return [...new Set(near.map(({ length }) => length))].map((length) => ({
      lookup: nearlyAs(length),
      ranges: near.filter((range) => range.length === length).map(({ low, high }) => [low, high] as const),
    }));
  }

  /** Names in Chinese characters of which a query in Latin letters, or a word of the glossary, was the whole. */
  #foundBySound(): Set<string> {
    const names = new Set<string>();
    for (const record of this.#findings.best(mostEchoes)) {
      const found = this.#findings.of(record);
      if (this.#findings.scoreOf(record) < (found.length > 1 ? scores.partsWhole : scores.whole)) break;
      for (const { lookup, index } of found) {
        const array = this.#source.arrays[lookup.array];
        const name = array.ownerOf(array.sequenceOf(index));
        const isOtherwise = lookup.by !== 'letters' && !lookup.isFromHan;
        if (isOtherwise && this.#hasHan(name)) names.add(fold(this.#source.names[name]?.text ?? ''));
      }
    }
    return names;
  }

  /** Records that have every part of the query somewhere in their names. */
  #lookForParts(query: string): void {
    const parts = this.#rangesOf(partsOf(query));
    const needed = parts.filter(({ isKind }) => !isKind);
    this.#joinParts(parts, scores.parts);
    // "Shenzhen City" is 深圳, and 深圳市 is Shenzhen: what only says what kind of thing it is may be missing.
    if (needed.length < parts.length) this.#joinParts(needed, scores.partsWithoutKind);
    if (parts.length < leastPartsButOne || this.#findings.sure > 0) return;
    for (const missing of parts) {
      const others = parts.filter((part) => part !== missing);
      this.#joinParts(others, scores.partsButOne);
    }
  }

  #lookForCharacters(query: string): void {
    const isLatin = (name: number): boolean => !this.#hasHan(name);
    this.#joinParts(this.#rangesOf(charactersOf(query)), scores.characters, isLatin);
  }

  /** The rarest part first: a record that lacks it need not be looked at for the others. */
  #rangesOf(parts: readonly Part[]): RangedPart[] {
    return parts
      .map(({ isKind, lookups }) => {
        const found = lookups.map((lookup) => ({
          lookup,
          ranges: this.#source.arrays[lookup.array].ranges(lookup.options),
        }));
        const places = found.reduce((sum, { ranges }) => ranges.reduce((so, [low, high]) => so + high - low, sum), 0);
        return { isKind, found, places };
      })
      .sort((one, other) => one.places - other.places);
  }

  #joinParts(parts: readonly RangedPart[], base: number, isWantedName?: (name: number) => boolean): void {
    if (parts.length === 0) return;
    const marks = this.#marks;
    marks.begin(this.#records);
    for (const [at, { found }] of parts.entries()) {
      if (at > 0 && !marks.next()) return;
      for (const { lookup, ranges } of found) {
        marks.ask(lookup);
        const array = this.#source.arrays[lookup.array];
        eachIndex(ranges, mostPlacesOfPart, (index) => {
          const name = array.ownerOf(array.sequenceOf(index));
          const record = this.#source.owners[name] ?? -1;
          if (record >= 0 && isWantedName?.(name) !== false) marks.mark(record, index);
        });
      }
    }
    for (const record of marks.found.slice(0, mostJoined)) {
      if (!this.#isWanted(record)) continue;
      const all = marks.of(record);
      const sum = all.reduce((so, { lookup, index }) => {
        const array = this.#source.arrays[lookup.array];
        return so + scorer(lookup, array)(index, this.#hasHan(array.ownerOf(array.sequenceOf(index))));
      }, 0);
      this.#findings.offerParts(record, base + (scores.partsShare * sum) / all.length, all);
    }
  }
}

type Ranges = readonly (readonly [low: number, high: number])[];

interface FoundRanges {
  readonly lookup: Lookup;
  readonly ranges: Ranges;
}

interface RangedPart {
  readonly isKind: boolean;
  readonly found: readonly FoundRanges[];
  readonly places: number;
}

const alphabet = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => letter.charCodeAt(0));

function eachIndex(
  ranges: readonly (readonly [low: number, high: number])[],
  most: number,
  visit: (index: number) => void,
): void {
  let left = most;
  for (const [low, high] of ranges) {
    const last = Math.min(high, low + left);
    for (let index = low; index < last; index += 1) visit(index);
    left -= last - low;
    if (left <= 0) return;
  }
}
