import { useState } from 'react';
import type { Channel, InputOf, OutputOf } from '@shared/ipc/contract';
import type { Failure, Result } from '@shared/result';
import { failureInWords } from '../../lib/failure-words';
import { request } from '../../lib/ipc';

interface Act<C extends Channel> {
  readonly run: (input: InputOf<C>) => Promise<Result<OutputOf<C>>>;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  /** What went wrong the last time, in words, to stand in the dialog that asked. */
  readonly problem: string | null;
  readonly clear: () => void;
}

/** Asks main to do something, and tells what failed where it was asked. */
export function useAct<C extends Channel>(channel: C): Act<C> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    run: async (input) => {
      setRunning(true);
      setFailure(null);
      const answer = await request(channel, input);
      setRunning(false);
      if (!answer.ok) setFailure(answer.failure);
      return answer;
    },
    isRunning,
    failure,
    problem: failure === null ? null : failureInWords(failure).message,
    clear: () => setFailure(null),
  };
}
