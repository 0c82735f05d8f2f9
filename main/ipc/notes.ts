import type { ServiceContext } from '../services/context';
import { listVersions, readVersion, restoreVersion } from '../services/note-versions';
import { writeNote } from '../services/notes';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';

type NoteChannel = 'notes:write' | 'notes:versions' | 'notes:version' | 'notes:restore-version' | 'notes:open-link';

export function noteHandlers(context: ServiceContext, desk: Pick<FileDesk, 'openLink'>): Pick<Handlers, NoteChannel> {
  return {
    'notes:write': (input) => writeNote(context, input),
    'notes:versions': ({ noteId }) => listVersions(context.store, noteId),
    'notes:version': ({ id }) => readVersion(context.store, id),
    'notes:restore-version': ({ id }) => restoreVersion(context, id),
    'notes:open-link': ({ address }) => desk.openLink(address),
  };
}
