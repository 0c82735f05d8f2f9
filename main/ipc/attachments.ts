import { failed, success } from '@shared/result';
import { addAttachment, arrangeAttachments, chooseAttachments, readAttachment } from '../services/attachments';
import type { ServiceContext } from '../services/context';
import { riskOfFile } from '../services/file-risk';
import type { Blobs } from '../storage/blobs';
import type { Thumbnails } from '../storage/thumbnails';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';
import type { fileChannels } from '@shared/ipc/file-channels';

/** Where files and their small pictures are kept. */
interface FilePlaces {
  readonly blobs: Blobs;
  readonly thumbnails: Thumbnails;
}

export function attachmentHandlers(
  context: ServiceContext,
  { blobs, thumbnails }: FilePlaces,
  desk: Pick<FileDesk, 'saveCopy' | 'askToOpen' | 'openCopy'>,
): Pick<Handlers, keyof typeof fileChannels> {
  const hashOf = (id: string): string | undefined => context.store.get('attachment', id)?.sha256;
  return {
    'attachments:add': ({ isPlaceKept, run, as, ...file }) =>
      addAttachment(context, blobs, file, { isPlaceKept, run: `add-files:${run}`, as }),
    'attachments:read': async ({ id }) => {
      const found = await readAttachment(context, blobs, id);
      return found.ok ? success(onItsOwn(found.value.bytes)) : found;
    },
    'attachments:thumbnail': async ({ id }) => {
      const sha256 = hashOf(id);
      const bytes = sha256 === undefined ? null : await thumbnails.get(sha256);
      return success(bytes === null ? null : onItsOwn(bytes));
    },
    'attachments:keep-thumbnail': async ({ id, bytes }) => {
      const sha256 = hashOf(id);
      if (sha256 !== undefined) await thumbnails.keep(sha256, bytes);
      return success(undefined);
    },
    'attachments:arrange': ({ ids }) => arrangeAttachments(context, ids),
    'attachments:choose': ({ ids, isInReport }) => chooseAttachments(context, ids, isInReport),
    'attachments:open': async ({ id }) => {
      const found = await readAttachment(context, blobs, id);
      if (!found.ok) return found;
      const { name } = found.value.record;
      const risk = riskOfFile(name, found.value.bytes);
      if (risk === 'never') return failed({ code: 'never-opened' });
      if (!(await desk.askToOpen(name, risk))) return success(false);
      // Attaché may have been locked while the question stood there: then nothing is read any more.
      const again = await readAttachment(context, blobs, id);
      if (!again.ok) return again;
      const opened = await desk.openCopy(name, again.value.bytes);
      return opened.ok ? success(true) : opened;
    },
    'attachments:save-copy': async ({ id }) => {
      const found = await readAttachment(context, blobs, id);
      return found.ok ? desk.saveCopy(found.value.record.name, found.value.bytes) : found;
    },
  };
}

/** A copy of the bytes alone: of a part of a larger stretch of memory, all of it would be sent. */
function onItsOwn(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
