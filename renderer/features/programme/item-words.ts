import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaTime, daysBetween, momentOf } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Trip } from '@shared/domain/trip/schema';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { endDayOf, lengthOf } from './time-grid';
import type { Times } from './time-grid';

type Cities = Pick<Trip, 'cities'>;

/** What the screen says of an item, the same in every view. */
export interface ItemWords {
  title(item: ItineraryItem): string;
  /** "09:30–11:00", with the day of the end when that is another one. */
  times(item: Times): string;
  /** The same in little room: "18:00–08:30 +1" ends a day later. */
  shortTimes(item: Times): string;
  /** "1 h 30 min" */
  length(item: Times): string;
  city(item: ItineraryItem): string;
  /** Place and city, or for transport where from and to. */
  where(item: ItineraryItem): string;
  host(item: ItineraryItem): string;
  /** The zone in words when its clock is not China's; otherwise ''. */
  zone(item: ItineraryItem): string;
  /** Everything a listener needs: day, times, title, kind, status, place, and what is wrong. */
  spoken(item: ItineraryItem, warnings: readonly string[]): string;
}

export function useItemWords(trip: Cities): ItemWords {
  const { t } = useTranslation(['programme', 'terms']);
  const { text, day, times } = useFormat();
  const { organisationName } = useDirectory();
  return useMemo(() => {
    const title = (item: ItineraryItem): string => text(item.title);
    const inTimes = (item: Times): string =>
      endDayOf(item) === item.day
        ? times(item.start, item.end)
        : t('programme:timesOvernight', {
            times: times(item.start, item.end),
            day: day(endDayOf(item), 'weekday'),
          });
    const city = (item: ItineraryItem): string => {
      const found = trip.cities.find(({ id }) => id === item.cityId);
      return found ? text(found.name) : '';
    };
    const where = (item: ItineraryItem): string => {
      const { transport } = item;
      if (item.kind === 'transport' && transport && (transport.from !== '' || transport.to !== '')) {
        const route = [transport.from, transport.to].filter((part) => part !== '').join(' → ');
        return [transport.number, route].filter((part) => part !== '').join(' · ');
      }
      return [text(item.place), city(item)].filter((part) => part !== '').join(' · ');
    };
    return {
      title,
      times: inTimes,
      shortTimes: (item) => {
        const nights = daysBetween(item.day, endDayOf(item));
        return `${times(item.start, item.end)}${nights > 0 ? ` +${nights}` : ''}`;
      },
      length: (item) => {
        const minutes = lengthOf(item);
        const hours = Math.floor(minutes / 60);
        if (hours === 0) return t('programme:length.minutes', { minutes });
        return minutes % 60 === 0
          ? t('programme:length.hours', { hours })
          : t('programme:length.both', { hours, minutes: minutes % 60 });
      },
      city,
      where,
      host: (item) => organisationName(item.hostOrganisationId),
      zone: (item) =>
        item.zone === chinaTime ||
        momentOf(item.day, item.start, item.zone) === momentOf(item.day, item.start, chinaTime)
          ? ''
          : t('programme:zoneTime', { zone: item.zone.replace(/^.*\//, '').replaceAll('_', ' ') }),
      spoken: (item, warnings) =>
        [
          day(item.day, 'weekday'),
          inTimes(item),
          title(item),
          t(`terms:itineraryKind.${item.kind}`),
          t(`terms:itineraryStatus.${item.status}`),
          where(item),
          ...warnings,
        ]
          .filter((part) => part !== '')
          .join(', '),
    };
  }, [trip, t, text, day, times, organisationName]);
}
