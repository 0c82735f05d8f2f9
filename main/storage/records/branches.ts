import type { RecordType } from '@shared/domain/records';
import { Pace } from '../pace';
import type { Change } from '../store';
import type { Written } from './batch';
import type { RecordTable } from './record-table';
import { isRecordType, jsonOfStored, readStored, seqOf, syncIn } from './stored-record';
import type { StoredRecord } from './stored-record';

export interface RecordName {
  readonly type: string;
  readonly id: string;
}

/** A record with all its branches, as sync reads and writes it. */
export interface BranchedRecord extends RecordName {
  /** The fields of the shown revision, its name (`revision`) among them; not validated. */
  readonly fields: StoredRecord;
  /** What sync knows of it: `SyncState`, not validated where it is of something that this version cannot read. */
  readonly sync: unknown;
}

/** What sync made of a record. */
export interface BranchedChange {
  readonly record: BranchedRecord;
  /** Its leaves are others now; else only what is known of them is (that they may have left this device). */
  readonly isNews: boolean;
}

/** The record as it is on the disk; undefined when there is none. */
export function branchedAt(table: RecordTable, type: string, id: string): BranchedRecord | undefined {
  const entry = isRecordType(type) ? table.entry(type, id) : undefined;
  if (entry !== undefined) return { type, id, fields: entry.record, sync: entry.sync };
  const json = table.slot(type, id)?.json;
  if (json === undefined) return undefined;
  const stored = JSON.parse(Buffer.from(json).toString('utf8')) as StoredRecord;
  const { $sync: _sync, $branches: _branches, ...fields } = stored;
  return { type, id, fields, sync: syncIn(stored) };
}

/** What this version can make of a record that comes from elsewhere: show it, carry it along unread, or nothing. */
export function readable(record: BranchedRecord): 'entry' | 'foreign' | 'damaged' {
  const { type, id, fields } = record;
  if ((fields['type'] ?? type) !== type || (fields['id'] ?? id) !== id) return 'damaged';
  return readStored(storedOf(record, 0)).kind;
}

/** The device's count of changes when a record last changed; where only what is known of its leaves is another, that stays. */
export function seqIn({ record: { sync } }: BranchedChange): number {
  return typeof sync === 'object' && sync !== null && 'seq' in sync && typeof sync.seq === 'number' ? sync.seq : 0;
}

/** The names of the records that changed after so many changes, those that changed first being first. */
export async function changedSince(table: RecordTable, seq: number): Promise<RecordName[]> {
  const pace = new Pace();
  const changed: (RecordName & { readonly at: number })[] = [];
  for (const { type, id, json } of table.slots()) {
    const at = seqOf(json);
    if (at > seq) changed.push({ at, type, id });
    await pace.giveWay();
  }
  return changed.sort((one, other) => one.at - other.at);
}

const branchesMark = Buffer.from('"$branches":{"leaves":[');

/** The names of the records that have other leaves, ends among them, and may say two things. */
export async function branchedNames(table: RecordTable): Promise<RecordName[]> {
  const pace = new Pace();
  const found: RecordName[] = [];
  for (const { type, id, json } of table.slots()) {
    if (Buffer.from(json.buffer, json.byteOffset, json.length).includes(branchesMark)) found.push({ type, id });
    await pace.giveWay();
  }
  return found;
}

/** What is to be written for a change, and what readers are told of it once it is. */
export function writtenOf(
  table: RecordTable,
  { record, isNews }: BranchedChange,
  seq: number,
): { readonly written: Written; readonly change: Change | null } {
  const { type, id } = record;
  const stored = storedOf(record, seq);
  const read = readStored(stored);
  if (read.kind === 'damaged') throw new Error(`Sync made a record that cannot be read: ${type}`);
  const entry = read.kind === 'entry' ? read.entry : undefined;
  const written: Written = { type, id, json: jsonOfStored(stored), ...(entry && { entry }) };
  if (entry === undefined || !isNews) return { written, change: null };
  const before = table.entry(type as RecordType, id)?.record ?? null;
  return { written, change: { type: entry.record.type, id, before, after: entry.record } };
}

function storedOf({ type, id, fields, sync }: BranchedRecord, seq: number): StoredRecord {
  return { ...fields, type, id, $sync: { ...(sync as object), seq } };
}
