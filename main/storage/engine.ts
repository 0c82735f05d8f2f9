import type { Low } from 'lowdb';
import type { Instant } from '@shared/dates';
import type { AnyRecord, RecordOf, RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { checkChange } from './records/check-change';
import { failureOfWriting } from './disk/disk-failures';
import { systemCode } from './disk/disk-files';
import type { StoreDocument } from './document';
import { Overlay, RecordTable } from './records/record-table';
import { Refusal } from './records/refusal';
import type { Change, Commit, Intent, Store, Transaction } from './store';
import { keyOf, storedByKey } from './records/stored-record';
import type { Entry } from './records/stored-record';
import { OverlayTransaction } from './records/transaction';

/** What is asked of the store and not yet begun; `turn` runs alone, `change`s that follow each other share a write. */
type Waiting =
  | { readonly kind: 'turn'; readonly run: () => Promise<void> }
  | { readonly kind: 'change'; readonly attempt: (batch: Batch) => Attempt | null };
type WaitingChange = Extract<Waiting, { kind: 'change' }>;

/** A change whose work has run well: its commit, and how to answer once it is durable. */
interface Attempt {
  readonly commit: Commit;
  readonly answer: () => void;
  readonly giveUp: (cause: unknown) => void;
}

/** What the changes of one write have changed so far. */
interface Batch {
  readonly overlay: Overlay;
  seq: number;
}

export interface EngineParts {
  readonly low: Pick<Low<StoreDocument>, 'data' | 'write'>;
  readonly entries: Iterable<Entry>;
  readonly clock: () => Instant;
  readonly newId: () => RecordId;
  /** Runs before each write, with the document that the write is about to replace. */
  readonly beforeWrite: (present: StoreDocument) => Promise<void>;
  readonly afterClose: () => Promise<void>;
}

/** The store: one queue, one writer, and memory that follows the disk and never runs ahead of it. */
export class Engine implements Store {
  readonly #parts: EngineParts;
  #table: RecordTable;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #isClosed = false;
  readonly #commitListeners = new Set<(commit: Commit) => void>();
  readonly #replacedListeners = new Set<() => void>();

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#table = new RecordTable(parts.entries);
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

  transact<V>(intent: Intent, work: (tx: Transaction) => V): Promise<Result<V>> {
    if (this.#isClosed) return Promise.resolve(failed({ code: 'cannot-write', reason: 'closed' }));
    return new Promise((resolve, reject) => {
      const giveUp = (cause: unknown): void => {
        if (systemCode(cause) === undefined) reject(new Error('A change could not be written', { cause }));
        else resolve(failed(failureOfWriting(cause)));
      };
      const attempt = (batch: Batch): Attempt | null => {
        try {
          const { value, commit } = this.#apply(batch, intent, work);
          return { commit, giveUp, answer: () => resolve(success(value)) };
        } catch (cause) {
          if (cause instanceof Refusal) resolve(failed(cause.failure));
          else reject(new Error('The work of a transaction broke off', { cause }));
          return null;
        }
      };
      this.#enqueue({ kind: 'change', attempt });
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
    await this.#running;
    await this.#parts.afterClose();
  }

  /** Runs a task while nothing else is being written; it is given the document that is on the disk. */
  alone<V>(task: (present: StoreDocument) => Promise<V>): Promise<V> {
    if (this.#isClosed) return Promise.reject(new Error('The store is closed'));
    return new Promise((resolve, reject) => {
      const run = (): Promise<void> => task(this.#parts.low.data).then(resolve, reject);
      this.#enqueue({ kind: 'turn', run });
    });
  }

  /** Puts another document in the place of everything; only inside `alone`. Throws the disk's error, changing nothing. */
  async replaceAll(document: StoreDocument, entries: Iterable<Entry>): Promise<void> {
    await this.#write(document);
    this.#table = new RecordTable(entries);
    for (const listener of this.#replacedListeners) tell(listener);
  }

  #enqueue(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    // Changes that are asked for in one breath are gathered before the first is begun.
    await Promise.resolve();
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (next.kind === 'turn') {
        this.#waiting.shift();
        await next.run();
      } else {
        await this.#commit(this.#takeChanges());
      }
    }
    this.#running = null;
  }

  #takeChanges(): WaitingChange[] {
    const taken: WaitingChange[] = [];
    for (let next = this.#waiting[0]; next?.kind === 'change'; next = this.#waiting[0]) {
      taken.push(next);
      this.#waiting.shift();
    }
    return taken;
  }

  /** One write for many changes: a refused one leaves no trace, a failed write leaves none of any. */
  async #commit(changes: readonly WaitingChange[]): Promise<void> {
    const present = this.#parts.low.data;
    const batch: Batch = { overlay: new Overlay(this.#table), seq: present.seq };
    const attempts = changes.map((change) => change.attempt(batch)).filter((attempt) => attempt !== null);
    const entries = [...batch.overlay.changes()];
    if (entries.length > 0) {
      const records = { ...present.records, ...storedByKey(entries) };
      try {
        await this.#parts.beforeWrite(present);
        await this.#write({ ...present, seq: batch.seq, records });
      } catch (cause) {
        for (const { giveUp } of attempts) giveUp(cause);
        return;
      }
      this.#table.put(entries);
    }
    for (const { commit } of attempts) {
      if (commit.changes.length > 0) for (const listener of this.#commitListeners) tell(() => listener(commit));
    }
    for (const { answer } of attempts) answer();
  }

  async #write(document: StoreDocument): Promise<void> {
    const { low } = this.#parts;
    const present = low.data;
    low.data = document;
    try {
      await low.write();
    } catch (cause) {
      low.data = present;
      throw cause;
    }
  }

  /** Runs one change's work over what the batch has so far, checks it, and only then lets it into the batch. */
  #apply<V>(batch: Batch, intent: Intent, work: (tx: Transaction) => V): { value: V; commit: Commit } {
    const { clock, newId, low } = this.#parts;
    const tx = new OverlayTransaction(batch.overlay, {
      by: intent.by,
      at: clock(),
      newId,
      isTaken: (type, id) => Object.hasOwn(low.data.records, keyOf(type, id)),
    });
    const value = work(tx);
    if (value instanceof Promise) throw new TypeError('The work of a transaction must not be asynchronous');

    const changed = [...tx.overlay.changes()];
    for (const entry of changed) {
      checkChange(tx.overlay, batch.overlay.entry(entry.record.type, entry.record.id), entry);
    }
    const changes = changed.map(({ record, sync }): Change => {
      const before: AnyRecord | null = batch.overlay.entry(record.type, record.id)?.record ?? null;
      batch.seq += 1;
      batch.overlay.put({ record, sync: Object.freeze({ ...sync, seq: batch.seq }) });
      return { type: record.type, id: record.id, before, after: record };
    });
    return { value, commit: { intent, changes } };
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
