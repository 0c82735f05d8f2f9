import { momentOf } from '../../dates';
import type { Meeting } from './schema';

/** Longer ago than this a meeting is history and no clock runs for it, in milliseconds. */
const longestMeeting = 12 * 3_600_000;

/** How a meeting stands against the clock; times in whole seconds. */
export type Elapsed =
  | { readonly kind: 'ahead'; readonly until: number }
  | { readonly kind: 'running'; readonly since: number }
  | { readonly kind: 'past' };

/**
 * How long a meeting has gone on: since it began at the place, or since it was opened (in milliseconds) when nobody has
 * said when it began.
 */
export function elapsedOf(meeting: Pick<Meeting, 'day' | 'start' | 'zone'>, openedAt: number, now: number): Elapsed {
  const begins = meeting.start === null ? openedAt : Date.parse(momentOf(meeting.day, meeting.start, meeting.zone));
  if (now < begins) return { kind: 'ahead', until: Math.ceil((begins - now) / 1000) };
  if (now - begins > longestMeeting) return { kind: 'past' };
  return { kind: 'running', since: Math.floor((now - begins) / 1000) };
}

/** A length of time as it is shown: `07:05` under an hour, `1:07` (hours and minutes) from then on. */
export function clockOf(seconds: number): string {
  const pad = (count: number): string => String(count).padStart(2, '0');
  const whole = Math.max(0, Math.floor(seconds));
  return whole < 3600
    ? `${pad(Math.floor(whole / 60))}:${pad(whole % 60)}`
    : `${Math.floor(whole / 3600)}:${pad(Math.floor((whole % 3600) / 60))}`;
}
