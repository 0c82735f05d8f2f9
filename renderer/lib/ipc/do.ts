import { useMutation } from '@tanstack/react-query';
import type { Channel, InputOf, OutputOf } from '@shared/ipc/contract';
import type { Result } from '@shared/result';
import { notifyFailure } from '../notices';
import { request } from './client';

interface DoOptions<C extends Channel> {
  readonly onDone?: (output: OutputOf<C>, input: InputOf<C>) => void;
  /** The call comes from a form, which shows `invalid-input` beside its fields itself. */
  readonly isInForm?: boolean;
}

interface Doing<C extends Channel> {
  /** Never rejects. A failure has been told to the person already, unless it is the form's to tell. */
  readonly run: (input: InputOf<C>) => Promise<Result<OutputOf<C>>>;
  readonly isRunning: boolean;
}

/** Asks main to do something. Failures become a notification in words. */
export function useDo<C extends Channel>(channel: C, { onDone, isInForm = false }: DoOptions<C> = {}): Doing<C> {
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (input: InputOf<C>) => request(channel, input),
    onSuccess: (answer, input) => {
      if (answer.ok) onDone?.(answer.value, input);
      else if (!(isInForm && answer.failure.code === 'invalid-input')) notifyFailure(answer.failure);
    },
  });
  return { run: mutateAsync, isRunning: isPending };
}
