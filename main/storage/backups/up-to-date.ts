import { jsonOfStored, readStored } from '../records/stored-record';
import type { ReadRecord, StoredRecord } from '../records/stored-record';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { migrated } from '../migrations';
import type { Migration } from '../migrations';
import type { BackupContent } from './read-backup';
import { Steps, throwIfCancelled } from './unhurried';
import type { Watch } from './unhurried';

/** A record's JSON as the object that it is; null when it is none. */
export function storedIn(json: Uint8Array): StoredRecord | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as StoredRecord) : null;
  } catch {
    return null;
  }
}

/** The records in the shape that this version knows. A record that is no object is left as it is. */
export async function upToDate(
  { records, version }: Pick<BackupContent, 'records' | 'version'>,
  migrations: readonly Migration[],
  watch: Watch = {},
): Promise<readonly Uint8Array[]> {
  if (migrations.every(({ to }) => to <= version)) return records;
  const reading = new Steps(watch, records.length * 2);
  const stored: StoredRecord[] = [];
  const unreadable: Uint8Array[] = [];
  for (const json of records) {
    const record = storedIn(json);
    if (record === null) unreadable.push(json);
    else stored.push(record);
    await reading.step();
  }
  throwIfCancelled(watch);
  const written: Uint8Array[] = [];
  for (const record of migrated(stored, version, migrations)) {
    written.push(jsonOfStored(record));
    await reading.step();
  }
  return [...written, ...unreadable];
}

/**
 * A backup's records as they take the place of what is here now, once every one of them was validated; those of a newer
 * version are carried along as they are. Each counts as changed just now, so that sync looks at it again; and as shared,
 * because what had not left this device when the backup was made may have left it since, and must then be followed and
 * not amended.
 */
export async function asRestored(
  records: readonly Uint8Array[],
  afterSeq: number,
  watch: Watch = {},
): Promise<Result<{ records: Uint8Array[]; seq: number; fileHashes: string[] }>> {
  const steps = new Steps(watch, records.length);
  const restored: Uint8Array[] = [];
  const fileHashes = new Set<string>();
  let seq = afterSeq;
  for (const json of records) {
    const stored = storedIn(json);
    const read: ReadRecord = stored === null ? { kind: 'damaged' } : readStored(stored);
    if (read.kind === 'damaged') return failed({ code: 'not-a-backup', reason: 'damaged-records' });
    if (read.kind === 'entry') {
      seq += 1;
      restored.push(jsonOfStored({ ...stored, $sync: { ...read.entry.sync, sh: true, seq } }));
      if (read.entry.record.type === 'attachment') fileHashes.add(read.entry.record.sha256);
    } else {
      restored.push(json);
    }
    await steps.step();
  }
  return success({ records: restored, seq, fileHashes: [...fileHashes] });
}
