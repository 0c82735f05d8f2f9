import type { Body } from '@shared/domain/revision';
import type { RecordKey, SyncedRecord } from '../synced-record';

/** The store as sync sees it: records with all their leaves, and the files that they name. */
export interface SyncedStore {
  /** Changes when everything in it was replaced at once: then nothing that was remembered of a peer is true of it. */
  identity(): string;
  /** How many changes of records there were on this device. */
  count(): number;
  /** The record; one without leaves when there is none. */
  get(key: RecordKey): SyncedRecord;
  /** Whether what a leaf from elsewhere says can be shown here, or carried along for a newer version. */
  canHold(key: RecordKey, body: Body): boolean;
  /** The records that changed after so many changes, those that changed first being first. */
  changedSince(count: number): Promise<readonly RecordKey[]>;
  /**
   * Gives each record to `work` and writes what it answers, all in one: answers when it is durable, or throws and has
   * changed nothing. Nobody else's change comes between. `work` is not asynchronous.
   */
  change(keys: readonly RecordKey[], work: (record: SyncedRecord) => SyncedRecord): Promise<void>;
  /** The bytes of a file, by its SHA-256; null when it is not here, or is not what it was. */
  file(sha256: string): Promise<Uint8Array | null>;
}

/** What this device remembers of one peer. */
export interface Memory {
  read(): unknown;
  /** Answers when it is durable; throws when it cannot be. */
  keep(value: unknown): Promise<void>;
}
