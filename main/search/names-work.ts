import { deserialize, serialize } from 'node:v8';
import { definitions } from '@shared/domain/records';
import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { NamesIndex, namesVersion } from '@shared/search/names/names-index';
import type { Name, SavedNames } from '@shared/search/names/names-index';
import type { Place } from '@shared/search/fold';
import type { Print } from './print';
import { isSearched, searchedTexts } from './searched-texts';
import { foldingSum } from './segment-bytes';

/** A record that was found by one of its names, in whatever script. */
export interface FoundName {
  readonly kind: SearchedKind;
  readonly id: RecordId;
  /** The name as it is written, and the places in it to mark. */
  readonly text: string;
  readonly places: readonly Place[];
  /** The higher the likelier. */
  readonly score: number;
}

/** The names as they are kept from one opening to the next. */
interface SavedWork {
  readonly version: string;
  readonly indexes: readonly (readonly [SearchedKind, SavedNames])[];
  readonly ids: readonly RecordId[];
  readonly prints: BigUint64Array;
}

/** Of how names are read from records, how their keys are made, and how texts are folded. */
const version = (): string => `1/${namesVersion}/${foldingSum()}`;

/** From here on a name is what was looked for, and nothing that only resembles it is shown beside it. */
const sure = 590;
const guessed = 400;
const numbers: ReadonlySet<string> = new Set(['phone', 'credit-code', 'reference']);
/** Beside names: what people say of a record when they do not know its name. */
const alsoNames: ReadonlySet<string> = new Set(['city', 'place', 'post']);

/** Kinds whose records have names; a note has none. */
export function hasNames(kind: SearchedKind): boolean {
  return kind !== 'note';
}

/** The names of a record, by which it is found in any script. */
export function namesOf(record: AnyRecord): Name[] {
  return searchedTexts(record)
    .filter(({ field, isName, shown }) => (isName || alsoNames.has(field)) && shown === undefined)
    .map(({ field, text }) => ({ text, kind: numbers.has(field) ? 'number' : 'name' }));
}

/** The names of all records, an index for each kind. */
export class NamesWork {
  readonly #indexes = new Map<SearchedKind, NamesIndex>();
  /** Of each record whose names are here, as it was. */
  readonly #prints = new Map<RecordId, bigint>();

  constructor(private readonly print: Print) {}

  /** Takes in records as their JSON stands in the store; one that is in the Trash goes. */
  take(bytes: Uint8Array, ends: Uint32Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const named = new Map<SearchedKind, [RecordId, Name[]][]>();
    let from = 0;
    for (const end of ends) {
      const json = buffer.subarray(from, end);
      const record = recordIn(json.toString('utf8'));
      from = end;
      if (record === null) continue;
      this.#prints.set(record.id, this.print(json));
      if (record.deletedAt !== null) this.#indexes.get(record.type)?.remove(record.id);
      else named.set(record.type, [...(named.get(record.type) ?? []), [record.id, namesOf(record)]]);
    }
    for (const [kind, records] of named) this.#of(kind).putAll(records);
  }

  drop(kind: SearchedKind, id: RecordId): void {
    this.#prints.delete(id);
    this.#indexes.get(kind)?.remove(id);
  }

  clear(): void {
    this.#indexes.clear();
    this.#prints.clear();
  }

  get count(): number {
    return this.#prints.size;
  }

  /** Which of these records are not here as they are, by their place in the list. */
  compare(ids: readonly RecordId[], prints: BigUint64Array): number[] {
    return [...ids.keys()].filter((at) => this.#prints.get(ids[at] ?? '') !== prints[at]);
  }

  /** Takes away all records but these. */
  keepOnly(ids: ReadonlySet<RecordId>): void {
    for (const id of [...this.#prints.keys()]) {
      if (ids.has(id)) continue;
      this.#prints.delete(id);
      for (const index of this.#indexes.values()) index.remove(id);
    }
  }

  save(): Uint8Array {
    const saved: SavedWork = {
      version: version(),
      indexes: [...this.#indexes].map(([kind, index]) => [kind, index.save()]),
      ids: [...this.#prints.keys()],
      prints: BigUint64Array.from(this.#prints.values()),
    };
    return serialize(saved);
  }

  /** Takes in what was saved, in the place of what is here; nothing when it cannot be used. */
  load(bytes: Uint8Array): void {
    this.clear();
    try {
      const saved = deserialize(bytes) as SavedWork;
      if (saved.version !== version()) return;
      for (const [kind, names] of saved.indexes) this.#indexes.set(kind, new NamesIndex(names));
      for (const [at, id] of saved.ids.entries()) this.#prints.set(id, saved.prints[at] ?? 0n);
    } catch {
      // What another version wrote: all names are made anew.
      this.clear();
    }
  }

  /** The likeliest of each kind. */
  search(query: string, kinds: readonly SearchedKind[], most: number): FoundName[] {
    const found = kinds.flatMap((kind) =>
      (this.#indexes.get(kind)?.search(query, { most }) ?? []).map(({ id, text, places, score }): FoundName => ({
        kind,
        id,
        text,
        places,
        score,
      })),
    );
    const isSure = found.some(({ score }) => score >= sure);
    return isSure ? found.filter(({ score }) => score >= guessed) : found;
  }

  #of(kind: SearchedKind): NamesIndex {
    const known = this.#indexes.get(kind);
    if (known !== undefined) return known;
    const made = new NamesIndex();
    this.#indexes.set(kind, made);
    return made;
  }
}

type NamedRecord = AnyRecord & { readonly type: SearchedKind };

/** The store validates what it reads; here a record of another version must only do no harm. */
function recordIn(json: string): NamedRecord | null {
  try {
    const stored = JSON.parse(json) as AnyRecord;
    if (!isSearched(stored.type)) return null;
    const record = { ...definitions[stored.type].blank, ...stored } as NamedRecord;
    return searchedTexts(record).length >= 0 ? record : null;
  } catch {
    return null;
  }
}
