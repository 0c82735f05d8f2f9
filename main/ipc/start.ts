import { success } from '@shared/result';
import type { ServiceContext } from '../services/context';
import { plantSampleTrip } from '../services/sample-trip';
import { startEmpty } from '../services/start';
import type { StartState } from '@shared/ipc/app-channels';
import type { Handlers } from './router';

type StartChannel = 'start:state' | 'start:explore-sample' | 'start:empty';

export function startHandlers(context: ServiceContext, state: () => StartState): Pick<Handlers, StartChannel> {
  return {
    'start:state': () => success(state()),
    'start:explore-sample': ({ name }) => plantSampleTrip(context, name),
    'start:empty': ({ name }) => startEmpty(context, name),
  };
}
