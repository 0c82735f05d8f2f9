import { addAttachment, readAttachment } from '../services/attachments';
import type { ServiceContext } from '../services/context';
import type { Blobs } from '../storage/blobs';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';

export function attachmentHandlers(
  context: ServiceContext,
  blobs: Blobs,
  desk: FileDesk,
): Pick<Handlers, 'attachments:add' | 'attachments:save-copy'> {
  return {
    'attachments:add': (file) => addAttachment(context, blobs, file),
    'attachments:save-copy': async ({ id }) => {
      const found = await readAttachment(context, blobs, id);
      return found.ok ? desk.saveCopy(found.value.record.name, found.value.bytes) : found;
    },
  };
}
