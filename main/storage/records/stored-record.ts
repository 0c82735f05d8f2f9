import { syncStateSchema } from '@shared/domain/record';
import type { SyncState } from '@shared/domain/record';
import { definitions } from '@shared/domain/records';
import type { AnyRecord, RecordType } from '@shared/domain/records';

/** A record in memory beside what sync knows of it; both deeply frozen. */
export interface Entry {
  readonly record: AnyRecord;
  readonly sync: SyncState;
}

/**
 * A record as plain JSON: `{ type, id, $sync, schema, …fields }`, and `$branches` where it has other leaves or earlier
 * bodies. What migrations work on.
 */
export type StoredRecord = Readonly<Record<string, unknown>>;

export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(definitions, type);
}

/**
 * The field that makes the records of a kind long. It stands last in the JSON, so that all the rest can be read without
 * it: whoever lists a thousand notes does not want their text.
 */
const longFields: Partial<Record<RecordType, string>> = { note: 'blocks', 'note-version': 'blocks' };

export function isLong(type: RecordType): boolean {
  return longFields[type] !== undefined;
}

/** The JSON of a record, in UTF-8 and without line breaks: its kind and id first, so that they can be read by themselves. */
export function jsonOf({ record, sync }: Entry): Uint8Array {
  return jsonOfStored({ ...record, $sync: sync });
}

/**
 * The same for a record that is plain JSON already. Other leaves and earlier bodies are as long as the record and are
 * seldom asked for: they stand at the very end.
 */
export function jsonOfStored(stored: StoredRecord): Uint8Array {
  const { type, id, $sync, $branches: apart, ...fields } = stored;
  const { leaves, earlier, ...sync } = isObject($sync) ? $sync : {};
  const branches = {
    ...(isObject(apart) ? apart : {}),
    ...(leaves !== undefined && { leaves }),
    ...(earlier !== undefined && { earlier }),
  };
  const long = typeof type === 'string' && isRecordType(type) ? longFields[type] : undefined;
  const { [long ?? '']: text, ...rest } = fields;
  return encoded({
    ...{ type, id },
    ...($sync !== undefined && { $sync: isObject($sync) ? sync : $sync }),
    ...rest,
    ...(long !== undefined && Object.hasOwn(fields, long) && { [long]: text }),
    ...(Object.keys(branches).length > 0 && { $branches: branches }),
  });
}

/** What sync knows of a record that is plain JSON, its branches among it; not validated. */
export function syncIn(stored: StoredRecord): unknown {
  const { $sync, $branches } = stored;
  return isObject($sync) && isObject($branches) ? { ...$sync, ...$branches } : $sync;
}

const syncAtStart = /^\{"type":"[a-z][a-z-]{0,40}","id":"[\w-]{1,64}","\$sync":\{"anc":\[[^\]]*\],"seq":(\d+)/;

/** The device's count of changes when a record last changed; 0 when it does not say. */
export function seqOf(json: Uint8Array): number {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.length);
  const found = syncAtStart.exec(bytes.toString('latin1', 0, farthestSync));
  if (found !== null) return Number(found[1]);
  // Written by an earlier version, or by hand.
  try {
    const { $sync } = JSON.parse(bytes.toString('utf8')) as StoredRecord;
    return isObject($sync) && typeof $sync['seq'] === 'number' ? $sync['seq'] : 0;
  } catch {
    return 0;
  }
}

/** Behind two hundred hashes. */
const farthestSync = 8_000;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function encoded(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), 'utf8');
}

const nameAtStart = /^\{"type":"([a-z][a-z-]{0,40})","id":"([\w-]{1,64})"[,}]/;

/** The kind and id at the beginning of a record's JSON; null when none stand there. */
export function nameIn(json: Uint8Array): { type: string; id: string } | null {
  const start = Buffer.from(json.buffer, json.byteOffset, Math.min(json.length, 160)).toString('latin1');
  const [, type, id] = nameAtStart.exec(start) ?? [];
  return type === undefined || id === undefined ? null : { type, id };
}

/**
 * What a record's JSON is: an entry; `foreign`, something of a newer Attaché that this one can neither read nor change,
 * and carries along as it is; or `damaged`.
 */
export type ReadRecord = { readonly kind: 'entry'; readonly entry: Entry } | { readonly kind: 'foreign' | 'damaged' };

export function readRecord(json: Uint8Array): ReadRecord {
  let stored: unknown;
  try {
    stored = JSON.parse(textOf(json));
  } catch {
    return { kind: 'damaged' };
  }
  return readStored(stored);
}

/** The same for a record that is plain JSON already. */
export function readStored(stored: unknown): ReadRecord {
  if (typeof stored !== 'object' || stored === null || !('type' in stored)) return { kind: 'damaged' };
  const { type } = stored;
  if (typeof type !== 'string') return { kind: 'damaged' };
  if (!isRecordType(type)) return { kind: /^[a-z-]+$/.test(type) ? 'foreign' : 'damaged' };
  // A field that came with a later version, and that has a blank value, needs no migration: it reads as blank.
  const {
    $sync: _sync,
    $branches: _branches,
    ...fields
  }: Record<string, unknown> = {
    ...definitions[type].blank,
    ...stored,
  };
  const sync = syncStateSchema.safeParse(syncIn(stored));
  if (definitions[type].record.safeParse(fields).success && sync.success) {
    // The fields as they stand and not as parsed: nothing that a newer version wrote may change by being read.
    return { kind: 'entry', entry: deepFrozen({ record: fields as AnyRecord, sync: sync.data }) };
  }
  const isNewer = typeof fields['schema'] === 'number' && fields['schema'] > definitions[type].schema;
  return { kind: isNewer ? 'foreign' : 'damaged' };
}

/**
 * The fields of a record, not validated, of a long kind only those that stand before the long one; undefined when this
 * is no record.
 */
export function readBeginning(longType: RecordType | null, json: Uint8Array): StoredRecord | undefined {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.length);
  // Inside a text the quotation marks would be escaped: this can only be the field itself.
  const end = longType === null ? -1 : bytes.indexOf(`,"${longFields[longType] ?? ''}":`);
  try {
    return JSON.parse(end < 0 ? bytes.toString('utf8') : `${bytes.toString('utf8', 0, end)}}`) as StoredRecord;
  } catch {
    return undefined;
  }
}

function textOf(json: Uint8Array): string {
  return Buffer.from(json.buffer, json.byteOffset, json.length).toString('utf8');
}

/** Freezes a plain value all the way down. What is frozen already is taken to be so all the way down. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}
