import { setImmediate } from 'node:timers/promises';
import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { foldTable } from '@shared/search/fold';
import { Pace } from '../storage/pace';
import type { Snapshot } from '../storage/snapshot';
import { PendingRecords } from './pending';
import type { Looked, Pending } from './pending';
import { piecesOf } from './pieces';
import { FoundInSegments } from './found';
import type { Found } from './found';
import { isTrueTo, searchedName } from './kept-records';
import { Parcel } from './parcel';
import { makePrint } from './print';
import { isPlainId } from './segment-bytes';
import { Segment } from './segment';
import type { SegmentMaker } from './segment-maker';
import { unitClasses } from './unit-classes';

/** The records as they stand in the store, for which the index is made. */
export interface IndexedRecords {
  ready(): Promise<void>;
  snapshot(): Pick<Snapshot, 'records'>;
  jsonAt(type: string, id: string): Uint8Array | undefined;
}

/** Where segments are kept between one opening and the next. */
export interface SegmentShelf {
  load(onSegment: (segment: Segment) => void): Promise<{ thrownAway: number }>;
  keep(segment: Segment, instead: readonly Segment[]): Promise<void>;
  remove(segment: Segment): Promise<void>;
}

export interface TextIndexParts {
  readonly records: IndexedRecords;
  readonly maker: SegmentMaker;
  readonly shelf: SegmentShelf | null;
  /** Everything is in the index now, for the first time since it was opened or replaced. */
  readonly onComplete: () => void;
  /** What went wrong that costs nobody a word, without words of anybody's. */
  readonly onOddity: (what: string) => void;
}

/** So many records, or bytes of them, are taken into the index at once, at the most. */
const mostDocuments = 16_384;
const mostBytes = 40 << 20;
/** So many may wait to be taken in. */
const mostPending = 64;
/** In milliseconds: after a pause of this length also fewer are. */
const quietFor = 60_000;
/** So many documents of each segment that was kept are compared with the store. */
const samples = 24;

/**
 * The index of everything that is written: segments that never change, made in a thread of its own, and a few records that
 * wait to be taken in and are looked through themselves. A record that changes is taken out of its segment at once and
 * waits. Nothing that it answers is to be believed before it was read in the store.
 */
export class TextIndex {
  readonly #parts: TextIndexParts;
  #segments: Segment[] = [];
  readonly #pending = new PendingRecords();
  /** Changed while a segment was being made or the store was being gone through. */
  #touched = new Set<RecordId>();
  #isChecked = false;
  #wasComplete = false;
  #isClosed = false;
  #turn: Promise<void> = Promise.resolve();
  #isWaitingToDrain = false;
  #quiet: NodeJS.Timeout | undefined;

  constructor(parts: TextIndexParts) {
    this.#parts = parts;
  }

  /** Takes in what was kept, compares it with the store, and makes what is missing. Answers when that is done. */
  open(): Promise<void> {
    return this.#next(async () => {
      await warmUp();
      await this.#load();
      await this.#parts.records.ready();
      await this.#check();
      await this.#drainAll();
    });
  }

  /** Whatever is wrong with what was kept, everything is found without it. */
  async #load(): Promise<void> {
    const { shelf, onOddity } = this.#parts;
    try {
      const loaded = await shelf?.load((segment) => this.#segments.push(segment));
      if (loaded === undefined || loaded.thrownAway === 0) return;
      onOddity(`${loaded.thrownAway} files of the index were of no use and are made anew`);
    } catch (cause) {
      this.#segments = [];
      onOddity(`the index could not be read (${nameOf(cause)})`);
    }
  }

  /** Everything in the store may be another now. */
  replaced(): Promise<void> {
    this.#isChecked = false;
    this.#wasComplete = false;
    this.#pending.clear();
    return this.#next(async () => {
      await this.#parts.records.ready();
      await this.#check();
      await this.#drainAll();
    });
  }

  /** Notes what became of a record; null when it is not to be found any more. */
  note(kind: SearchedKind, id: RecordId, record: AnyRecord | null): void {
    this.#touched.add(id);
    this.#takeOut(id);
    if (record === null) this.#pending.forget(id);
    else this.#pending.put(kind, id);
    if (this.#pending.size >= mostPending) this.#drainSoon();
    else if (this.#pending.size > 0) this.#quiet ??= setTimeout(() => this.#drainSoon(), quietFor).unref();
  }

  /** Whether every record is in a segment or pending. */
  get isComplete(): boolean {
    return this.#isChecked;
  }

  /** What waits to be taken in; the texts of what is looked at are kept with `look`. */
  pending(): Iterable<Pending> {
    return this.#pending;
  }

  /** The texts of a pending record, which are kept at hand. */
  look(id: RecordId, record: AnyRecord): Looked {
    return this.#pending.look(id, record);
  }

  /** What may have these folded words; everything when there are none. */
  find(words: readonly string[]): Found {
    const pieces = piecesOf(words);
    return new FoundInSegments(this.#segments, pieces);
  }

  /** In bytes. */
  get size(): number {
    return this.#segments.reduce((sum, { whole }) => sum + whole.length, 0);
  }

  /** Answers when everything that was pending is in a segment. */
  drain(): Promise<void> {
    return this.#next(() => this.#drainAll());
  }

  /** Keeps all segments once more, after what was kept was removed. */
  keepAgain(): Promise<void> {
    return this.#next(async () => {
      for (const segment of this.#segments) await this.#parts.shelf?.keep(segment, []);
    });
  }

  /** Stops at the next step, and forgets everything. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#quiet);
    this.#parts.maker.close();
    await this.#turn;
    this.#segments = [];
    this.#pending.clear();
    this.#touched.clear();
  }

  #next(task: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(async () => {
      if (!this.#isClosed) await task();
    });
    this.#turn = done.catch((cause: unknown) => {
      // Closing ends the thread in the midst of its work. Otherwise what is pending stays so and is still found.
      if (!this.#isClosed) this.#parts.onOddity(`the index could not be made (${nameOf(cause)})`);
    });
    return this.#turn;
  }

  #drainSoon(): void {
    clearTimeout(this.#quiet);
    this.#quiet = undefined;
    if (this.#isWaitingToDrain || !this.#isChecked) return;
    this.#isWaitingToDrain = true;
    void this.#next(async () => {
      this.#isWaitingToDrain = false;
      await this.#drainAll();
    });
  }

  /** Goes through the store: what is not in a segment as it is now is pending, and what is in one and not there goes. */
  async #check(): Promise<void> {
    const print = await makePrint();
    this.#touched = new Set();
    const pace = new Pace();
    const segments = this.#segments;
    for (const segment of segments) segment.reviveAll();
    const isThere = new Map(segments.map((segment) => [segment, new Uint8Array(segment.count)]));
    for (const json of this.#parts.records.snapshot().records) {
      await pace.giveWay();
      if (this.#isClosed) return;
      const name = searchedName(json);
      if (name === null || this.#touched.has(name.id)) continue;
      const home = this.#homeOf(name.id, print(json));
      const seen = home === null ? undefined : isThere.get(home.segment);
      if (home !== null && seen !== undefined) seen[home.document] = 1;
      else this.#pending.put(name.kind, name.id);
    }
    for (const segment of segments) {
      const seen = isThere.get(segment);
      for (let document = 0; document < segment.count; document += 1) {
        if (seen?.[document] !== 1) segment.drop(document);
      }
      await pace.giveWay();
    }
    this.#isChecked = true;
    await this.#compareSamples(pace);
    this.#tellWhenComplete();
  }

  /** A segment whose sum is right may still have been made wrongly, or by somebody else: some documents are looked at anew. */
  async #compareSamples(pace: Pace): Promise<void> {
    for (const segment of [...this.#segments]) {
      for (let sample = 0; sample < Math.min(samples, segment.count); sample += 1) {
        const document = Math.floor(Math.random() * segment.count);
        if (segment.isGone(document)) continue;
        const id = segment.id(document);
        const kind = segment.kind(document);
        const json = this.#parts.records.jsonAt(kind, id);
        if (json !== undefined && !isTrueTo(segment, document, json)) {
          this.#parts.onOddity(`a segment of the index does not know ${kind} ${id} as it is; it is made anew`);
          this.#giveUp(segment);
          await this.#parts.shelf?.remove(segment);
          break;
        }
        await pace.giveWay();
        if (this.#isClosed) return;
      }
    }
  }

  #giveUp(segment: Segment): void {
    this.#segments = this.#segments.filter((each) => each !== segment);
    for (let document = 0; document < segment.count; document += 1) {
      if (segment.isGone(document)) continue;
      const id = segment.id(document);
      if (!this.#pending.has(id)) this.#pending.put(segment.kind(document), id);
    }
  }

  #homeOf(id: RecordId, print: bigint): { segment: Segment; document: number } | null {
    for (const segment of this.#segments) {
      const document = segment.documentOf(id);
      if (document !== -1 && segment.print(document) === print) return { segment, document };
    }
    return null;
  }

  async #drainAll(): Promise<void> {
    clearTimeout(this.#quiet);
    this.#quiet = undefined;
    // What no segment can hold stays pending and is looked through itself.
    for (let left = Infinity; this.#pending.size > 0 && this.#pending.size < left && !this.#isClosed;) {
      left = this.#pending.size;
      await this.#drainOnce();
    }
    this.#tellWhenComplete();
  }

  /** Makes one segment of what is pending, and of segments that have become small beside it. */
  async #drainOnce(): Promise<void> {
    const { records, maker } = this.#parts;
    this.#touched = new Set();
    const sent = new Map<RecordId, SearchedKind>();
    const merged = this.#toMerge();
    const parcel = new Parcel(maker);
    const pace = new Pace();
    const send = async (kind: SearchedKind, id: RecordId): Promise<void> => {
      const json = records.jsonAt(kind, id);
      if (json !== undefined && isPlainId(id)) {
        sent.set(id, kind);
        parcel.put(json);
      } else if (json === undefined) this.#pending.forget(id);
      await pace.giveWay();
    };
    for (const { id, kind } of [...this.#pending]) {
      if (this.#isClosed || sent.size >= mostDocuments || parcel.total >= mostBytes) break;
      await send(kind, id);
    }
    for (const segment of merged) {
      for (let document = 0; document < segment.count && !this.#isClosed; document += 1) {
        if (segment.isGone(document)) continue;
        const id = segment.id(document);
        if (!sent.has(id)) await send(segment.kind(document), id);
      }
    }
    parcel.end();
    const segment = Segment.read(await maker.finish());
    if (this.#isClosed || segment === null) return;
    for (let document = 0; document < segment.count; document += 1) {
      const id = segment.id(document);
      // What was changed meanwhile is pending as it is now.
      if (this.#touched.has(id)) segment.drop(document);
      else this.#pending.forget(id);
    }
    // A thread that ended in between has not seen all of it.
    for (const [id, kind] of segment.count === sent.size ? [] : sent) {
      if (segment.documentOf(id) === -1 && !this.#touched.has(id)) this.#pending.put(kind, id);
    }
    this.#segments = [...this.#segments.filter((each) => !merged.includes(each)), segment];
    void this.#parts.shelf?.keep(segment, merged);
  }

  /** Segments that are no more than twice what is made anyway, so that there are ever only a few. */
  #toMerge(): Segment[] {
    const merged: Segment[] = [];
    let total = this.#pending.size;
    for (const segment of [...this.#segments].sort((one, other) => one.live - other.live)) {
      const isWorn = segment.live < segment.count / 2;
      const isSmall = segment.live <= total * 2 + mostPending && segment.whole.length < mostBytes / 8;
      if (!isWorn && !isSmall) continue;
      if (total + segment.live > mostDocuments) continue;
      merged.push(segment);
      total += segment.live;
    }
    return merged;
  }

  #takeOut(id: RecordId): void {
    for (const segment of this.#segments) {
      const document = segment.documentOf(id);
      if (document !== -1) segment.drop(document);
    }
  }

  #tellWhenComplete(): void {
    if (this.#wasComplete || !this.#isChecked || this.#pending.size >= mostPending) return;
    this.#wasComplete = true;
    this.#parts.onComplete();
  }
}

/** Tables that are made when they are first asked for, each in a moment of its own. */
async function warmUp(): Promise<void> {
  foldTable();
  await setImmediate();
  unitClasses();
  await setImmediate();
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause;
}
