import { daysBetween, isCalendarDate, isWallTime, minutesOf } from '@shared/dates';
import type { CalendarDate, WallTime } from '@shared/dates';
import { chinaTime } from '@shared/dates';
import { startingAt } from './moving';
import type { Times } from './time-grid';

interface FormTimes {
  readonly day: CalendarDate | null;
  readonly start: WallTime | null;
  readonly endDay: CalendarDate | null;
  readonly end: WallTime | null;
}

/** The end that keeps an item as long as it was when its day or start is changed; null while a part is missing. */
export function keepLength(before: FormTimes, next: Partial<FormTimes>): Pick<Times, 'endDay' | 'end'> | null {
  const { day, start, endDay, end } = before;
  const to = { day: next.day ?? day, start: next.start ?? start };
  if (!isCalendarDate(day) || !isWallTime(start) || !isWallTime(end)) return null;
  if (!isCalendarDate(to.day) || !isWallTime(to.start)) return null;
  if (endDay !== null && (!isCalendarDate(endDay) || daysBetween(day, endDay) < 0)) return null;
  if (endDay === null && minutesOf(end) <= minutesOf(start)) return null;
  const moved = startingAt({ day, start, endDay, end, zone: chinaTime }, { day: to.day, minutes: minutesOf(to.start) });
  return { endDay: moved.endDay, end: moved.end };
}
