import { timeZoneHere } from '@shared/dates';
import type { CalendarDate, TimeZone } from '@shared/dates';
import { zoneOf } from '@shared/domain/trip/rules';
import type { Subject } from '@shared/ipc/subject';
import type { Reader } from '../../storage/store';

/** The time that clocks showed on a day where a picture of this record was most likely taken. */
export function zoneOfPlace(reader: Reader, subject: Subject, day: CalendarDate): TimeZone {
  if (subject.type === 'meeting') return reader.get('meeting', subject.id)?.zone ?? timeZoneHere();
  if (subject.type !== 'trip') return timeZoneHere();
  const trip = reader.get('trip', subject.id);
  const ofThatDay = reader.naming('itinerary-item', 'tripId', subject.id).filter((item) => item.day === day);
  return ofThatDay[0]?.zone ?? (trip === undefined ? timeZoneHere() : zoneOf(trip));
}
