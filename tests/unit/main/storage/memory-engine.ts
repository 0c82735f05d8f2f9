import { instantOf } from '@shared/dates';
import type { CalendarDate, Instant } from '@shared/dates';
import type { NewFields, RecordOf, RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';
import type { DiskFiles, NewFile } from '@main/storage/disk/disk-files';
import { Engine } from '@main/storage/engine';
import { RecordTable } from '@main/storage/records/record-table';
import { jsonOfStored } from '@main/storage/records/stored-record';
import type { StoredRecord } from '@main/storage/records/stored-record';
import { plainSeal } from '@main/storage/seal/plain-seal';
import type { Intent, Transaction } from '@main/storage/store';

export const officer: RecordId = '5a1b0f5e-0f5b-4c55-9a39-0d6d3f6f3d01';
export const noSuchId: RecordId = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

/** A disk in memory that can be told to fail; what is written is durable at once. */
class MemoryFiles implements DiskFiles {
  readonly texts = new Map<string, string>();
  failWith: string | Error | null = null;

  read(path: string): Promise<Uint8Array> {
    const text = this.texts.get(path);
    return text === undefined ? Promise.reject(failing('ENOENT')) : Promise.resolve(Buffer.from(text, 'utf8'));
  }

  list(folder: string): Promise<string[]> {
    return Promise.resolve([...this.texts.keys()].filter((path) => path.startsWith(`${folder}/`)));
  }

  has(path: string): Promise<boolean> {
    return Promise.resolve(this.texts.has(path));
  }

  size(path: string): Promise<number> {
    return Promise.resolve(this.texts.get(path)?.length ?? 0);
  }

  create(path: string): Promise<NewFile> {
    return this.#unlessFailing(() => {
      this.texts.set(path, '');
      return {
        write: (bytes) =>
          this.#unlessFailing(() => {
            this.texts.set(path, `${this.texts.get(path) ?? ''}${Buffer.from(bytes).toString('utf8')}`);
          }),
        sync: () => Promise.resolve(),
        close: () => Promise.resolve(),
      };
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#unlessFailing(() => {
      this.texts.set(to, this.texts.get(from) ?? '');
      this.texts.delete(from);
    });
  }

  remove(path: string): Promise<void> {
    this.texts.delete(path);
    return Promise.resolve();
  }

  removeFolder(folder: string): Promise<void> {
    for (const path of this.texts.keys()) if (path.startsWith(`${folder}/`)) this.texts.delete(path);
    return Promise.resolve();
  }

  makeFolder(): Promise<void> {
    return Promise.resolve();
  }

  sync(): Promise<void> {
    return Promise.resolve();
  }

  syncFolder(): Promise<void> {
    return Promise.resolve();
  }

  async #unlessFailing<V>(run: () => V): Promise<V> {
    await Promise.resolve();
    if (this.failWith !== null) throw typeof this.failWith === 'string' ? failing(this.failWith) : this.failWith;
    return run();
  }
}

function failing(code: string): Error {
  return Object.assign(new Error('The disk fails'), { code });
}

/** An engine whose disk is in memory, which can be told to fail and counts what is written to it. */
export class MemoryEngine {
  readonly engine: Engine;
  readonly files = new MemoryFiles();
  now = Date.parse('2026-11-22T04:00:00.000Z');
  #ids = 0;

  constructor(records: Iterable<StoredRecord> = []) {
    const table = new RecordTable();
    for (const record of records) table.putJson(jsonOfStored(record));
    this.engine = new Engine({
      data: { files: this.files, folder: '/data', version: 2, deviceId: 'device', compactAt: 1 << 20 },
      generation: null,
      table,
      seq: 0,
      seal: plainSeal,
      readOnly: null,
      clock: () => this.clock(),
      newId: () => this.newId(),
      onCompactionProblem: () => undefined,
      afterClose: () => Promise.resolve(),
    });
  }

  set failWith(failure: string | Error | null) {
    this.files.failWith = failure;
  }

  /** How many calls have written changes to the disk. */
  get writes(): number {
    return new Set(this.#lines().flatMap((line) => ('commit' in line ? [line['from']] : []))).size;
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

  /** The records that the disk holds, as they would be read at the next start, by `<type>:<id>`. */
  onDisk(): Record<string, StoredRecord> {
    const records = this.#lines().filter((line) => 'type' in line);
    return Object.fromEntries(records.map((record) => [`${String(record['type'])}:${String(record['id'])}`, record]));
  }

  reopened(): MemoryEngine {
    return new MemoryEngine(Object.values(this.onDisk()));
  }

  /** What the buckets' lines say, and then the journals'. */
  #lines(): StoredRecord[] {
    const of = (name: string): string[] =>
      [...this.files.texts].flatMap(([path, text]) => (path.includes(name) ? [text] : []));
    return [...of('/bucket-'), ...of('/journal-')]
      .flatMap((text) => text.split('\n'))
      .map((line) => /^\["[0-9a-f]{16}",(.*)\],?$/.exec(line)?.[1])
      .filter((json) => json !== undefined)
      .map((json) => JSON.parse(json) as StoredRecord);
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
