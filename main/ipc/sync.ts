import { success } from '@shared/result';
import type { SyncDesk } from '../services/sync/sync-desk';
import type { Handlers } from './router';

export function syncHandlers(desk: SyncDesk): Pick<Handlers, Extract<keyof Handlers, `sync:${string}`>> {
  return {
    'sync:state': async () => success(await desk.state()),
    'sync:connect': (server) => desk.connect(server),
    'sync:now': () => desk.now(),
    'sync:stop': () => {
      desk.stop();
      return success(undefined);
    },
    'sync:forget': () => desk.forget(),
  };
}
