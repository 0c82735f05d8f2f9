import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Subject } from '@shared/ipc/subject';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';
import type { Blobs } from '../storage/blobs';
import { intend } from './context';
import type { ServiceContext } from './context';

export interface NewFile {
  readonly subject: Subject;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file beside the store and the record that names it; the bytes are on the disk before the record is. */
export async function addAttachment(
  context: ServiceContext,
  blobs: Blobs,
  file: NewFile,
): Promise<Result<RecordOf<'attachment'>>> {
  const stored = await blobs.put(file.bytes);
  if (!stored.ok) return stored;
  return context.store.transact(intend(context, 'create', 'attachment'), (tx) => {
    const beside = tx.naming('attachment', `${file.subject.type}Id`, file.subject.id);
    return tx.create('attachment', {
      sha256: stored.value,
      name: file.name,
      mime: file.mime,
      size: file.bytes.byteLength,
      tripId: idFor('trip', file.subject),
      meetingId: idFor('meeting', file.subject),
      organisationId: idFor('organisation', file.subject),
      personId: idFor('person', file.subject),
      position: Math.max(0, ...beside.map((other) => other.position)) + 1,
    });
  });
}

/** The bytes of an attachment, checked against their hash; a Failure when they are gone or damaged. */
export async function readAttachment(
  context: ServiceContext,
  blobs: Blobs,
  id: RecordId,
): Promise<Result<{ record: RecordOf<'attachment'>; bytes: Uint8Array }>> {
  const record = context.store.get('attachment', id);
  if (record === undefined) return failed({ code: 'not-found', type: 'attachment', id });
  const bytes = await blobs.get(record.sha256);
  return bytes.ok ? { ok: true, value: { record, bytes: bytes.value } } : bytes;
}

function idFor(type: Subject['type'], subject: Subject): RecordId | null {
  return subject.type === type ? subject.id : null;
}
