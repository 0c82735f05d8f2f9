import { recordTypes } from '@shared/domain/records';
import type { AnyRecord, RecordType } from '@shared/domain/records';
import { idsAt, relations } from '@shared/domain/relations';
import type { RecordId } from '@shared/domain/values';
import type { TrashedRecord } from '@shared/ipc/app-channels';
import type { Result } from '@shared/result';
import type { Reader } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';
import { titleOf } from './searchable-texts';

/** What is in the Trash, the newest first. What went there as a part of something stands with it, not by itself. */
export function listTrash(reader: Reader): TrashedRecord[] {
  const trashed = recordTypes.flatMap((type): AnyRecord[] => [...reader.trashed(type)]);
  const parts = new Map<string, number>();
  const whole = trashed.filter((record) => {
    const owner = ownerThatWentAlong(reader, record);
    if (owner === undefined) return true;
    parts.set(owner.id, (parts.get(owner.id) ?? 0) + 1);
    return false;
  });
  return whole
    .map((record) => ({
      type: record.type,
      id: record.id,
      title: titleOf(reader, record),
      deletedAt: record.deletedAt ?? record.updatedAt,
      parts: parts.get(record.id) ?? 0,
    }))
    .sort((one, other) => other.deletedAt.localeCompare(one.deletedAt));
}

/** The outermost record that this one went to the Trash with. */
function ownerThatWentAlong(reader: Reader, record: AnyRecord): AnyRecord | undefined {
  for (const relation of relations) {
    if (relation.kind !== 'part' || relation.from !== record.type) continue;
    const id = idsAt({ ...record }, relation.field)[0];
    const owner = id === undefined ? undefined : reader.get(relation.to, id);
    if (owner === undefined || owner.deletedAt !== record.deletedAt) continue;
    return ownerThatWentAlong(reader, owner) ?? owner;
  }
  return undefined;
}

export function restoreFromTrash(context: ServiceContext, type: RecordType, id: RecordId): Promise<Result<void>> {
  return context.store.transact(intend(context, 'restore', type), (tx) => {
    tx.existing(type, id);
    tx.restore(type, id);
  });
}
