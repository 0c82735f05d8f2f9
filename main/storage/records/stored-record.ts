import { syncStateSchema } from '@shared/domain/record';
import type { SyncState } from '@shared/domain/record';
import { definitions } from '@shared/domain/records';
import type { AnyRecord, RecordType } from '@shared/domain/records';

/** A record in memory beside what sync knows of it; both deeply frozen. */
export interface Entry {
  readonly record: AnyRecord;
  readonly sync: SyncState;
}

/** A record as plain JSON: `{ type, id, schema, …fields, $sync }`. What migrations work on. */
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

/** The same for a record that is plain JSON already. */
export function jsonOfStored(stored: StoredRecord): Uint8Array {
  const { type, id, ...fields } = stored;
  const long = typeof type === 'string' && isRecordType(type) ? longFields[type] : undefined;
  if (long === undefined || !Object.hasOwn(fields, long)) return encoded({ type, id, ...fields });
  const { [long]: text, ...rest } = fields;
  return encoded({ type, id, ...rest, [long]: text });
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
  const { $sync, ...fields }: Record<string, unknown> = { ...definitions[type].blank, ...stored };
  const sync = syncStateSchema.safeParse($sync);
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
