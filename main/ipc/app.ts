import { success } from '@shared/result';
import type { OutputOf } from '@shared/ipc/contract';
import type { Handlers } from './router';

export function appHandlers(
  about: () => OutputOf<'app:about'>,
  onClosingReady: () => void,
): Pick<Handlers, 'app:about' | 'app:closing-ready'> {
  return {
    'app:about': () => success(about()),
    'app:closing-ready': () => {
      onClosingReady();
      return success(undefined);
    },
  };
}
