import { instantOf, isCalendarDate, isWallTime, momentOf } from '@shared/dates';
import type { CalendarDate, Instant, TimeZone } from '@shared/dates';
import type { ExifFacts } from './exif';

/**
 * The moment at which a picture was taken. A camera notes what its clock shows, and most telephones how far that is from
 * UTC; where it does not, the clock is taken to show the time of the place, which `zoneOn` says for a day.
 */
export function momentTaken(
  { takenAt, offset }: Pick<ExifFacts, 'takenAt' | 'offset'>,
  zoneOn: (day: CalendarDate) => TimeZone,
): Instant | null {
  const parts = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d):(\d\d)/.exec(takenAt ?? '');
  if (parts === null) return null;
  const [, year = '', month = '', date = '', time = '', seconds = ''] = parts;
  const day = `${year}-${month}-${date}`;
  // A clock that was never set says zeros, or the day on which the camera was made.
  if (!isCalendarDate(day) || !isWallTime(time) || Number(seconds) > 59 || Number(year) < 1980) return null;
  const distance = /^([+-])(\d\d):?(\d\d)$/.exec(offset ?? '');
  if (distance === null) return instantOf(Date.parse(momentOf(day, time, zoneOn(day))) + Number(seconds) * 1000);
  const [, sign, hours, minutes] = distance;
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return instantOf(Date.parse(`${day}T${time}:${seconds}Z`) - ahead);
}
