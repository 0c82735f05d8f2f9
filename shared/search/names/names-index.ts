import { keysOfName } from './name-keys';
import type { NameKind } from './name-keys';
import { guessesOf, lookupsOf, partsOf } from './lookups';
import type { FoundBy, Lookup } from './lookups';
import { hitOf } from './marks';
import type { NameHit } from './marks';
import { better, coverage, scoreOf, scores } from './scores';
import type { Candidate } from './scores';
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
const mostPlaces = 6000;
const mostPlacesOfPart = 60_000;
/** When so many were found surely, nothing is guessed. */
const enoughFound = 5;
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
  #freed: number[] = [];

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
    const best = new Map<number, Candidate>();
    const isWanted = (record: number): boolean => {
      const id = this.#ids[record];
      return id !== null && id !== undefined && (accepts === undefined || accepts(id));
    };
    for (const lookup of lookupsOf(query)) this.#look(lookup, isWanted, best);
    this.#lookForParts(query, isWanted, best);
    if ([...best.values()].filter(({ score }) => score >= scores.sure).length < Math.min(most, enoughFound)) {
      for (const lookup of guessesOf(query)) this.#look(lookup, isWanted, best);
    }
    return [...best]
      .sort(([one, left], [other, right]) => right.score - left.score || left.spare - right.spare || one - other)
      .slice(0, most)
      .map(([record, candidate]) =>
        hitOf(this.#ids[record] ?? '', this.#namesOf[record] ?? [], this.#names, candidate, this.#arrays),
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
  #look(lookup: Lookup, isWanted: (record: number) => boolean, best: Map<number, Candidate>): void {
    let left = mostPlaces;
    for (const [low, high] of this.#arrays[lookup.array].ranges(lookup.options)) {
      const last = Math.min(high, low + left);
      for (let index = low; index < last; index += 1) {
        const found = this.#candidate(lookup, index);
        if (found === null || !isWanted(found.record)) continue;
        better(best, found.record, found.candidate);
      }
      left -= last - low;
      if (left <= 0) return;
    }
  }

  #candidate(lookup: Lookup, index: number): { record: number; candidate: Candidate } | null {
    const array = this.#arrays[lookup.array];
    const place = array.startAt(index);
    const sequence = array.sequenceOf(place);
    const name = array.ownerOf(sequence);
    const record = this.#owners[name] ?? -1;
    if (record < 0) return null;
    const length = lookup.options.length;
    const candidate = scoreOf(lookup, array, place, sequence, this.#hasHan[name] ?? false);
    return {
      record,
      candidate: { ...candidate, name, marks: [{ name, array: lookup.array, sequence, place, length }] },
    };
  }

  /** Records that have every part of the query somewhere in their names. */
  #lookForParts(query: string, isWanted: (record: number) => boolean, best: Map<number, Candidate>): void {
    const parts = partsOf(query);
    if (parts.length === 0) return;
    const found = parts.map(({ lookups }) => this.#recordsWith(lookups, isWanted));
    const needed = found.filter((_, at) => !(parts[at]?.isKind ?? false));
    this.#joinParts(found, scores.parts, best);
    // "Shenzhen City" is 深圳, and 深圳市 is Shenzhen: what only says what kind of thing it is may be missing.
    if (needed.length > 0 && needed.length < found.length) this.#joinParts(needed, scores.partsWithoutKind, best);
  }

  #joinParts(found: readonly ReadonlyMap<number, Candidate>[], score: number, best: Map<number, Candidate>): void {
    const [fewest, ...others] = [...found].sort((one, other) => one.size - other.size);
    for (const [record, first] of fewest ?? []) {
      const rest = others.map((each) => each.get(record));
      if (rest.includes(undefined)) continue;
      const all = [first, ...rest.filter((each) => each !== undefined)];
      const covered = Math.min(
        1,
        all.reduce((sum, each) => sum + each.covered, 0),
      );
      const worst = Math.min(...all.map((each) => each.score));
      better(best, record, {
        score: score + coverage * covered + worst / 20,
        spare: first.spare,
        covered,
        name: first.name,
        by: all.some(({ by }) => by === 'sound') ? 'sound' : all.some(({ by }) => by === 'term') ? 'term' : 'letters',
        marks: all.flatMap(({ marks }) => marks),
      });
    }
  }

  #recordsWith(lookups: readonly Lookup[], isWanted: (record: number) => boolean): Map<number, Candidate> {
    const found = new Map<number, Candidate>();
    for (const lookup of lookups) {
      let left = mostPlacesOfPart;
      for (const [low, high] of this.#arrays[lookup.array].ranges(lookup.options)) {
        const last = Math.min(high, low + left);
        for (let index = low; index < last; index += 1) {
          const each = this.#candidate(lookup, index);
          if (each !== null && isWanted(each.record)) better(found, each.record, each.candidate);
        }
        left -= last - low;
        if (left <= 0) break;
      }
    }
    return found;
  }
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
