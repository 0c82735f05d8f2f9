import type { Page } from 'playwright-core';
import type { Result } from '@shared/result';

/** Asks main through the window's own bridge; throws what it fails with. */
export async function ask<T>(page: Page, channel: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([name, given]) => {
      const bridge = (window as { attache?: { call: (name: string, input: unknown) => Promise<unknown> } }).attache;
      return bridge?.call(name, given);
    },
    [channel, input] as const,
  );
  const result = answer as Result<T>;
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.failure)}`);
  return result.value;
}
