import type { ServiceContext } from '../services/context';
import { writeNote } from '../services/notes';
import type { Handlers } from './router';

export function noteHandlers(context: ServiceContext): Pick<Handlers, 'notes:write'> {
  return { 'notes:write': (input) => writeNote(context, input) };
}
