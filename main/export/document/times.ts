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

/** "09:30–11:00"; "22:10 to 07:30, 27 Feb"; whose clock it is when that is not the trip's own. */
export function timesInWords(voice: Voice, { start, end, endDay, clock }: Times): Words {
  return voice.inBoth((say, form) => {
    const span = end === '' ? start : `${start}–${end}`;
    const times =
      endDay === null ? span : `${start} ${say('programme.until', { time: end, day: dayOfMonth(endDay, form) })}`;
    return clock === '' ? times : say('programme.onClock', { times, clock: say('programme.clock', { place: clock }) });
  });
}
