import { useMemo } from 'react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '@shared/dates';
import { timeOf, todayOn } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';
import { tripStatuses } from '@shared/domain/trip/schema';
import { writtenForms } from '@shared/domain/values';
import type { TripCounts } from '@shared/ipc/trip-channels';
import { useNow } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import { columnsOf } from '../../ui/data-table';
import type { Column } from '../../ui/data-table';
import { TripMenu } from './trip-menu';
import type { TripDrawer } from './trip-drawers';
import { TripStatusBadge } from './trip-status';
import classes from './trips.module.css';

/** A trip with what its row shows beside it. */
export interface TripRow {
  readonly trip: Trip;
  readonly counts: Omit<TripCounts, 'tripId'>;
}

/** Within so many days it is said how many. */
const soon = 14;
const times = ['now', 'ahead', 'past'] as const;

const none = (
  <Text span c="dimmed" inherit>
    ·
  </Text>
);

function FollowUpCounts({ counts }: { readonly counts: TripRow['counts'] }) {
  const { t } = useTranslation('trips');
  if (counts.openFollowUps === 0) return none;
  return (
    <span className={classes.titles}>
      {counts.openFollowUps}
      {counts.overdueFollowUps > 0 && (
        <span className={classes.overdue}>{t('list.overdue', { count: counts.overdueFollowUps })}</span>
      )}
    </span>
  );
}

function compareDays(one: Trip, other: Trip): number {
  return one.firstDay.localeCompare(other.firstDay) || one.lastDay.localeCompare(other.lastDay);
}

interface RowActions {
  readonly onDrawer: (trip: Trip, drawer: TripDrawer) => void;
  readonly onTrash: (trip: Trip) => void;
}

export function useTripColumns({ onDrawer, onTrash }: RowActions): readonly Column<TripRow>[] {
  const { t } = useTranslation(['trips', 'terms']);
  const { text, days, nearDay } = useFormat();
  const now = useNow();
  return useMemo(() => {
    const column = columnsOf<TripRow>();
    const otherTitles = ({ title }: Trip): string =>
      writtenForms
        .map((each) => title[each].trim())
        .filter((each) => each !== '' && each !== text(title))
        .slice(0, 1)
        .join('');
    const whenInWords = (trip: Trip): string => {
      const today = todayOn(trip, now);
      const time = timeOf(trip, today);
      if (time === 'now')
        return t('trips:when.dayOf', {
          day: daysBetween(trip.firstDay, today) + 1,
          days: daysBetween(trip.firstDay, trip.lastDay) + 1,
        });
      const day = time === 'ahead' ? trip.firstDay : trip.lastDay;
      return Math.abs(daysBetween(today, day)) > soon ? t(`trips:when.${time}`) : nearDay(day, today);
    };
    const number = (id: 'items' | 'meetings', width: string) =>
      column.accessor((row) => row.counts[id], {
        id,
        header: t(`trips:list.${id}`),
        meta: { align: 'end', width },
        cell: ({ getValue }) => (getValue() === 0 ? none : getValue()),
      });
    return column.columns([
      column.accessor((row) => row.trip.reference || undefined, {
        id: 'reference',
        header: t('trips:list.reference'),
        sortUndefined: 'last',
        meta: { width: '8.5rem' },
        cell: ({ getValue }) => <span className={classes.reference}>{getValue()}</span>,
      }),
      column.accessor(({ trip }) => [text(trip.title), otherTitles(trip)], {
        id: 'title',
        header: t('trips:list.title'),
        cell: ({ row }) => (
          <span title={text(row.original.trip.title)} className={classes.titles}>
            <span className={classes.title}>{text(row.original.trip.title)}</span>
            <span className={classes.otherTitle}>{otherTitles(row.original.trip)}</span>
          </span>
        ),
      }),
      column.accessor((row) => timeOf(row.trip, todayOn(row.trip, now)), {
        id: 'days',
        header: t('trips:list.days'),
        sortFn: (one, other) => compareDays(one.original.trip, other.original.trip),
        meta: {
          width: '9.5rem',
          facet: {
            label: t('trips:list.when'),
            words: (value) => {
              const time = times.find((each) => each === value);
              return time ? t(`trips:when.${time}`) : value;
            },
          },
        },
        cell: ({ row, getValue }) => (
          <span className={classes.titles}>
            {days(row.original.trip.firstDay, row.original.trip.lastDay)}
            <span className={classes.when} data-now={getValue() === 'now' || undefined}>
              {whenInWords(row.original.trip)}
            </span>
          </span>
        ),
      }),
      column.accessor((row) => row.trip.cities.map((city) => text(city.name)), {
        id: 'cities',
        header: t('trips:list.cities'),
        meta: { width: '8.5rem', facet: { label: t('trips:list.city'), words: (name) => name } },
        cell: ({ getValue }) => <span className={classes.cities}>{getValue().join(', ')}</span>,
      }),
      column.accessor((row) => row.trip.status, {
        id: 'status',
        header: t('trips:list.status'),
        meta: {
          width: '7.5rem',
          facet: {
            label: t('trips:list.status'),
            words: (value) => {
              const status = tripStatuses.find((each) => each === value);
              return status ? t(`terms:tripStatus.${status}`) : value;
            },
          },
        },
        cell: ({ getValue }) => <TripStatusBadge status={getValue()} />,
      }),
      number('items', '4rem'),
      number('meetings', '5.25rem'),
      column.accessor((row) => row.counts.openFollowUps + row.counts.overdueFollowUps / 1000, {
        id: 'followUps',
        header: t('trips:list.followUps'),
        meta: { width: '6rem' },
        cell: ({ row: { original } }) => <FollowUpCounts counts={original.counts} />,
      }),
      column.display({
        id: 'actions',
        header: t('trips:list.actions'),
        meta: { isHeaderHidden: true, width: '4rem' },
        cell: ({ row: { original } }) => (
          <TripMenu
            label={t('trips:menu.label', { title: text(original.trip.title) })}
            isSmall
            onDrawer={(drawer) => onDrawer(original.trip, drawer)}
            onTrash={() => onTrash(original.trip)}
          />
        ),
      }),
    ]);
  }, [t, text, days, nearDay, now, onDrawer, onTrash]);
}
