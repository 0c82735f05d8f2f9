import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { issuesOf } from '@shared/domain/record';
import { callWire } from '@shared/ipc/channels';
import { contract } from '@shared/ipc/contract';
import type { Channel, OutputOf, ParsedInputOf } from '@shared/ipc/contract';
import { failed } from '@shared/result';
import type { Failure, Result } from '@shared/result';

/** What answers one channel. Its input is parsed already; what a person can cause is answered, not thrown. */
export type Handler<C extends Channel> = (
  input: ParsedInputOf<C>,
) => Result<OutputOf<C>> | Promise<Result<OutputOf<C>>>;
export type Handlers = { readonly [C in Channel]: Handler<C> };

export interface Border {
  /** The window's own page: nobody else is answered. */
  readonly trusted: () => WebContents | undefined;
  readonly isOwnPage: (url: string) => boolean;
  /** A broken invariant: told with its cause, while the caller hears only that it happened. */
  readonly onBroken: (channel: string, cause: unknown) => void;
}

/** Who answers at this moment. */
export interface Answers {
  readonly handlers: Partial<Handlers>;
  /** What a channel answers that has no handler now; it is unknown when this is left out. */
  readonly otherwise?: Failure;
}

/**
 * Puts every channel behind one wire: sender, then input, then handler, then `Result`; nothing is thrown across. Who
 * answers is asked at each call, so that locking takes effect at once.
 */
export function answerCalls(ipcMain: Pick<IpcMain, 'handle'>, answersNow: () => Answers, border: Border): void {
  ipcMain.handle(callWire, async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isFromOwnPage(event, border)) return failed({ code: 'forbidden' });
    const unknown: Failure = { code: 'unknown-channel', channel: String(channel).slice(0, 100) };
    if (!isChannel(channel)) return failed(unknown);
    const { handlers, otherwise = unknown } = answersNow();
    const handler = handlers[channel];
    if (handler === undefined) return failed(otherwise);
    const parsed = contract[channel].input.safeParse(input);
    if (!parsed.success) return failed({ code: 'invalid-input', issues: issuesOf(parsed.error) });
    try {
      // The input was parsed by this very channel's schema, which the compiler cannot follow through the lookup.
      return await (handler as (input: unknown) => Result<unknown> | Promise<Result<unknown>>)(parsed.data);
    } catch (cause) {
      border.onBroken(channel, cause);
      return failed({ code: 'internal' });
    }
  });
}

function isChannel(channel: unknown): channel is Channel {
  return typeof channel === 'string' && Object.hasOwn(contract, channel);
}

function isFromOwnPage(event: IpcMainInvokeEvent, border: Border): boolean {
  const trusted = border.trusted();
  const frame = event.senderFrame;
  return (
    trusted !== undefined &&
    event.sender === trusted &&
    frame !== null &&
    frame === trusted.mainFrame &&
    border.isOwnPage(frame.url)
  );
}
