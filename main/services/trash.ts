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
  // What a note was is thrown away with the note, or because there is too much of it: nobody looks for it here.
  const shown = recordTypes.filter((type) => type !== 'note-version');
  const trashed = shown.flatMap((type): AnyRecord[] => [...reader.trashed(type)]);
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
      title: titleInTrash(reader, record),
      deletedAt: record.deletedAt ?? record.updatedAt,
      parts: parts.get(record.id) ?? 0,
    }))
    .sort((one, other) => other.deletedAt.localeCompare(one.deletedAt));
}

const mostFirstWords = 60;

/** Several notes may be about one thing: the first words of each say which it is. */
function titleInTrash(reader: Reader, record: AnyRecord): string {
  const title = titleOf(reader, record);
  if (record.type !== 'note') return title;
  const words = record.blocks
    .map((block) =>
      block.markdown
        .replace(/^[ \t#>*+-]+|\*\*|\^[0-9a-f]{8}$/gm, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find((text) => text !== '');
  const first = [...(words ?? '').slice(0, 2 * mostFirstWords)];
  const cut = first.length > mostFirstWords ? `${first.slice(0, mostFirstWords).join('')}…` : first.join('');
  return [title, cut].filter((part) => part !== '').join(' · ');
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
