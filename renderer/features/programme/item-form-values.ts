import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Trip } from '@shared/domain/trip/schema';
import { noText } from '@shared/domain/values';
import { blankForm } from '../../lib/forms';
import type { FormValues, RecordForm } from '../../lib/forms';
import { isBand } from './time-grid';
import type { Times } from './time-grid';

export type ItemFormValues = FormValues<'itinerary-item'>;
export type ItemRecordForm = RecordForm<'itinerary-item'>;

/** What a new item starts with: its times, and the city where the delegation is by then. */
export function newItemAt(times: Times, trip: Trip, items: readonly ItineraryItem[]): ItemFormValues {
  const city = trip.cities.find(({ id }) => id === cityBefore(times, items)) ?? trip.cities[0];
  return blankForm('itinerary-item', {
    tripId: trip.id,
    title: noText,
    ...times,
    ...(city ? { cityId: city.id, zone: city.zone } : {}),
    classification: trip.classification,
  });
}

function cityBefore(times: Times, items: readonly ItineraryItem[]): string | null {
  const moment = ({ day, start }: Times): string => `${day} ${start}`;
  const placed = items
    .filter((item) => item.cityId !== null && item.status !== 'cancelled' && !isBand(item.kind))
    .sort((a, b) => moment(a).localeCompare(moment(b)));
  const before = placed.filter((item) => moment(item) <= moment(times)).at(-1);
  return (before ?? placed[0])?.cityId ?? null;
}
