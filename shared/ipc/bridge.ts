import type { Result } from '../result';

/** What the preload puts on `window`: one call with an answer, one subscription. Both ends parse what they are given. */
export interface Bridge {
  call(channel: string, input: unknown): Promise<Result<unknown>>;
  /** Calls the listener for each event from main; the answer ends it. */
  listen(listener: (event: unknown) => void): () => void;
  /** Where a dropped or picked file lies is main's affair: the window sends bytes. */
  readonly platform: string;
}
