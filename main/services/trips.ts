import { daysBetween, daysLater } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { isClosed, isOverdue } from '@shared/domain/follow-up/rules';
import type { NewFields, RecordOf } from '@shared/domain/records';
import { shiftedTo } from '@shared/domain/trip/rules';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import type { TripCounts } from '@shared/ipc/trip-channels';
import type { Result } from '@shared/result';
import type { Reader, Transaction } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';
import { ownFields } from './own-fields';

type Trip = RecordOf<'trip'>;

/** What the list shows beside each trip that is not a template. */
export function countTrips(reader: Reader, today: CalendarDate): TripCounts[] {
  const counts = new Map<RecordId, TripCounts>();
  for (const { id } of reader.all('trip')) {
    counts.set(id, { tripId: id, items: 0, meetings: 0, openFollowUps: 0, overdueFollowUps: 0 });
  }
  const add = (tripId: RecordId | null, field: Exclude<keyof TripCounts, 'tripId'>): void => {
    const count = tripId === null ? undefined : counts.get(tripId);
    if (count !== undefined) count[field] += 1;
  };
  for (const item of reader.all('itinerary-item')) add(item.tripId, 'items');
  for (const meeting of reader.all('meeting')) add(meeting.tripId, 'meetings');
  for (const followUp of reader.all('follow-up')) {
    if (isClosed(followUp)) continue;
    add(followUp.tripId, 'openFollowUps');
    if (isOverdue(followUp, today)) add(followUp.tripId, 'overdueFollowUps');
  }
  return [...counts.values()];
}

/** A copy of the programme and delegation on new days; meetings, notes and follow-ups stay with the old trip. */
export function duplicateTrip(
  context: ServiceContext,
  input: { id: RecordId; firstDay: CalendarDate; title: LocalisedText },
): Promise<Result<Trip>> {
  return context.store.transact(intend(context, 'duplicate', 'trip'), (tx) =>
    copyTrip(tx, input.id, { firstDay: input.firstDay, title: input.title, isTemplate: false }),
  );
}

/** Keeps a trip's programme, without its people, as a pattern for other trips. */
export function saveAsTemplate(
  context: ServiceContext,
  input: { id: RecordId; title: LocalisedText },
): Promise<Result<Trip>> {
  return context.store.transact(intend(context, 'duplicate', 'trip'), (tx) =>
    copyTrip(tx, input.id, { title: input.title, isTemplate: true }),
  );
}

/** A trip from a saved template: its programme on new days, every item tentative again. */
export function createFromSavedTemplate(
  context: ServiceContext,
  input: { id: RecordId; firstDay: CalendarDate; title: LocalisedText },
): Promise<Result<Trip>> {
  return context.store.transact(intend(context, 'create', 'trip'), (tx) =>
    copyTrip(tx, input.id, { firstDay: input.firstDay, title: input.title, isTemplate: false }),
  );
}

function copyTrip(
  tx: Transaction,
  id: RecordId,
  to: { firstDay?: CalendarDate; title: LocalisedText; isTemplate: boolean },
): Trip {
  const source = tx.existing('trip', id);
  const days = shiftedTo(source, to.firstDay ?? source.firstDay);
  const copy = tx.create('trip', {
    ...ownFields('trip', source),
    title: to.title,
    firstDay: days.firstDay,
    lastDay: days.lastDay,
    isTemplate: to.isTemplate,
    status: 'planning',
    reference: '',
    observations: '',
    conclusions: '',
    expenditure: [],
  });
  for (const item of tx.naming('itinerary-item', 'tripId', id)) {
    const fields: NewFields<'itinerary-item'> = {
      ...ownFields('itinerary-item', item),
      tripId: copy.id,
      day: daysLater(item.day, days.shift),
      endDay: item.endDay === null ? null : daysLater(item.endDay, days.shift),
      status: item.status === 'cancelled' ? 'cancelled' : 'tentative',
    };
    tx.create(
      'itinerary-item',
      // A pattern keeps what is done when, not who came.
      to.isTemplate ? { ...fields, hostContactIds: [], participantIds: [], interpreterId: null } : fields,
    );
  }
  if (!to.isTemplate) {
    for (const member of tx.naming('delegation-member', 'tripId', id)) {
      tx.create('delegation-member', { ...ownFields('delegation-member', member), tripId: copy.id });
    }
  }
  return copy;
}

/** Moves the trip and everything in its programme by whole days, so that it begins on `firstDay`. */
export function rescheduleTrip(
  context: ServiceContext,
  input: { id: RecordId; firstDay: CalendarDate },
): Promise<Result<Trip>> {
  return context.store.transact(intend(context, 'reschedule', 'trip'), (tx) => {
    const trip = tx.existing('trip', input.id);
    const { firstDay, lastDay } = shiftedTo(trip, input.firstDay);
    const shift = daysBetween(trip.firstDay, firstDay);
    for (const item of tx.naming('itinerary-item', 'tripId', input.id)) {
      tx.update('itinerary-item', item.id, {
        day: daysLater(item.day, shift),
        endDay: item.endDay === null ? null : daysLater(item.endDay, shift),
      });
    }
    return tx.update('trip', input.id, { firstDay, lastDay });
  });
}

/** Items lose a city that is no longer one of the trip's. */
export function forgetCities(tx: Transaction, trip: Trip): void {
  const cities = new Set(trip.cities.map(({ id }) => id));
  for (const item of tx.naming('itinerary-item', 'tripId', trip.id)) {
    if (item.cityId !== null && !cities.has(item.cityId)) {
      tx.update('itinerary-item', item.id, { cityId: null });
    }
  }
}

/** A copy of a programme item on a day of the same trip, tentative until it is confirmed again. */
export function duplicateItem(
  context: ServiceContext,
  input: { id: RecordId; day: CalendarDate },
): Promise<Result<RecordOf<'itinerary-item'>>> {
  return context.store.transact(intend(context, 'duplicate', 'itinerary-item'), (tx) => {
    const item = tx.existing('itinerary-item', input.id);
    const nights = item.endDay === null ? null : daysBetween(item.day, item.endDay);
    return tx.create('itinerary-item', {
      ...ownFields('itinerary-item', item),
      day: input.day,
      endDay: nights === null ? null : daysLater(input.day, nights),
      status: 'tentative',
    });
  });
}

/** Sets the order of precedence to the order of `ids`. */
export function reorderDelegation(
  context: ServiceContext,
  input: { tripId: RecordId; ids: readonly RecordId[] },
): Promise<Result<void>> {
  return context.store.transact(intend(context, 'reorder', 'delegation-member'), (tx) => {
    input.ids.forEach((id, index) => {
      const member = tx.existing('delegation-member', id);
      if (member.tripId === input.tripId) tx.update('delegation-member', id, { precedence: index + 1 });
    });
  });
}
