import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '@shared/ipc/contract';
import type { Failure } from '@shared/result';
import { request } from '../../lib/ipc';
import { notifyDone } from '../../lib/notices';

interface Connecting {
  /** Answers whether the server let one in; why not stands in `failure`. */
  readonly connect: (server: InputOf<'sync:connect'>) => Promise<boolean>;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
}

/** Signs in to a server; what went wrong is told where the sign-in was typed. */
export function useConnect(): Connecting {
  const { t } = useTranslation('sync');
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    connect: async (server) => {
      if (isRunning) return false;
      setRunning(true);
      setFailure(null);
      const answer = await request('sync:connect', server);
      setRunning(false);
      if (answer.ok) notifyDone(t('setUp.done'));
      else setFailure(answer.failure);
      return answer.ok;
    },
    isRunning,
    failure,
    clear: () => setFailure(null),
  };
}
