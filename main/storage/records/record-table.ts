import { recordTypes } from '@shared/domain/records';
import type { AnyRecord, RecordOf, RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Entry } from './stored-record';
import type { Reader } from '../store';

/** Entries by kind and id: what is committed, or what stands over it. */
export interface EntrySource {
  entry(type: RecordType, id: RecordId): Entry | undefined;
  entries(type: RecordType): Iterable<Entry>;
}

/** A record whose kind is known from where it was kept. */
export function asKind<T extends RecordType>(record: AnyRecord): RecordOf<T> {
  return record as RecordOf<T>;
}

/** Every committed record, by kind and id, and the lists that readers ask for again and again. */
export class RecordTable implements EntrySource, Reader {
  readonly #byType = new Map<RecordType, Map<RecordId, Entry>>(recordTypes.map((type) => [type, new Map()]));
  readonly #lists = new Map<RecordType, { live: AnyRecord[]; trashed: AnyRecord[] }>();

  constructor(entries: Iterable<Entry> = []) {
    this.put(entries);
  }

  put(entries: Iterable<Entry>): void {
    for (const entry of entries) {
      this.#byType.get(entry.record.type)?.set(entry.record.id, entry);
      this.#lists.delete(entry.record.type);
    }
  }

  entry(type: RecordType, id: RecordId): Entry | undefined {
    return this.#byType.get(type)?.get(id);
  }

  entries(type: RecordType): Iterable<Entry> {
    return this.#byType.get(type)?.values() ?? [];
  }

  get<T extends RecordType>(type: T, id: RecordId): RecordOf<T> | undefined {
    const entry = this.entry(type, id);
    return entry === undefined ? undefined : asKind<T>(entry.record);
  }

  all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return this.#listsOf(type).live.map(asKind<T>);
  }

  trashed<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return this.#listsOf(type).trashed.map(asKind<T>);
  }

  #listsOf(type: RecordType): { live: AnyRecord[]; trashed: AnyRecord[] } {
    let lists = this.#lists.get(type);
    if (lists === undefined) {
      lists = { live: [], trashed: [] };
      for (const { record } of this.entries(type))
        (record.deletedAt === null ? lists.live : lists.trashed).push(record);
      this.#lists.set(type, lists);
    }
    return lists;
  }
}

/** What was changed but is not committed, over what it was changed from. */
export class Overlay implements EntrySource {
  readonly #changed = new Map<RecordType, Map<RecordId, Entry>>();

  constructor(readonly base: EntrySource) {}

  put(entry: Entry): void {
    const { type, id } = entry.record;
    const ofType = this.#changed.get(type) ?? new Map<RecordId, Entry>();
    this.#changed.set(type, ofType.set(id, entry));
  }

  /** Takes a change back: the record is as it was below. */
  drop(type: RecordType, id: RecordId): void {
    this.#changed.get(type)?.delete(id);
  }

  entry(type: RecordType, id: RecordId): Entry | undefined {
    return this.#changed.get(type)?.get(id) ?? this.base.entry(type, id);
  }

  *entries(type: RecordType): Iterable<Entry> {
    const changed = this.#changed.get(type);
    for (const entry of this.base.entries(type)) if (changed?.has(entry.record.id) !== true) yield entry;
    if (changed !== undefined) yield* changed.values();
  }

  /** What stands over the base, in the order in which kinds and records were first touched. */
  *changes(): Iterable<Entry> {
    for (const ofType of this.#changed.values()) yield* ofType.values();
  }
}
