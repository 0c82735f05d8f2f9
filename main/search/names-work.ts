import { definitions } from '@shared/domain/records';
import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { NamesIndex } from '@shared/search/names/names-index';
import type { Name } from '@shared/search/names/names-index';
import type { Place } from '@shared/search/fold';
import { isSearched, searchedTexts } from './searched-texts';

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

  /** Takes in records as their JSON stands in the store; one that is in the Trash goes. */
  take(bytes: Uint8Array, ends: Uint32Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const named = new Map<SearchedKind, [RecordId, Name[]][]>();
    let from = 0;
    for (const end of ends) {
      const record = recordIn(buffer.toString('utf8', from, end));
      from = end;
      if (record === null) continue;
      if (record.deletedAt !== null) this.#indexes.get(record.type)?.remove(record.id);
      else named.set(record.type, [...(named.get(record.type) ?? []), [record.id, namesOf(record)]]);
    }
    for (const [kind, records] of named) this.#of(kind).putAll(records);
  }

  drop(kind: SearchedKind, id: RecordId): void {
    this.#indexes.get(kind)?.remove(id);
  }

  clear(): void {
    this.#indexes.clear();
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
