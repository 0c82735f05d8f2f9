import { idsAt, relations } from '@shared/domain/relations';
import { Steps } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import { isLong, isRecordType, nameIn, readBeginning } from '../records/stored-record';
import type { StoredRecord } from '../records/stored-record';
import type { RecordJsons } from '../snapshot';

/** One record of a snapshot: what it is called, which others it names, and its JSON. Its words are not kept. */
export interface Outlined {
  readonly type: string;
  readonly id: string;
  readonly key: string;
  readonly json: Uint8Array;
  readonly isTrashed: boolean;
  /** The ids that it names, by field: every relation of its kind. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** Those who made it and changed it last. */
  readonly writers: readonly string[];
  /** What a conflict is about; null for every other kind. */
  readonly about: string | null;
  /** Its shown revision may have left this device already. */
  readonly isShared: boolean;
}

/** Everything that a store holds, so that it can be gone through along its references. */
export interface Outline {
  readonly byKey: ReadonlyMap<string, Outlined>;
  /** The records of a kind whose field names this id. */
  naming(type: string, field: string, id: string): readonly Outlined[];
  /** The conflicts about a record. */
  conflictsAbout(key: string): readonly Outlined[];
}

export function keyOf(type: string, id: string): string {
  return `${type}:${id}`;
}

const fieldsOf = new Map<string, readonly string[]>();
for (const { from } of relations) {
  fieldsOf.set(from, [...new Set(relations.filter((each) => each.from === from).map(({ field }) => field))]);
}

/** Goes once through a snapshot's records. Whatever cannot be read is there too, naming nobody. */
export async function outlineOf(records: RecordJsons, watch: Watch = {}): Promise<Outline> {
  const steps = new Steps(watch, records.length);
  const byKey = new Map<string, Outlined>();
  const byReference = new Map<string, Outlined[]>();
  const byConflict = new Map<string, Outlined[]>();
  const note = (index: Map<string, Outlined[]>, key: string, record: Outlined): void => {
    const there = index.get(key);
    if (there === undefined) index.set(key, [record]);
    else there.push(record);
  };
  for (const json of records) {
    const record = outlined(json);
    byKey.set(record.key, record);
    for (const [field, ids] of record.named) {
      for (const id of ids) note(byReference, referenceOf(record.type, field, id), record);
    }
    if (record.about !== null) note(byConflict, record.about, record);
    await steps.step();
  }
  return {
    byKey,
    naming: (type, field, id) => byReference.get(referenceOf(type, field, id)) ?? [],
    conflictsAbout: (key) => byConflict.get(key) ?? [],
  };
}

function referenceOf(type: string, field: string, id: string): string {
  return `${type}.${field}:${id}`;
}

function outlined(json: Uint8Array): Outlined {
  const name = nameIn(json);
  if (name === null) throw new Error('A record without a name');
  const { type, id } = name;
  const stored = fieldsIn(type, json);
  const named = new Map<string, string[]>();
  for (const field of fieldsOf.get(type) ?? []) {
    const ids = idsAt(stored, field);
    if (ids.length > 0) named.set(field, ids);
  }
  const { createdBy, updatedBy, recordType, recordId, $sync: sync } = stored;
  return {
    type,
    id,
    key: keyOf(type, id),
    json,
    isTrashed: typeof stored['deletedAt'] === 'string',
    named,
    writers: [createdBy, updatedBy].filter((writer) => typeof writer === 'string'),
    about:
      type === 'conflict' && typeof recordType === 'string' && typeof recordId === 'string'
        ? keyOf(recordType, recordId)
        : null,
    isShared: typeof sync === 'object' && sync !== null && 'sh' in sync && sync.sh === true,
  };
}

/** The fields of a record; of a long one without its text. None where it is not JSON. */
function fieldsIn(type: string, json: Uint8Array): StoredRecord {
  try {
    const beginning = isRecordType(type) && isLong(type) ? readBeginning(type, json) : undefined;
    return beginning ?? (JSON.parse(Buffer.from(json).toString('utf8')) as StoredRecord);
  } catch {
    return {};
  }
}
