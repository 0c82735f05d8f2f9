import { chinaTime, momentOf } from '@shared/dates';
import type { CalendarDate, TimeZone, WallTime } from '@shared/dates';
import type { DocumentSources } from '../sources';

/** The zone that most of the programme is kept in. */
export function mainZoneOf({ items, trip }: Pick<DocumentSources, 'items' | 'trip'>): TimeZone {
  const uses = new Map<TimeZone, number>();
  for (const { zone } of items) uses.set(zone, (uses.get(zone) ?? 0) + 1);
  const most = [...uses].sort(([, one], [, other]) => other - one)[0]?.[0];
  return most ?? trip.cities[0]?.zone ?? chinaTime;
}

/** Whose clock a time is on ("Tokyo"), or '' when the trip's main clock shows the same. */
export function clockIn(zone: TimeZone, main: TimeZone, day: CalendarDate, time: WallTime): string {
  if (momentOf(day, time, zone) === momentOf(day, time, main)) return '';
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
