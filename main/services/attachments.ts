import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { AddedFile } from '@shared/ipc/file-channels';
import type { Subject } from '@shared/ipc/subject';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Blobs } from '../storage/blobs';
import type { Transaction } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';
import { kindOfPicture, mimeOfPicture } from './pictures/kind';
import { placeInOther, readPicture } from './pictures/place';
import type { PictureRead } from './pictures/place';
import { momentTaken } from './pictures/taken-at';
import { zoneOfPlace } from './pictures/zone-of-place';

type Attachment = RecordOf<'attachment'>;

export interface NewFile {
  readonly subject: Subject;
  readonly name: string;
  readonly mime: string;
  /** May be changed: a photograph's place is taken out where it stands. */
  readonly bytes: Uint8Array;
}

export interface AddingOptions {
  readonly isPlaceKept?: boolean;
  /** Files of one run are one step of undo. */
  readonly run?: string;
  /** What it is of the person whose file it becomes. */
  readonly as?: 'photograph' | 'card' | undefined;
}

const mostCards = 20;

/**
 * Keeps a file beside the store and the record that names it; the bytes are on the disk before the record is. What a
 * photograph says of the place where it was taken never gets there, unless it is to be kept. A file that the same record
 * has already is not added again.
 */
export async function addAttachment(
  context: ServiceContext,
  blobs: Blobs,
  file: NewFile,
  { isPlaceKept = false, run, as }: AddingOptions = {},
): Promise<Result<AddedFile>> {
  const picture = pictureIn(file.bytes, isPlaceKept);
  const bytes = picture?.bytes ?? file.bytes;
  const stored = await blobs.put(bytes);
  if (!stored.ok) return stored;
  const { subject } = file;
  const added = await context.store.transact(
    { ...intend(context, 'create', 'attachment', run), isOneRun: true },
    (tx) => {
      const beside = filesOf(tx, subject);
      const same = beside.find(({ sha256 }) => sha256 === stored.value);
      const attachment =
        same ??
        tx.create('attachment', {
          sha256: stored.value,
          name: file.name,
          mime: picture?.mime ?? mimeOfOther(file.mime),
          size: bytes.byteLength,
          takenAt: picture === null ? null : momentTaken(picture, (day) => zoneOfPlace(tx, subject, day)),
          tripId: idFor('trip', subject),
          meetingId: idFor('meeting', subject),
          organisationId: idFor('organisation', subject),
          personId: idFor('person', subject),
          position: Math.max(0, ...beside.map((other) => other.position)) + 1,
        });
      if (as !== undefined && subject.type === 'person') putOnPerson(tx, subject.id, attachment.id, as);
      return { attachment, isThereAlready: same !== undefined };
    },
  );
  return added.ok ? success({ ...added.value, place: picture?.place ?? placeInOther(bytes) }) : added;
}

/** The bytes of an attachment, checked against their hash; a Failure when they are gone or damaged. */
export async function readAttachment(
  context: ServiceContext,
  blobs: Blobs,
  id: RecordId,
): Promise<Result<{ record: Attachment; bytes: Uint8Array }>> {
  const record = context.store.get('attachment', id);
  if (record === undefined) return failed({ code: 'not-found', type: 'attachment', id });
  const bytes = await blobs.get(record.sha256);
  return bytes.ok ? { ok: true, value: { record, bytes: bytes.value } } : bytes;
}

/** Puts files into the order in which they are given; those that are not named stay where they are. */
export function arrangeAttachments(context: ServiceContext, ids: readonly RecordId[]): Promise<Result<void>> {
  return context.store.transact(intend(context, 'reorder', 'attachment'), (tx) => {
    [...new Set(ids)].forEach((id, index) => tx.update('attachment', id, { position: index + 1 }));
  });
}

/** Has the report print these files, or not. */
export function chooseAttachments(
  context: ServiceContext,
  ids: readonly RecordId[],
  isInReport: boolean,
): Promise<Result<void>> {
  return context.store.transact(intend(context, 'edit', 'attachment'), (tx) => {
    for (const id of ids) tx.update('attachment', id, { isInReport });
  });
}

function pictureIn(bytes: Uint8Array, isPlaceKept: boolean): (PictureRead & { readonly mime: string }) | null {
  const kind = kindOfPicture(bytes);
  return kind === null ? null : { ...readPicture(bytes, kind, isPlaceKept), mime: mimeOfPicture[kind] };
}

/** What only calls itself a picture is not shown as one; drawings with scripts in them (SVG) are pictures to nobody here. */
function mimeOfOther(mime: string): string {
  return /^image\/(?!svg)/i.test(mime) ? 'application/octet-stream' : mime;
}

function filesOf(tx: Transaction, subject: Subject): readonly Attachment[] {
  return tx.naming('attachment', `${subject.type}Id`, subject.id);
}

function putOnPerson(tx: Transaction, personId: RecordId, fileId: RecordId, as: 'photograph' | 'card'): void {
  if (as === 'photograph') {
    tx.update('person', personId, { photographId: fileId });
    return;
  }
  const { cardImageIds } = tx.existing('person', personId);
  tx.update('person', personId, {
    cardImageIds: [...cardImageIds.filter((id) => id !== fileId), fileId].slice(-mostCards),
  });
}

function idFor(type: Subject['type'], subject: Subject): RecordId | null {
  return subject.type === type ? subject.id : null;
}
