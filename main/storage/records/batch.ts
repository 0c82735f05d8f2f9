import type { Instant } from '@shared/dates';
import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Change, Commit, Intent, Transaction } from '../store';
import { checkChange } from './check-change';
import { Overlay } from './record-table';
import type { RecordTable } from './record-table';
import { jsonOf } from './stored-record';
import type { Entry } from './stored-record';
import { OverlayTransaction } from './transaction';

/** A record as it is to be written; without an entry it is one that this version cannot read. */
export interface Written {
  readonly type: string;
  readonly id: string;
  readonly json: Uint8Array;
  readonly entry?: Entry;
}

export function writtenAs(entry: Entry): Written {
  return { type: entry.record.type, id: entry.record.id, json: jsonOf(entry), entry };
}

/** What one transaction changes, and the device's count of changes after it. */
export interface Applied<V> {
  readonly value: V;
  readonly commit: Commit;
  readonly written: readonly Written[];
  readonly seq: number;
}

/** Changes that share a write: each sees what the ones before it did, and nobody else sees any of it. */
export class Batch {
  readonly #overlay: Overlay;
  #seq: number;

  constructor(
    private readonly table: RecordTable,
    seq: number,
    private readonly clock: () => Instant,
    private readonly newId: () => RecordId,
  ) {
    this.#overlay = new Overlay(table);
    this.#seq = seq;
  }

  /** Runs one change's work, checks it, and only then lets it into the batch. Throws whatever the work throws. */
  apply<V>(intent: Intent, work: (tx: Transaction) => V): Applied<V> {
    const overlay = this.#overlay;
    const tx = new OverlayTransaction(overlay, {
      by: intent.by,
      at: this.clock(),
      newId: this.newId,
      isTaken: (type, id) => this.table.slot(type, id) !== undefined,
    });
    const value = work(tx);
    if (value instanceof Promise) throw new TypeError('The work of a transaction must not be asynchronous');

    const changed = [...tx.overlay.changes()];
    for (const entry of changed) {
      checkChange(tx.overlay, overlay.entry(entry.record.type, entry.record.id), entry);
    }
    const written: Written[] = [];
    const changes = changed.map(({ record, sync }): Change => {
      const before: AnyRecord | null = overlay.entry(record.type, record.id)?.record ?? null;
      this.#seq += 1;
      const entry: Entry = { record, sync: Object.freeze({ ...sync, seq: this.#seq }) };
      overlay.put(entry);
      written.push(writtenAs(entry));
      return { type: record.type, id: record.id, before, after: record };
    });
    return { value, commit: { intent, changes }, written, seq: this.#seq };
  }
}
