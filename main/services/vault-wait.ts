import type { Instant } from '@shared/dates';

/** How many seconds the next try has to wait; `now` in milliseconds. */
export function waitSecondsOf(waitUntil: Instant | null, now: number): number {
  return waitUntil === null ? 0 : Math.max(0, Math.ceil((Date.parse(waitUntil) - now) / 1000));
}
