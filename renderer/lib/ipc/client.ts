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

/** What main was asked and has not answered yet. */
const asked = new Set<Promise<unknown>>();
/** Long work that changes no words, what waits for an answer from the person, and what asks for locking itself. */
const isNotWaitedFor =
  /^(documents:(?:make|save)|search:|backups:|travel:|start:open-trip-folder|sync:|vault:|lock:|attachments:(?:open|save-copy))/;

/** Answers when main has answered everything that it was asked, so that nobody is locked out in the midst of saving. */
export async function whenAnswered(): Promise<void> {
  while (asked.size > 0) await Promise.allSettled(asked);
}

/** Asks main and gives its answer as a `Result`; a wire that breaks counts as `internal`. */
export async function request<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>>> {
  const calling = window.attache.call(channel, input);
  if (!isNotWaitedFor.test(channel)) {
    asked.add(calling);
    void calling.catch(() => undefined).then(() => asked.delete(calling));
  }
  const answer = await calling;
  // Main answers a channel with that channel's own output; the bridge carries it without a type.
  return answer.ok ? success(answer.value as OutputOf<C>) : failed(answer.failure);
}

/** Asks main and gives its answer, or throws `CallFailure`. */
export async function call<C extends Channel>(channel: C, input: InputOf<C>): Promise<OutputOf<C>> {
  const answer = await request(channel, input);
  if (!answer.ok) throw new CallFailure(channel, answer.failure);
  return answer.value;
}
