import type { AnyRecord, NewFields, Patch, RecordOf, RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';

/** Reads what is on the disk: nothing that a transaction has not made durable yet is seen. Records are deeply frozen. */
export interface Reader {
  /** The record, in the Trash or not; undefined when there is none. */
  get<T extends RecordType>(type: T, id: RecordId): RecordOf<T> | undefined;
  /** All records of a kind that are not in the Trash, in no order that may be relied upon. */
  all<T extends RecordType>(type: T): readonly RecordOf<T>[];
  /** All records of a kind that are in the Trash. */
  trashed<T extends RecordType>(type: T): readonly RecordOf<T>[];
  /**
   * The records of a kind that are not in the Trash and whose `field`, one of the kind's relations, names this id. Found
   * without a look at all the others.
   */
  naming<T extends RecordType>(type: T, field: string, id: RecordId): readonly RecordOf<T>[];
}

/**
 * Changes inside one transaction; reads see its own changes. A change that cannot be (no such record, a field that
 * is wrong, a reference to nothing) throws a Refusal, which ends the transaction: nothing of it is kept.
 */
export interface Transaction extends Reader {
  /** The record; a Refusal (`not-found`) when there is none. */
  existing<T extends RecordType>(type: T, id: RecordId): RecordOf<T>;
  /** Makes a record; blank fields are filled in. An `id` that is taken is refused. */
  create<T extends RecordType>(type: T, fields: NewFields<T>, id?: RecordId): RecordOf<T>;
  /** Changes some fields. A patch that changes nothing leaves the record, its revision too, as it is. */
  update<T extends RecordType>(type: T, id: RecordId, patch: Patch<T>): RecordOf<T>;
  /** Puts a record and all its parts into the Trash. Trashing what is there already changes nothing. */
  trash(type: RecordType, id: RecordId): void;
  /**
   * Takes a record out of the Trash, and those of its parts that went there with it. What it belongs to comes back too
   * when that is in the Trash: a note without its meeting could be seen nowhere.
   */
  restore(type: RecordType, id: RecordId): void;
  /**
   * Sets a record's own fields, and whether it is trashed, back to what they were: the one move of undo and redo. `null`,
   * for a record that was not there, puts it into the Trash by itself.
   */
  revert(type: RecordType, id: RecordId, to: AnyRecord | null): void;
}

/** Who changes, and what it is called: the words of "Undo …" are found by `verb` and `type`. */
export interface Intent {
  readonly by: RecordId;
  readonly verb: ChangeVerb;
  readonly type: RecordType;
  /** Changes with one key that follow each other are one step of undo (the autosaves of one note). */
  readonly mergeKey?: string;
  /** They are one step however long they take (files that are added together), and not only for a minute. */
  readonly isOneRun?: boolean;
}

export type ChangeVerb =
  | 'create'
  | 'edit'
  | 'trash'
  | 'restore'
  | 'duplicate'
  | 'reschedule'
  | 'reorder'
  | 'import'
  | 'sync'
  | 'undo'
  | 'redo';

/** One record before and after a transaction; null where it was not there. */
export interface Change {
  readonly type: RecordType;
  readonly id: RecordId;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord;
}

/** A transaction that is on the disk. */
export interface Commit {
  readonly intent: Intent;
  readonly changes: readonly Change[];
}

/** The one door to what Attaché knows. */
export interface Store extends Reader {
  /**
   * Runs `work`, validates what it changed, makes it durable (fsync), and only then lets readers see it and answers.
   * Calls that arrive while one is written share the next write. When the write fails, memory and disk stay as they
   * were and the answer says why (`disk-full`, `cannot-write`). `work` must not be asynchronous. Whatever it throws that
   * is no Refusal is a broken invariant: the promise is rejected with it as the cause.
   */
  transact<V>(intent: Intent, work: (tx: Transaction) => V): Promise<Result<V>>;
  /** Told after each commit, once it is durable. The answer ends it. */
  onCommit(listener: (commit: Commit) => void): () => void;
  /** Told after a backup took the place of everything. */
  onReplaced(listener: () => void): () => void;
  /** Waits for what is being written, then refuses further changes. */
  close(): Promise<void>;
}
