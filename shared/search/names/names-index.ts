import { Findings } from './findings';
import { termsInCharacters } from './glossary';
import { latinWords } from './lookups';
import type { Lookup } from './lookups';
import { hitOf } from './marks';
import type { NameHit } from './marks';
import { keysOfName } from './name-keys';
import type { NameKind } from './name-keys';
import { NamesSearch } from './names-search';
import { PartMarks } from './part-marks';
import { scores } from './scores';
import { SuffixArray } from './suffix-array';
import type { SavedSuffixArray } from './suffix-array';

/** A name of a record: in one script, as it was written. */
export interface Name {
  readonly text: string;
  readonly kind: NameKind;
}

/** How a search is narrowed. */
export interface NameSearchOptions {
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
export const namesVersion = 3;

const mostResults = 20;
const leastDeadToTidy = 2000;
const manyRecords = 500;
const noName: Name = { text: '', kind: 'name' };

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
  readonly #marks = new PartMarks();

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
    if (saved !== undefined) getReady();
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
    if (this.size > manyRecords) getReady();
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
  search(query: string, { most = mostResults, accepts }: NameSearchOptions = {}): NameHit[] {
    const findings = this.#findings;
    const scratch = { findings, marks: this.#marks, records: this.#ids.length };
    const source = { arrays: this.#arrays, names: this.#names, owners: this.#owners, hasHan: this.#hasHan };
    const isWanted = (record: number): boolean => {
      const id = this.#ids[record];
      return id !== null && id !== undefined && (accepts === undefined || accepts(id));
    };
    const search = new NamesSearch(source, scratch, isWanted);
    if (this === termsIndex) search.runBySound(query);
    else search.run(query, termsBySound(query), most);
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
    const renumbered = new Int32Array(this.#names.length).fill(-1);
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
      renumbered[name] = this.#names.length;
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
}

let termsIndex: NamesIndex | undefined;

/** The glossary is read once, while an index is made rather than while somebody waits for the first search: a tenth of a second. */
function getReady(): NamesIndex {
  if (termsIndex === undefined) {
    termsIndex = new NamesIndex();
    termsIndex.putAll(termsInCharacters().map((text) => [text, [{ text, kind: 'name' }]] as const));
  }
  return termsIndex;
}

/** Words of the glossary that sound like the query: Tongluowan is 銅鑼灣, and so Causeway Bay. */
function termsBySound(query: string): string[] {
  if (latinWords(query) === null) return [];
  const hits = getReady().search(query, { most: 3 });
  return hits.filter(({ score }) => score >= scores.whole).map(({ text }) => text);
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

export type { NameHit, NameKind };
