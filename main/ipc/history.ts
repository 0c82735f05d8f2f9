import { success } from '@shared/result';
import type { History } from '../services/history';
import type { Handlers } from './router';

export function historyHandlers(history: History): Pick<Handlers, 'history:state' | 'history:undo' | 'history:redo'> {
  return {
    'history:state': () => success(history.state()),
    'history:undo': ({ about }) => history.undo(about),
    'history:redo': () => history.redo(),
  };
}
