import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { recordTypes } from '@shared/domain/records';
import type { AnyRecord, RecordOf, RecordType } from '@shared/domain/records';
import { idsAt } from '@shared/domain/relations';
import type { RecordId } from '@shared/domain/values';
import type { Reader } from '../store';
import { Links } from './links';
import { Slot } from './slot';
import { isLong, isRecordType, nameIn } from './stored-record';
import type { Entry } from './stored-record';

/** Entries by kind and id: what is committed, or what stands over it. */
export interface EntrySource {
  entry(type: RecordType, id: RecordId): Entry | undefined;
  entries(type: RecordType): Iterable<Entry>;
  /** The entries of a kind whose `field`, one of its relations, names this id; in the Trash or not. */
  referring(type: RecordType, field: string, id: RecordId): Iterable<Entry>;
}

/** A record whose kind is known from where it was kept. */
export function asKind<T extends RecordType>(record: AnyRecord): RecordOf<T> {
  return record as RecordOf<T>;
}

/** How long reading ahead may hold up everything else, in milliseconds. */
const slice = 5;

/** Every committed record, by kind and id, and the lists that readers ask for again and again. */
export class RecordTable implements EntrySource, Reader {
  readonly #byType = new Map<string, Map<string, Slot>>(recordTypes.map((type) => [type, new Map()]));
  readonly #lists = new Map<RecordType, { live: AnyRecord[]; trashed: AnyRecord[] }>();
  readonly #links = new Map<RecordType, Links>();
  /** Links that are being read ahead and are not complete yet. */
  #growing: { readonly type: RecordType; readonly links: Links } | null = null;

  /** How many records there are, those that cannot be read among them. */
  get size(): number {
    let size = 0;
    for (const slots of this.#byType.values()) size += slots.size;
    return size;
  }

  slot(type: string, id: string): Slot | undefined {
    return this.#byType.get(type)?.get(id);
  }

  *slots(): Iterable<Slot> {
    for (const slots of this.#byType.values()) yield* slots.values();
  }

  /** Puts a record's JSON in its place, where an earlier one may stand. */
  put(type: string, id: string, json: Uint8Array, entry?: Entry): Slot {
    const links = isRecordType(type) ? this.#linksKept(type) : [];
    let slot = this.slot(type, id);
    if (slot === undefined) {
      slot = new Slot(type, id, json);
      if (entry !== undefined) slot.replace(json, entry);
      const ofType = this.#byType.get(type) ?? new Map<string, Slot>();
      this.#byType.set(type, ofType.set(id, slot));
    } else {
      for (const each of links) each.remove(slot);
      slot.replace(json, entry);
    }
    for (const each of links) each.add(slot);
    if (isRecordType(type)) this.#lists.delete(type);
    return slot;
  }

  /** The same for JSON that says itself what it is the record of. */
  putJson(json: Uint8Array): Slot {
    const name = nameIn(json);
    if (name === null) throw new Error('A record without a name');
    return this.put(name.type, name.id, json);
  }

  entry(type: RecordType, id: RecordId): Entry | undefined {
    return this.slot(type, id)?.entry();
  }

  *entries(type: RecordType): Iterable<Entry> {
    for (const slot of this.#byType.get(type)?.values() ?? []) {
      const entry = slot.entry();
      if (entry !== undefined) yield entry;
    }
  }

  *referring(type: RecordType, field: string, id: RecordId): Iterable<Entry> {
    for (const slot of this.#linksOf(type).to(field, id)) {
      const entry = slot.entry();
      if (entry !== undefined) yield entry;
    }
  }

  get<T extends RecordType>(type: T, id: RecordId): RecordOf<T> | undefined {
    const entry = this.entry(type, id);
    return entry === undefined ? undefined : asKind<T>(entry.record);
  }

  all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return isLong(type) ? this.#read(type, (deletedAt) => deletedAt === null) : this.#listsOf(type).live.map(asKind<T>);
  }

  trashed<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return isLong(type)
      ? this.#read(type, (deletedAt) => deletedAt !== null)
      : this.#listsOf(type).trashed.map(asKind<T>);
  }

  naming<T extends RecordType>(type: T, field: string, id: RecordId): readonly RecordOf<T>[] {
    const found: RecordOf<T>[] = [];
    for (const { record } of this.referring(type, field, id))
      if (record.deletedAt === null) found.push(asKind<T>(record));
    return found;
  }

  /**
   * Reads what will soon be asked for, a little at a time between other work: every record that is not long, and which
   * record names which. Answers how many records this version cannot read.
   */
  async readAhead(isStopped: () => boolean): Promise<number> {
    let unreadable = 0;
    for (const [type, slots] of this.#byType) if (!isRecordType(type)) unreadable += slots.size;
    let began = performance.now();
    for (const type of recordTypes) {
      const links = new Links(type);
      this.#growing = { type, links };
      // Slots that are put meanwhile come by here too.
      for (const slot of this.#byType.get(type)?.values() ?? []) {
        links.add(slot);
        if (slot.isUnreadable) unreadable += 1;
        if (performance.now() - began < slice) continue;
        await setImmediate();
        if (isStopped()) return unreadable;
        began = performance.now();
      }
      if (!this.#links.has(type)) this.#links.set(type, links);
      this.#growing = null;
    }
    return unreadable;
  }

  #linksKept(type: RecordType): Links[] {
    const complete = this.#links.get(type);
    return [
      ...(complete === undefined ? [] : [complete]),
      ...(this.#growing?.type === type ? [this.#growing.links] : []),
    ];
  }

  #linksOf(type: RecordType): Links {
    let links = this.#links.get(type);
    if (links === undefined) {
      links = new Links(type);
      for (const slot of this.#byType.get(type)?.values() ?? []) links.add(slot);
      this.#links.set(type, links);
    }
    return links;
  }

  /** The records of a long kind, read for this one time: a list that is kept would hold on to all of them. */
  #read<T extends RecordType>(type: T, isWanted: (deletedAt: unknown) => boolean): RecordOf<T>[] {
    const found: RecordOf<T>[] = [];
    for (const slot of this.#byType.get(type)?.values() ?? []) {
      const entry = isWanted(slot.beginning()?.['deletedAt']) ? slot.entry() : undefined;
      if (entry !== undefined) found.push(asKind<T>(entry.record));
    }
    return found;
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
    yield* this.#over(type, this.base.entries(type), () => true);
  }

  *referring(type: RecordType, field: string, id: RecordId): Iterable<Entry> {
    yield* this.#over(type, this.base.referring(type, field, id), ({ record }) => idsAt(record, field).includes(id));
  }

  /** What stands over the base, in the order in which kinds and records were first touched. */
  *changes(): Iterable<Entry> {
    for (const ofType of this.#changed.values()) yield* ofType.values();
  }

  *#over(type: RecordType, below: Iterable<Entry>, isWanted: (entry: Entry) => boolean): Iterable<Entry> {
    const changed = this.#changed.get(type);
    for (const entry of below) if (changed?.has(entry.record.id) !== true) yield entry;
    for (const entry of changed?.values() ?? []) if (isWanted(entry)) yield entry;
  }
}
