import { success } from '@shared/result';
import type { ServiceContext } from '../services/context';
import { listTrash, restoreFromTrash } from '../services/trash';
import type { Handlers } from './router';

export function trashHandlers(context: ServiceContext): Pick<Handlers, 'trash:list' | 'trash:restore'> {
  return {
    'trash:list': () => success(listTrash(context.store)),
    'trash:restore': ({ type, id }) => restoreFromTrash(context, type, id),
  };
}
