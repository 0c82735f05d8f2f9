import { success } from '@shared/result';
import type { OutputOf } from '@shared/ipc/contract';
import type { Handlers } from './router';

export interface ClosingAnswers {
  readonly onReady: () => void;
  readonly onKept: (because: 'form' | 'unwritten') => void;
}

export function appHandlers(
  about: () => OutputOf<'app:about'>,
  closing: ClosingAnswers,
): Pick<Handlers, 'app:about' | 'app:closing-ready' | 'app:closing-kept'> {
  return {
    'app:about': () => success(about()),
    'app:closing-ready': () => {
      closing.onReady();
      return success(undefined);
    },
    'app:closing-kept': ({ because }) => {
      closing.onKept(because);
      return success(undefined);
    },
  };
}
