import { success } from '@shared/result';
import type { Conflicts } from '../services/sync/conflicts';
import type { Handlers } from './router';

export function conflictHandlers(conflicts: Conflicts): Pick<Handlers, Extract<keyof Handlers, `conflicts:${string}`>> {
  return {
    'conflicts:list': async () => success(await conflicts.list()),
    'conflicts:look': (name) => success(conflicts.look(name)),
    'conflicts:settle': ({ type, id, seen, choices }) => conflicts.settle({ type, id }, seen, choices),
    'conflicts:take-back': ({ settlement }) => conflicts.takeBack(settlement),
    'conflicts:settled': () => success(conflicts.settled()),
  };
}
