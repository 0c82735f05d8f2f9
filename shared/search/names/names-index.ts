import { fold } from '../fold';
import { keysOfName } from './name-keys';
import type { NameKind } from './name-keys';
import { termsInCharacters } from './glossary';
import { charactersOf, echoesOf, latinWords, lookupsOf, nearlyAs, otherDialectOf, partsOf, slipsOf } from './lookups';
import type { FoundBy, Lookup, Part } from './lookups';
import { Findings } from './findings';
import type { Finding } from './findings';
import { hitOf } from './marks';
import type { NameHit } from './marks';
import { scorer, scores } from './scores';
import { SuffixArray } from './suffix-array';
import type { SavedSuffixArray } from './suffix-array';

/** A name of a record: in one script, as it was written. */
export interface Name {
  readonly text: string;
  readonly kind: NameKind;
}

/** How a search is narrowed. */
export interface NameSearch {
  readonly most?: number;
  /** Says of a record's id whether it may be among the results. */
  readonly accepts?: (id: string) => boolean;
}

/** An index as it is kept beside the store: what is text, and arrays of numbers. */
export interface SavedNames {
  readonly version: number;
  readonly ids: readonly string[];
  readonly names: readonly (readonly [record: number, kind: NameKind, text: string])[];
  readonly text: SavedSuffixArray;
  readonly mandarin: SavedSuffixArray;
  readonly cantonese: SavedSuffixArray;
}

/** Rises when keys are made in another way: an index saved before is made anew then. */
export const namesVersion = 1;

const mostResults = 20;
/** A short beginning is found in thousands of places; these many are looked at. */
const mostPlaces = 3000;
const mostPlacesOfPart = 20_000;
/** Of so many records found by sound the other readings are looked up. */
const mostEchoes = 6;
const noName: Name = { text: '', kind: 'name' };
/** When so many were found surely, nothing is guessed. */
const enoughFound = 5;
/** Of three parts and more one may be missing when nothing has them all. */
const leastPartsButOne = 3;
const leastDeadToTidy = 2000;

/**
 * Finds records by any of their names, in any script, by letters and by sound: a record's names are those of one person,
 * organisation, place or title and its numbers. Kept in memory; changed as records change.
 */
export class NamesIndex {
  #arrays: Record<Lookup['array'], SuffixArray>;
  readonly #numbers = new Map<string, number>();
  readonly #ids: (string | null)[] = [];
  readonly #namesOf: number[][] = [];
  #names: Name[] = [];
  #owners: number[] = [];
  #hasHan: boolean[] = [];
  #dead = 0;
  readonly #freed: number[] = [];
  readonly #findings = new Findings();

  constructor(saved?: SavedNames) {
    this.#arrays = {
      text: new SuffixArray(saved?.text),
      mandarin: new SuffixArray(saved?.mandarin),
      cantonese: new SuffixArray(saved?.cantonese),
    };
    for (const [record, id] of saved?.ids.entries() ?? []) {
      this.#numbers.set(id, record);
      this.#ids.push(id);
      this.#namesOf.push([]);
    }
    for (const [record, kind, text] of saved?.names ?? []) this.#keep(record, { kind, text });
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** Bytes of the arrays, without the names themselves. */
  get bytes(): number {
    return this.#arrays.text.bytes + this.#arrays.mandarin.bytes + this.#arrays.cantonese.bytes;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  /** Adds a record or replaces its names. */
  put(id: string, names: readonly Name[]): void {
    this.putAll([[id, names]]);
  }

  /** Adds or replaces many at once, which is much quicker than one by one. */
  putAll(records: Iterable<readonly [id: string, names: readonly Name[]]>): void {
    for (const [id, names] of records) {
      const wanted = namesKept(names);
      const known = this.#numbers.get(id);
      if (known !== undefined && this.#isSame(known, wanted)) continue;
      if (known !== undefined) this.#forget(known);
      const record = known ?? this.#newRecord(id);
      for (const name of wanted) this.#add(record, name);
    }
    for (const array of Object.values(this.#arrays)) array.settle();
    this.#tidy();
  }

  remove(id: string): void {
    const record = this.#numbers.get(id);
    if (record === undefined) return;
    this.#forget(record);
    this.#numbers.delete(id);
    this.#ids[record] = null;
    this.#freed.push(record);
    this.#tidy();
  }

  /** The records that a query finds, the likeliest first, with the name that was found and the places in it to mark. */
  search(query: string, { most = mostResults, accepts }: NameSearch = {}): NameHit[] {
    const findings = this.#findings.begin(this.#ids.length);
    const isWanted = (record: number): boolean => {
      const id = this.#ids[record];
      return id !== null && id !== undefined && (accepts === undefined || accepts(id));
    };
    const look = (lookup: Lookup, ranges?: Ranges): void => this.#look(lookup, isWanted, findings, ranges);
    const lookups = lookupsOf(query);
    for (const lookup of lookups) if (lookup.by !== 'initials') look(lookup);
    if (findings.firm < most) this.#lookForParts(query, isWanted, findings);
    for (const name of [...this.#termsBySound(query), ...this.#foundBySound(findings)]) {
      for (const lookup of echoesOf(name)) look(lookup);
      if (findings.firm < most) this.#lookForParts(name, isWanted, findings);
    }
    if (findings.sure < most) {
      for (const lookup of lookups) if (lookup.by === 'initials') look(lookup);
      for (const lookup of otherDialectOf(query)) look(lookup);
    }
    if (findings.sure < Math.min(most, enoughFound)) {
      this.#lookForCharacters(query, isWanted, findings);
      this.#lookForSlips(query, look);
    }
    return findings.best(most).map((record) =>
      hitOf({
        id: this.#ids[record] ?? '',
        names: (this.#namesOf[record] ?? []).map((number) => ({ number, name: this.#names[number] ?? noName })),
        score: findings.scoreOf(record),
        found: findings.of(record),
        arrays: this.#arrays,
      }),
    );
  }

  /** What to write down; `new NamesIndex(saved)` is the same index again. */
  save(): SavedNames {
    this.#tidy(0);
    return {
      version: namesVersion,
      ids: this.#ids.map((id) => id ?? ''),
      names: this.#names.map(({ kind, text }, at) => [this.#owners[at] ?? 0, kind, text] as const),
      text: this.#arrays.text.save(),
      mandarin: this.#arrays.mandarin.save(),
      cantonese: this.#arrays.cantonese.save(),
    };
  }

  #newRecord(id: string): number {
    const record = this.#freed.pop() ?? this.#ids.length;
    this.#ids[record] = id;
    this.#namesOf[record] = [];
    this.#numbers.set(id, record);
    return record;
  }

  #isSame(record: number, names: readonly Name[]): boolean {
    const known = this.#namesOf[record] ?? [];
    return (
      known.length === names.length &&
      known.every((name, at) => {
        const kept = this.#names[name];
        return kept?.text === names[at]?.text && kept?.kind === names[at]?.kind;
      })
    );
  }

  #keep(record: number, name: Name): number {
    const number = this.#names.length;
    this.#names.push(name);
    this.#owners.push(record);
    this.#hasHan.push(/\p{Script=Han}/u.test(name.text));
    this.#namesOf[record]?.push(number);
    return number;
  }

  #add(record: number, name: Name): void {
    const number = this.#keep(record, name);
    const { text, mandarin, cantonese } = keysOfName(name.text, name.kind);
    this.#arrays.text.add(number, text.units, text.starts);
    for (const { units, starts } of mandarin) this.#arrays.mandarin.add(number, units, starts);
    for (const { units, starts } of cantonese) this.#arrays.cantonese.add(number, units, starts);
  }

  #forget(record: number): void {
    for (const name of this.#namesOf[record] ?? []) {
      this.#owners[name] = -1;
      this.#dead += 1;
    }
    this.#namesOf[record] = [];
  }

  /** Names of records that are gone, or were changed, stay in the arrays until they are a quarter of them. */
  #tidy(atLeast = leastDeadToTidy): void {
    if (this.#dead === 0 || this.#dead < atLeast || (atLeast > 0 && this.#dead * 4 < this.#names.length)) return;
    const renumbered = new Map<number, number>();
    const names = this.#names;
    const owners = this.#owners;
    const hasHan = this.#hasHan;
    for (const record of this.#namesOf.keys()) this.#namesOf[record] = [];
    this.#names = [];
    this.#owners = [];
    this.#hasHan = [];
    for (const [name, owner] of owners.entries()) {
      const kept = names[name];
      if (owner < 0 || kept === undefined) continue;
      renumbered.set(name, this.#names.length);
      this.#namesOf[owner]?.push(this.#names.length);
      this.#names.push(kept);
      this.#owners.push(owner);
      this.#hasHan.push(hasHan[name] ?? false);
    }
    this.#arrays = {
      text: this.#arrays.text.keep(renumbered),
      mandarin: this.#arrays.mandarin.keep(renumbered),
      cantonese: this.#arrays.cantonese.keep(renumbered),
    };
    this.#dead = 0;
  }

  /** Looks one thing up, and keeps for each record the best that was found for it so far. */
  #look(
    lookup: Lookup,
    isWanted: (record: number) => boolean,
    findings: Findings,
    ranges: Ranges = this.#arrays[lookup.array].ranges(lookup.options),
  ): void {
    if (ranges.length === 0) return;
    findings.ask(lookup);
    const array = this.#arrays[lookup.array];
    const score = scorer(lookup, array);
    eachIndex(ranges, mostPlaces, (index) => {
      const name = array.ownerOf(array.sequenceOf(index));
      const record = this.#owners[name] ?? -1;
      if (record >= 0 && isWanted(record)) findings.offer(record, score(index, this.#hasHan[name] ?? false), index);
    });
  }

  #lookForSlips(query: string, look: (lookup: Lookup, ranges?: Ranges) => void): void {
    const slips = slipsOf(query);
    if (slips === null) return;
    const units = Array.from(slips.letters, (letter) => letter.charCodeAt(0));
    const near = this.#arrays.text.nearRanges(units, alphabet);
    for (const length of new Set(near.map((range) => range.length))) {
      look(
        nearlyAs(length),
        near.filter((range) => range.length === length).map(({ low, high }) => [low, high] as const),
      );
    }
    for (const lookup of slips.lookups) look(lookup);
  }

  /** Words of the glossary that sound like the query: Tongluowan is 銅鑼灣, and so Causeway Bay. */
  #termsBySound(query: string): string[] {
    if (this === termsIndex || latinWords(query) === null) return [];
    termsIndex ??= makeTermsIndex();
    const hits = termsIndex.search(query, { most: 3 });
    return hits.filter(({ by, score }) => by === 'sound' && score >= scores.whole).map(({ text }) => text);
  }

  /** Names in Chinese characters of which a query in Latin letters, or a word of the glossary, was the whole. */
  #foundBySound(findings: Findings): Set<string> {
    const names = new Set<string>();
    for (const record of findings.best(mostEchoes)) {
      const found = findings.of(record);
      if (findings.scoreOf(record) < (found.length > 1 ? scores.partsWhole : scores.whole)) break;
      for (const { lookup, index } of found) {
        const array = this.#arrays[lookup.array];
        const name = array.ownerOf(array.sequenceOf(index));
        const isOtherwise = lookup.by !== 'letters' && !lookup.isFromHan;
        if (isOtherwise && (this.#hasHan[name] ?? false)) names.add(fold(this.#names[name]?.text ?? ''));
      }
    }
    return names;
  }

  /** Records that have every part of the query somewhere in their names. */
  #lookForParts(query: string, isWanted: (record: number) => boolean, findings: Findings): void {
    const parts = this.#rangesOf(partsOf(query));
    const needed = parts.filter(({ isKind }) => !isKind);
    this.#joinParts(parts, scores.parts, isWanted, findings);
    // "Shenzhen City" is 深圳, and 深圳市 is Shenzhen: what only says what kind of thing it is may be missing.
    if (needed.length < parts.length) this.#joinParts(needed, scores.partsWithoutKind, isWanted, findings);
    if (parts.length < leastPartsButOne || findings.sure > 0) return;
    for (const missing of parts) {
      const others = parts.filter((part) => part !== missing);
      this.#joinParts(others, scores.partsButOne, isWanted, findings);
    }
  }

  #lookForCharacters(query: string, isWanted: (record: number) => boolean, findings: Findings): void {
    const isLatin = (name: number): boolean => !(this.#hasHan[name] ?? false);
    this.#joinParts(this.#rangesOf(charactersOf(query)), scores.characters, isWanted, findings, isLatin);
  }

  /** The rarest part first: a record that lacks it need not be looked at for the others. */
  #rangesOf(parts: readonly Part[]): RangedPart[] {
    return parts
      .map(({ isKind, lookups }) => {
        const found = lookups.map((lookup) => ({ lookup, ranges: this.#arrays[lookup.array].ranges(lookup.options) }));
        const places = found.reduce((sum, { ranges }) => ranges.reduce((so, [low, high]) => so + high - low, sum), 0);
        return { isKind, found, places };
      })
      .sort((one, other) => one.places - other.places);
  }

  #joinParts(
    parts: readonly RangedPart[],
    base: number,
    isWanted: (record: number) => boolean,
    findings: Findings,
    isWantedName?: (name: number) => boolean,
  ): void {
    let joined: Map<number, readonly Finding[]> | null = null;
    for (const { found } of parts) {
      const next = new Map<number, readonly Finding[]>();
      for (const { lookup, ranges } of found) {
        const array = this.#arrays[lookup.array];
        eachIndex(ranges, mostPlacesOfPart, (index) => {
          const name = array.ownerOf(array.sequenceOf(index));
          const record = this.#owners[name] ?? -1;
          if (record < 0 || next.has(record) || isWantedName?.(name) === false) return;
          const before = joined === null ? none : joined.get(record);
          if (before !== undefined) next.set(record, [...before, { lookup, index }]);
        });
      }
      if (next.size === 0) return;
      joined = next;
    }
    for (const [record, all] of joined ?? []) {
      if (!isWanted(record)) continue;
      const sum = all.reduce((so, { lookup, index }) => {
        const array = this.#arrays[lookup.array];
        const hasHan = this.#hasHan[array.ownerOf(array.sequenceOf(index))] ?? false;
        return so + scorer(lookup, array)(index, hasHan);
      }, 0);
      findings.offerParts(record, base + (scores.partsShare * sum) / all.length, all);
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

const none: readonly Finding[] = [];

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

let termsIndex: NamesIndex | undefined;

function makeTermsIndex(): NamesIndex {
  const index = new NamesIndex();
  termsIndex = index;
  index.putAll(termsInCharacters().map((text) => [text, [{ text, kind: 'name' }]] as const));
  return index;
}

/** An empty name is none, and one that is written twice is one. */
function namesKept(names: readonly Name[]): Name[] {
  const seen = new Set<string>();
  return names.filter(({ text, kind }) => {
    const key = `${kind} ${text}`;
    if (text.trim() === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export type { FoundBy, NameHit, NameKind };
