import { daysLater, instantOf, timeZoneHere, wallClockAt } from '@shared/dates';
import { meetingNow } from '@shared/domain/meeting/now';
import { slotsOf } from '@shared/domain/meeting/slots';
import type { MeetingSlot } from '@shared/domain/meeting/slots';
import type { RecordOf } from '@shared/domain/records';
import { timeOf, todayOn, zoneOf } from '@shared/domain/trip/rules';
import { noText } from '@shared/domain/values';
import type { RecordId } from '@shared/domain/values';
import type { OpenedNow, PlannedMeeting } from '@shared/ipc/meeting-channels';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Reader } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';
import { delegationOf, openMeetingForItem } from './meetings';

type Trip = RecordOf<'trip'>;
type Meeting = RecordOf<'meeting'>;

/** The meeting that is on now, by the programme and the clock of the place; its record is made from the item at once. */
export async function openMeetingNow(context: ServiceContext): Promise<Result<OpenedNow>> {
  const found = meetingNow(slotsAroundNow(context), context.now());
  if (found.kind === 'none') {
    return success({ found: 'none', next: found.next === undefined ? null : plannedOf(found.next) });
  }
  const { item, meeting } = found.slot;
  if (meeting !== null) return success({ found: found.kind, meeting });
  if (item === null) throw new Error('A meeting was found that is neither planned nor written down');
  const opened = await openMeetingForItem(context, item.id);
  return opened.ok ? success({ found: found.kind, meeting: opened.value }) : opened;
}

/** A meeting that nobody planned, begun now: on the trip that is under way, with its delegation. */
export async function beginMeeting(context: ServiceContext, id: RecordId): Promise<Result<Meeting>> {
  return context.store.transact(intend(context, 'create', 'meeting'), (tx) => {
    const begun = tx.get('meeting', id);
    if (begun !== undefined) return begun;
    const now = context.now();
    const trip = tripsNear(tx, context).find((each) => timeOf(each, todayOn(each, now)) === 'now');
    const zone = trip === undefined ? timeZoneHere() : zoneOf(trip);
    const { day, time } = wallClockAt(now, zone);
    const delegation = trip === undefined ? [] : delegationOf(tx, trip.id);
    const fields = {
      tripId: trip?.id ?? null,
      day,
      start: time,
      zone,
      ourAttendeeIds: delegation.length > 0 ? delegation : [context.me()],
      ...(trip === undefined ? {} : { classification: trip.classification }),
    };
    return tx.create('meeting', fields, id);
  });
}

/** Items may stand a little outside the days of their trip, which is shown and not forbidden. */
const daysAround = 31;

/** Trips that are on, ahead, or ended lately. */
function tripsNear(reader: Reader, context: ServiceContext): Trip[] {
  const now = context.now();
  return reader
    .all('trip')
    .filter(({ isTemplate, status }) => !isTemplate && status !== 'cancelled')
    .filter((trip) => timeOf(trip, daysLater(todayOn(trip, now), -daysAround)) !== 'past');
}

/** What is planned and written down on these trips, and what was written beside any trip these days. */
function slotsAroundNow(context: ServiceContext): MeetingSlot[] {
  const { store } = context;
  const today = wallClockAt(context.now(), timeZoneHere()).day;
  const trips = tripsNear(store, context);
  const items = trips.flatMap((trip) => store.naming('itinerary-item', 'tripId', trip.id));
  const meetings = trips.flatMap((trip) => store.naming('meeting', 'tripId', trip.id));
  const known = new Set(meetings.map(({ id }) => id));
  const beside = store
    .all('meeting')
    .filter(({ id, day }) => !known.has(id) && day >= daysLater(today, -1) && day <= daysLater(today, 1));
  return slotsOf(items, [...meetings, ...beside], context.me());
}

function plannedOf({ item, meeting, span }: MeetingSlot): PlannedMeeting | null {
  if (span === null) return null;
  return {
    itineraryItemId: item?.id ?? null,
    meetingId: meeting?.id ?? null,
    title: item?.title ?? meeting?.title ?? noText,
    place: item?.place ?? noText,
    begins: instantOf(span.begins),
    zone: (item ?? meeting)?.zone ?? timeZoneHere(),
  };
}
