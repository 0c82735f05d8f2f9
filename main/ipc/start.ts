import { success } from '@shared/result';
import type { ServiceContext } from '../services/context';
import { plantSampleTrip } from '../services/sample-trip';
import { startEmpty } from '../services/start';
import type { StartState } from '@shared/ipc/app-channels';
import type { Result } from '@shared/result';
import type { Handlers } from './router';

type StartChannel = 'start:state' | 'start:explore-sample' | 'start:empty' | 'start:restore-backup';

export interface StartDesk {
  readonly state: () => StartState;
  /** Asks for a backup file and takes it in; null when the person thought better of it. */
  readonly restoreBackup: () => Promise<Result<{ records: number } | null>>;
}

export function startHandlers(context: ServiceContext, desk: StartDesk): Pick<Handlers, StartChannel> {
  return {
    'start:state': () => success(desk.state()),
    'start:explore-sample': ({ name }) => plantSampleTrip(context, name),
    'start:empty': ({ name }) => startEmpty(context, name),
    'start:restore-backup': () => desk.restoreBackup(),
  };
}
