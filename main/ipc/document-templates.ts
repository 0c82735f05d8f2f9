import type { ServiceContext } from '../services/context';
import { exportTemplate, importTemplate, putLetterhead, starterTemplates } from '../services/document-templates';
import type { Blobs } from '../storage/blobs';
import { success } from '@shared/result';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';

type TemplateChannel = `document-templates:${'take-in' | 'put-letterhead' | 'starters' | 'save-file'}`;

/** Templates of the office's own, as files that go in and out; `folder` holds those that ship. */
export function documentTemplateHandlers(
  context: ServiceContext,
  desk: Pick<FileDesk, 'saveCopy'>,
  folder: string,
  blobs: Blobs,
): Pick<Handlers, TemplateChannel> {
  return {
    'document-templates:take-in': async (file) => {
      const taken = await importTemplate(context, file);
      return taken.ok ? success(taken.value.template) : taken;
    },
    'document-templates:put-letterhead': (picture) => putLetterhead(context, blobs, picture),
    'document-templates:starters': async () => success(await starterTemplates(folder)),
    'document-templates:save-file': async ({ id }) => {
      const file = exportTemplate(context.store, id);
      return file.ok ? desk.saveCopy(file.value.fileName, file.value.bytes) : file;
    },
  };
}
