import { failed, success } from '@shared/result';
import type { DocumentMaker } from '../services/documents/maker';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';

type DocumentChannel =
  'documents:make' | 'documents:cancel' | 'documents:save' | 'documents:open' | 'documents:left-out';

export function documentHandlers(
  { jobs, write, leftOut }: DocumentMaker,
  desk: FileDesk,
): Pick<Handlers, DocumentChannel> {
  return {
    'documents:make': ({ jobId, tripId, choices }) => jobs.make(jobId, tripId, choices),
    'documents:cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return success(undefined);
    },
    'documents:save': async ({ jobId, tripId, choices, format }) => {
      if (format === 'pdf') {
        const made = jobs.made(jobId);
        if (made === undefined) return failed({ code: 'not-found', type: 'document', id: jobId });
        return desk.saveDocument(made.fileName, 'pdf', made.pdf);
      }
      return write(jobId, tripId, choices, format, (fileName, content) => desk.saveDocument(fileName, format, content));
    },
    'documents:open': ({ path }) => desk.openSavedDocument(path),
    'documents:left-out': ({ tripId, choices }) => leftOut(tripId, choices),
  };
}
