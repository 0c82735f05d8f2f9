import type { Bridge } from '@shared/ipc/bridge';
import type { Channel, InputOf, OutputOf } from '@shared/ipc/contract';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly attache: Bridge;
  }
}

/** A call that main answered with a failure, for those who want it thrown (TanStack Query does). */
export class CallFailure extends Error {
  constructor(
    readonly channel: Channel,
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(`${channel}: ${failure.code}`, options);
    this.name = 'CallFailure';
  }
}

/** Asks main and gives its answer as a `Result`; a wire that breaks counts as `internal`. */
export async function request<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>>> {
  const answer = await window.attache.call(channel, input);
  // Main answers a channel with that channel's own output; the bridge carries it without a type.
  return answer.ok ? success(answer.value as OutputOf<C>) : failed(answer.failure);
}

/** Asks main and gives its answer, or throws `CallFailure`. */
export async function call<C extends Channel>(channel: C, input: InputOf<C>): Promise<OutputOf<C>> {
  const answer = await request(channel, input);
  if (!answer.ok) throw new CallFailure(channel, answer.failure);
  return answer.value;
}
