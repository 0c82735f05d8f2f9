import type { CalendarDate } from '@shared/dates';
import type { Words } from './blocks';
import { dayOfMonth } from './days';
import type { Voice } from './voice';

/** Wall times where something happens. */
export interface Times {
  readonly start: string;
  readonly end: string;
  /** The day of `end` when it is a later one. */
  readonly endDay: CalendarDate | null;
  /** Whose clock it is ("Tokyo"), when that differs from the rest of the trip; else ''. */
  readonly clock: string;
}

/** Places by whose clock somebody travels from here, as each language calls them; others stand as the zone is called. */
const clocks = [
  'Bangkok',
  'Berlin',
  'Brussels',
  'Dubai',
  'Ho Chi Minh',
  'Hong Kong',
  'Jakarta',
  'Kolkata',
  'Kuala Lumpur',
  'London',
  'Los Angeles',
  'Macau',
  'Manila',
  'New York',
  'Paris',
  'Riyadh',
  'Seoul',
  'Shanghai',
  'Singapore',
  'Sydney',
  'Taipei',
  'Tokyo',
  'Urumqi',
  'Zurich',
] as const;

/** "09:30–11:00"; "22:10 to 07:30, 27 Feb"; whose clock it is when that is not the trip's own. */
export function timesInWords(voice: Voice, { start, end, endDay, clock }: Times): Words {
  const known = clocks.find((place) => place === clock);
  return voice.inBoth((say, form) => {
    const span = end === '' ? start : `${start}–${end}`;
    const times = endDay === null ? span : say('programme.fromUntil', { start, end, day: dayOfMonth(endDay, form) });
    if (clock === '') return times;
    const place = known === undefined ? clock : say(`programme.clocks.${known}`);
    return say('programme.onClock', { times, clock: say('programme.clock', { place }) });
  });
}
