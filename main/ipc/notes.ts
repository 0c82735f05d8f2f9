import type { ServiceContext } from '../services/context';
import { listVersions, readVersion, restoreVersion } from '../services/note-versions';
import { writeNote } from '../services/notes';
import type { Handlers } from './router';

type NoteChannel = 'notes:write' | 'notes:versions' | 'notes:version' | 'notes:restore-version';

export function noteHandlers(context: ServiceContext): Pick<Handlers, NoteChannel> {
  return {
    'notes:write': (input) => writeNote(context, input),
    'notes:versions': ({ noteId }) => listVersions(context.store, noteId),
    'notes:version': ({ id }) => readVersion(context.store, id),
    'notes:restore-version': ({ id }) => restoreVersion(context, id),
  };
}
