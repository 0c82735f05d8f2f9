import { syncStateSchema } from '@shared/domain/record';
import type { SyncState } from '@shared/domain/record';
import { definitions } from '@shared/domain/records';
import type { AnyRecord, RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';

/** A record in memory beside what sync knows of it; both deeply frozen. */
export interface Entry {
  readonly record: AnyRecord;
  readonly sync: SyncState;
}

export function keyOf(type: RecordType, id: RecordId): string {
  return `${type}:${id}`;
}

export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(definitions, type);
}

/** Entries as they stand in the store file. */
export function storedByKey(entries: readonly Entry[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(({ record, sync }): [string, unknown] => [keyOf(record.type, record.id), { ...record, $sync: sync }]),
  );
}

/**
 * What one line of the store file is: a record; `foreign`, something of a newer Attaché that this one can neither read
 * nor change, and carries along as it is; or `damaged`.
 */
export type Stored = { readonly kind: 'entry'; readonly entry: Entry } | { readonly kind: 'foreign' | 'damaged' };

export function fromStored(key: string, stored: unknown): Stored {
  if (typeof stored !== 'object' || stored === null) return { kind: 'damaged' };
  const type = key.slice(0, key.indexOf(':'));
  if (!isRecordType(type)) return { kind: /^[a-z-]+$/.test(type) ? 'foreign' : 'damaged' };
  // A field that came with a later version, and that has a blank value, needs no migration: it reads as blank.
  const { $sync, ...fields }: Record<string, unknown> = { ...definitions[type].blank, ...stored };
  const parsed = definitions[type].record.safeParse(fields);
  const sync = syncStateSchema.safeParse($sync);
  if (parsed.success && sync.success && keyOf(type, parsed.data.id) === key) {
    // The fields as they stand and not as parsed: nothing that a newer version wrote may change by being read.
    return { kind: 'entry', entry: deepFrozen({ record: fields as AnyRecord, sync: sync.data }) };
  }
  const isNewer = typeof fields['schema'] === 'number' && fields['schema'] > definitions[type].schema;
  return { kind: isNewer ? 'foreign' : 'damaged' };
}

/** Freezes a plain value all the way down. What is frozen already is taken to be so all the way down. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}
