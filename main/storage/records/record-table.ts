import { definitions } from '@shared/domain/records';
import type { AnyRecord, RecordOf, RecordType } from '@shared/domain/records';
import { idsAt } from '@shared/domain/relations';
import type { RecordId } from '@shared/domain/values';
import { Pace } from '../pace';
import type { Reader } from '../store';
import { Links } from './links';
import type { PlacedLines } from './placed-lines';
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

/** How many lines are looked at before other work may go first. */
const linesAtOnce = 512;

/** Records of one kind that nobody has asked for yet, in one stretch of bytes. */
interface Unread {
  readonly lines: PlacedLines;
  readonly indices: number[];
  readonly onSlot: (slot: Slot) => void;
}

/**
 * Every committed record, by kind and id, and the lists that readers ask for again and again. Records can be put into it
 * without being looked at; their names are read when something of their kind is first asked for.
 */
export class RecordTable implements EntrySource, Reader {
  readonly #byType = new Map<string, Map<string, Slot>>();
  readonly #unread = new Map<string, Unread[]>();
  readonly #lists = new Map<RecordType, { live: readonly AnyRecord[]; trashed: readonly AnyRecord[] }>();
  readonly #links = new Map<RecordType, Links>();
  /** Links that are being read ahead and are not complete yet. */
  #growing: { readonly type: RecordType; readonly links: Links } | null = null;

  slot(type: string, id: string): Slot | undefined {
    return this.#slotsOf(type).get(id);
  }

  /** All of them, those that this version cannot read among them. */
  *slots(): Iterable<Slot> {
    for (const type of new Set([...this.#unread.keys(), ...this.#byType.keys()])) yield* this.#slotsOf(type).values();
  }

  /**
   * Takes in the records of a file, of which none is looked at before it is asked for; where one was `put` already, that
   * one is newer. `onSlot` is told of each when it is looked at. Answers the indices of lines that are no records.
   */
  async shelve(lines: PlacedLines, onSlot: (slot: Slot) => void): Promise<number[]> {
    const strangers: number[] = [];
    const byType = new Map<string, Unread>();
    const pace = new Pace();
    for (let index = 0; index < lines.count; index += 1) {
      if (index % linesAtOnce === 0) await pace.giveWay();
      const type = lines.typeAt(index);
      if (type === null) {
        strangers.push(index);
        continue;
      }
      let unread = byType.get(type);
      if (unread === undefined || unread.indices.length === linesAtOnce) {
        unread = { lines, indices: [], onSlot };
        byType.set(type, unread);
        const ofType = this.#unread.get(type);
        if (ofType === undefined) this.#unread.set(type, [unread]);
        else ofType.push(unread);
      }
      unread.indices.push(index);
    }
    return strangers;
  }

  /** Puts a record's JSON in its place, where an earlier one may stand. */
  put(type: string, id: string, json: Uint8Array, entry?: Entry): Slot {
    const links = isRecordType(type) ? this.#linksKept(type) : [];
    const ofType = this.#mapOf(type);
    let slot = ofType.get(id);
    if (slot === undefined) {
      slot = new Slot(type, id, json);
      if (entry !== undefined) slot.replace(json, entry);
      ofType.set(id, slot);
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
    for (const slot of this.#slotsOf(type).values()) {
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
    return this.#listsOf(type).live.map(asKind<T>);
  }

  trashed<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return this.#listsOf(type).trashed.map(asKind<T>);
  }

  naming<T extends RecordType>(type: T, field: string, id: RecordId): readonly RecordOf<T>[] {
    const found: RecordOf<T>[] = [];
    for (const { record } of this.referring(type, field, id))
      if (record.deletedAt === null) found.push(asKind<T>(record));
    return found;
  }

  /** Reads which records of a kind there are, a little at a time between other work. */
  async readNames(type: string): Promise<void> {
    const pace = new Pace();
    while (this.#readSome(type)) await pace.giveWay();
  }

  /** Reads all records of a kind, a little at a time between other work. */
  async readList(type: RecordType): Promise<void> {
    await this.readNames(type);
    const pace = new Pace();
    // Nobody else holds them yet.
    const held = new Set<Entry>();
    for (const slot of this.#mapOf(type).values()) {
      const entry = slot.entry();
      if (entry !== undefined) held.add(entry);
      await pace.giveWay();
    }
    this.#listsOf(type);
    held.clear();
  }

  /**
   * Reads what will soon be asked for, a little at a time between other work: which records there are, and which names
   * which. Answers how many there are that this version cannot read.
   */
  async readAhead(isStopped: () => boolean): Promise<number> {
    let unreadable = 0;
    const pace = new Pace();
    for (const type of new Set([...this.#unread.keys(), ...this.#byType.keys()])) {
      while (this.#readSome(type)) {
        await pace.giveWay();
        if (isStopped()) return unreadable;
      }
      if (!isRecordType(type)) {
        unreadable += this.#mapOf(type).size;
        continue;
      }
      const links = new Links(type);
      this.#growing = { type, links };
      // Slots that are put meanwhile come by here too.
      for (const slot of this.#mapOf(type).values()) {
        const beginning = links.add(slot);
        if (Number(beginning?.['schema']) > definitions[type].schema && slot.entry() === undefined) unreadable += 1;
        await pace.giveWay();
        if (isStopped()) return unreadable;
      }
      if (!this.#links.has(type)) this.#links.set(type, links);
      this.#growing = null;
    }
    return unreadable;
  }

  #mapOf(type: string): Map<string, Slot> {
    const known = this.#byType.get(type);
    if (known !== undefined) return known;
    const made = new Map<string, Slot>();
    this.#byType.set(type, made);
    return made;
  }

  #slotsOf(type: string): Map<string, Slot> {
    while (this.#readSome(type));
    return this.#mapOf(type);
  }

  /** Reads the names of some records of a kind; whether there were any left. */
  #readSome(type: string): boolean {
    // The last first: should a record stand in two, the later one counts.
    const unread = this.#unread.get(type)?.pop();
    if (unread === undefined) return false;
    const ofType = this.#mapOf(type);
    const { lines, onSlot } = unread;
    // In a journal a record may stand again and again; the last time counts.
    for (const index of unread.indices.reverse()) {
      const id = lines.idAt(index, type);
      let slot = ofType.get(id);
      if (slot === undefined) {
        slot = new Slot(type, id, lines, index);
        ofType.set(id, slot);
      }
      onSlot(slot);
    }
    return true;
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
      for (const slot of this.#slotsOf(type).values()) links.add(slot);
      this.#links.set(type, links);
    }
    return links;
  }

  #listsOf(type: RecordType): { live: readonly AnyRecord[]; trashed: readonly AnyRecord[] } {
    const known = this.#lists.get(type);
    if (known !== undefined) return known;
    const live: AnyRecord[] = [];
    const trashed: AnyRecord[] = [];
    for (const { record } of this.entries(type)) (record.deletedAt === null ? live : trashed).push(record);
    const lists = { live, trashed };
    // A list holds on to its records, which are many and long where the texts of notes are among them.
    if (!isLong(type)) this.#lists.set(type, lists);
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
