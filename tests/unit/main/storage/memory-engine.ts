import { instantOf } from '@shared/dates';
import type { CalendarDate, Instant } from '@shared/dates';
import type { NewFields, RecordOf, RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';
import type { StoreDocument } from '@main/storage/document';
import { readDocument, writeDocument } from '@main/storage/document';
import { Engine } from '@main/storage/engine';
import { emptyDocument, loadRecords } from '@main/storage/loaded-document';
import type { Intent, Transaction } from '@main/storage/store';

export const officer: RecordId = '5a1b0f5e-0f5b-4c55-9a39-0d6d3f6f3d01';
export const noSuchId: RecordId = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

/** An engine whose disk is a text in memory, which can be told to fail and counts what is written to it. */
export class MemoryEngine {
  readonly engine: Engine;
  readonly low: { data: StoreDocument; write: () => Promise<void> };
  text = '';
  writes = 0;
  failWith: string | null = null;
  now = Date.parse('2026-11-22T04:00:00.000Z');
  #ids = 0;

  constructor(document: StoreDocument = emptyDocument('device', 1)) {
    this.low = { data: document, write: () => this.#write() };
    this.engine = new Engine({
      low: this.low,
      entries: loadRecords(document).entries,
      clock: () => this.clock(),
      newId: () => this.newId(),
      beforeWrite: () => Promise.resolve(),
      afterClose: () => Promise.resolve(),
    });
  }

  async #write(): Promise<void> {
    await Promise.resolve();
    this.writes += 1;
    if (this.failWith !== null) throw Object.assign(new Error('The disk fails'), { code: this.failWith });
    this.text = Buffer.from(writeDocument(this.low.data)).toString('utf8');
  }

  clock(): Instant {
    this.now += 1000;
    return instantOf(this.now);
  }

  newId(): RecordId {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
  }

  /** One change that must succeed. */
  async change<V>(work: (tx: Transaction) => V, intent: Partial<Intent> = {}): Promise<V> {
    const result = await this.attempt(work, intent);
    if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.failure)}`);
    return result.value;
  }

  attempt<V>(work: (tx: Transaction) => V, intent: Partial<Intent> = {}): Promise<Result<V>> {
    return this.engine.transact({ by: officer, verb: 'edit', type: 'trip', ...intent }, work);
  }

  get<T extends RecordType>(type: T, id: RecordId): RecordOf<T> {
    const record = this.engine.get(type, id);
    if (record === undefined) throw new Error(`No ${type} ${id}`);
    return record;
  }

  /** What the disk holds, as it would be read at the next start. */
  onDisk(): StoreDocument {
    const found = readDocument(Buffer.from(this.text, 'utf8'), 1);
    if (found.kind !== 'document') throw new Error(`Not a document: ${found.kind}`);
    return found.document;
  }

  reopened(): MemoryEngine {
    return new MemoryEngine(this.onDisk());
  }
}

export function tripFields(name = 'Shenzhen visit (sample)'): NewFields<'trip'> {
  return {
    title: { en: name, zhHant: '', zhHans: '' },
    firstDay: '2026-03-02' as CalendarDate,
    lastDay: '2026-03-04' as CalendarDate,
  };
}

export function personFields(name = 'Chan (sample)'): NewFields<'person'> {
  return { familyName: { en: name, zhHant: '', zhHans: '' } };
}

export function organisationFields(name = 'Example Robotics (sample)'): NewFields<'organisation'> {
  return { legalName: { en: name, zhHant: '', zhHans: '' } };
}

export function meetingFields(tripId: RecordId | null): NewFields<'meeting'> {
  return { tripId, day: '2026-03-02' as CalendarDate };
}
