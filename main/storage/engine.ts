import { performance } from 'node:perf_hooks';
import type { Instant } from '@shared/dates';
import type { RecordOf, RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { failureOfWriting } from './disk/disk-failures';
import { systemCode } from './disk/disk-files';
import { Compaction } from './layout/compaction';
import type { Generation } from './layout/generation';
import {
  beginStore,
  removeOtherGenerations,
  takeBackGeneration,
  tidyGenerations,
  writeGeneration,
} from './layout/generations';
import type { DataFolder } from './layout/generations';
import { Pace } from './pace';
import { Batch, writtenAs } from './records/batch';
import type { Applied, Written } from './records/batch';
import { branchedAt, branchedNames, changedSince, seqIn, writtenOf } from './records/branches';
import type { BranchedChange, BranchedRecord, RecordName } from './records/branches';
import { RecordTable } from './records/record-table';
import { Refusal } from './records/refusal';
import { readRecord } from './records/stored-record';
import { HeldJsons } from './records/slot';
import type { Entry } from './records/stored-record';
import type { Seal } from './seal/seal';
import type { Snapshot } from './snapshot';
import type { Commit, Intent, Store, Transaction } from './store';
import { WriteQueue } from './write-queue';

/** A change that is asked for; null when its work was refused, which it has answered then. */
type Asked = (batch: Batch) => Attempt | null;

/** A change whose work has run well, and how to answer once it is durable. */
interface Attempt extends Applied<unknown> {
  readonly answer: () => void;
  readonly giveUp: (cause: unknown) => void;
}

export interface EngineParts {
  readonly data: DataFolder;
  /** Null for a store of which nothing is on the disk yet. */
  readonly generation: Generation | null;
  readonly table: RecordTable;
  readonly seq: number;
  /** How a store is written of which nothing is on the disk yet. */
  readonly seal: Seal;
  /** Why nothing may be written at all; null for a store like any other. */
  readonly readOnly: Failure | null;
  readonly clock: () => Instant;
  readonly newId: () => RecordId;
  readonly onCompactionProblem: (failure: Failure) => void;
  readonly afterClose: () => Promise<void>;
}

/** How long the work of changes that share a write may hold up everything else, in milliseconds. */
const slice = 8;

/** The store: one queue, one writer, and memory that follows the disk and never runs ahead of it. */
export class Engine implements Store {
  readonly #parts: EngineParts;
  #table: RecordTable;
  #generation: Generation | null;
  #seq: number;
  readonly #queue: WriteQueue<Asked>;
  readonly #compaction: Compaction;
  /** Until then not every record has been named: buckets cannot be written, and a snapshot takes a while. */
  #reading: Promise<number> | null = null;
  #isRead = false;
  #isClosed = false;
  /** The number of a generation whose writing failed. */
  #unfinished: number | null = null;
  readonly #commitListeners = new Set<(commit: Commit) => void>();
  readonly #replacedListeners = new Set<() => void>();
  readonly #closingTasks: (() => Promise<void>)[] = [];

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#table = parts.table;
    this.#generation = parts.generation;
    this.#seq = parts.seq;
    this.#compaction = new Compaction(parts.onCompactionProblem);
    this.#queue = new WriteQueue(
      (next) => this.#commit(next),
      () => {
        if (!this.#isClosed && this.#isRead) this.#compaction.beginIfDue(this.#generation);
      },
    );
  }

  get<T extends RecordType>(type: T, id: RecordId): RecordOf<T> | undefined {
    return this.#table.get(type, id);
  }

  all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return this.#table.all(type);
  }

  trashed<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return this.#table.trashed(type);
  }

  naming<T extends RecordType>(type: T, field: string, id: RecordId): readonly RecordOf<T>[] {
    return this.#table.naming(type, field, id);
  }

  transact<V>(intent: Intent, work: (tx: Transaction) => V): Promise<Result<V>> {
    if (this.#isClosed) return Promise.resolve(failed({ code: 'cannot-write', reason: 'closed' }));
    if (this.#parts.readOnly !== null) return Promise.resolve(failed(this.#parts.readOnly));
    return new Promise((resolve, reject) => {
      const giveUp = (cause: unknown): void => {
        if (systemCode(cause) === undefined) reject(new Error('A change could not be written', { cause }));
        else resolve(failed(failureOfWriting(cause)));
      };
      const attempt = (batch: Batch): Attempt | null => {
        try {
          const applied = batch.apply(intent, work);
          return { ...applied, giveUp, answer: () => resolve(success(applied.value)) };
        } catch (cause) {
          if (cause instanceof Refusal) resolve(failed(cause.failure));
          else reject(new Error('The work of a transaction broke off', { cause }));
          return null;
        }
      };
      this.#queue.add(attempt);
    });
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    this.#commitListeners.add(listener);
    return () => this.#commitListeners.delete(listener);
  }

  onReplaced(listener: () => void): () => void {
    this.#replacedListeners.add(listener);
    return () => this.#replacedListeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#queue.running;
    await Promise.all(this.#closingTasks.map((task) => task()));
    await this.#compaction.stop();
    await this.#generation?.close();
    await this.#parts.afterClose();
  }

  /** `task` runs when the store closes, after the last change and before the folder may be another's. */
  beforeClose(task: () => Promise<void>): void {
    this.#closingTasks.push(task);
  }

  /** Nothing is on the disk yet; the first change makes the store. */
  get isFresh(): boolean {
    return this.#generation === null;
  }

  /** Answers when `snapshot` need not look at anything any more. */
  async ready(): Promise<void> {
    await this.readAhead();
  }

  /** Everything as it is on the disk now. */
  snapshot(): Snapshot {
    const { version, deviceId } = this.#parts.data;
    const records = new HeldJsons();
    for (const slot of this.#table.slots()) slot.hold(records);
    return { version, deviceId, seq: this.#seq, generation: this.#number, records };
  }

  /** Reads what would hold up everything else when it is asked for: every trip is listed, and notes are many. */
  async readFirst(): Promise<void> {
    await this.#table.readList('trip');
    await this.#table.readNames('note');
  }

  /** Reads what will soon be asked for, a little at a time; answers how many records this version cannot read. */
  readAhead(): Promise<number> {
    this.#reading ??= this.#table
      .readAhead(() => this.#isClosed)
      .finally(() => {
        this.#isRead = true;
      });
    return this.#reading;
  }

  /** Runs a task while nothing else is being written. */
  alone<V>(task: () => Promise<V>): Promise<V> {
    if (this.#isClosed) return Promise.reject(new Error('The store is closed'));
    return this.#queue.alone(task);
  }

  /**
   * Puts other records in the place of everything; only inside `alone`. `seq` is the device's count of changes from then
   * on. Throws the disk's error, changing nothing.
   */
  async replaceAll(records: Iterable<Uint8Array>, seq: number): Promise<void> {
    await this.#rewrite(records, seq, this.#generation?.seal ?? this.#parts.seal);
    for (const listener of this.#replacedListeners) tell(listener);
  }

  /** Writes everything anew under another seal; what it says stays the same. Throws the disk's error, changing nothing. */
  reseal(seal: Seal): Promise<void> {
    return this.alone(() => this.#rewrite(this.snapshot().records, this.#seq, seal));
  }

  /** Makes sure that nothing is left of what was there before a `reseal`. Throws the disk's error. */
  async removeOld(): Promise<void> {
    const { files, folder } = this.#parts.data;
    if (!this.isFresh) await this.alone(() => removeOtherGenerations(files, folder, this.#number));
  }

  /** Whether what the store writes is secret. */
  get isSecret(): boolean {
    return (this.#generation?.seal ?? this.#parts.seal).isSecret;
  }

  jsonAt(type: string, id: string): Uint8Array | undefined {
    return this.#table.slot(type, id)?.json;
  }

  /** Puts records into the store as they are; only before anybody else uses it. Throws the disk's error. */
  async recover(records: readonly Uint8Array[]): Promise<void> {
    const entries = records.map(readRecord).filter((read) => read.kind === 'entry');
    const written = entries.map(({ entry }) => writtenAs(entry));
    if (written.length > 0) await this.alone(() => this.#append([{ written, seq: this.#seq }]));
  }

  /** Puts the journals into the buckets now. Throws the disk's error, changing nothing. */
  async compact(): Promise<void> {
    await this.readAhead();
    await this.alone(async () => {
      await this.#compaction.stop();
      await this.#generation?.compact();
    });
  }

  /**
   * Notes that these records may have left this device, as must be durable before they do: from then on they are followed
   * and not amended. Throws the disk's error.
   */
  markShared(named: readonly { readonly type: RecordType; readonly id: RecordId }[]): Promise<void> {
    return this.alone(async () => {
      const written = named.flatMap(({ type, id }): Written[] => {
        const entry = this.#table.entry(type, id);
        if (entry === undefined || entry.sync.sh) return [];
        const shared: Entry = Object.freeze({ ...entry, sync: Object.freeze({ ...entry.sync, sh: true }) });
        return [writtenAs(shared)];
      });
      if (written.length > 0) await this.#append([{ written, seq: this.#seq }]);
    });
  }

  /** How many changes of records there were on this device, those of records that were only taken in among them. */
  get seq(): number {
    return this.#seq;
  }

  get deviceId(): string {
    return this.#parts.data.deviceId;
  }

  /** Another number after everything was replaced at once. */
  get generation(): number {
    // The first change makes the first one, which replaces nothing.
    return Math.max(1, this.#number);
  }

  branched(type: string, id: string): BranchedRecord | undefined {
    return branchedAt(this.#table, type, id);
  }

  /** The names of the records that changed after so many changes, those that changed first being first. */
  async changedSince(seq: number): Promise<RecordName[]> {
    return seq < this.#seq ? changedSince(this.#table, seq) : [];
  }

  /** The names of the records that may say two things. */
  disputed(): Promise<RecordName[]> {
    return branchedNames(this.#table);
  }

  /**
   * Writes what sync makes of records, all in one; nobody else's change comes between `work`'s reading and the write.
   * Throws the disk's error, changing nothing.
   */
  branch(intent: Intent, work: () => readonly BranchedChange[]): Promise<void> {
    if (this.#parts.readOnly !== null) return Promise.reject(new Error('A store of a newer version is not written to'));
    return this.alone(async () => {
      let seq = this.#seq;
      const made = work().map((change) => writtenOf(this.#table, change, change.isNews ? (seq += 1) : seqIn(change)));
      if (made.length === 0) return;
      await this.#append([{ written: made.map(({ written }) => written), seq }]);
      const changes = made.flatMap(({ change }) => change ?? []);
      if (changes.length === 0) return;
      for (const listener of this.#commitListeners) tell(() => listener({ intent, changes }));
    });
  }

  get #number(): number {
    return this.#generation?.manifest.generation ?? 0;
  }

  /** One write for the changes that wait: a refused one leaves no trace, a failed write leaves none of any. */
  async #commit(next: () => Asked | undefined): Promise<void> {
    const { clock, newId } = this.#parts;
    const batch = new Batch(this.#table, this.#seq, clock, newId);
    const attempts: Attempt[] = [];
    const began = performance.now();
    for (let asked = next(); asked !== undefined; asked = next()) {
      const attempt = asked(batch);
      if (attempt !== null) attempts.push(attempt);
      if (performance.now() - began > slice) break;
    }
    const writing = attempts.filter(({ written }) => written.length > 0);
    if (writing.length > 0) {
      try {
        await this.#append(writing);
      } catch (cause) {
        for (const { giveUp } of attempts) giveUp(cause);
        return;
      }
    }
    for (const { commit } of writing) for (const listener of this.#commitListeners) tell(() => listener(commit));
    for (const { answer } of attempts) answer();
  }

  /** Makes records durable, and then lets readers see them. */
  async #append(transactions: readonly { written: readonly Written[]; seq: number }[]): Promise<void> {
    const { data, seal } = this.#parts;
    await this.#takeBackUnfinished();
    this.#generation ??= await beginStore(data, { seal, slots: this.#table.slots(), seq: this.#seq });
    const generation = this.#generation;
    await generation.append(
      transactions.map(({ written, seq }) => ({ records: written.map(({ json }) => json), seq })),
    );
    for (const { written, seq } of transactions) {
      for (const { type, id, json, entry } of written) generation.touch(this.#table.put(type, id, json, entry));
      this.#seq = seq;
      generation.setSeq(seq);
    }
  }

  async #rewrite(records: Iterable<Uint8Array>, seq: number, seal: Seal): Promise<void> {
    const { data } = this.#parts;
    await this.#compaction.stop();
    const table = new RecordTable();
    const pace = new Pace();
    for (const json of records) {
      table.putJson(json);
      await pace.giveWay();
    }
    await this.#takeBackUnfinished();
    const number = this.#number + 1;
    const slots = table.slots();
    this.#unfinished = number;
    const generation = await (number === 1
      ? beginStore(data, { seal, slots, seq })
      : writeGeneration(data, { number, seal, slots, seq }));
    this.#unfinished = null;
    await this.#generation?.close();
    this.#generation = generation;
    this.#table = table;
    this.#seq = seq;
    await tidyGenerations(data.files, data.folder, number);
  }

  /**
   * A generation whose writing failed at its very end may be the one that counts at the next opening. Nothing is written
   * to the present one before it has gone.
   */
  async #takeBackUnfinished(): Promise<void> {
    if (this.#unfinished === null) return;
    await takeBackGeneration(this.#parts.data, this.#unfinished);
    this.#unfinished = null;
  }
}

/** A listener that throws is a broken invariant of its own; it must not undo the answer to a change that is durable. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (cause) {
    queueMicrotask(() => {
      throw cause;
    });
  }
}
