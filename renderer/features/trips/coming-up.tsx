import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { daysBetween } from '@shared/dates';
import { compareByTime, programmeWarnings, spanOf } from '@shared/domain/itinerary-item/rules';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { timeOf, todayOn } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';
import { useNow } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { pathOf, paths } from '../../lib/paths';
import { Section } from '../../ui/section';
import classes from './overview.module.css';
import { useTripCounts } from './use-trip';

const noItems: readonly ItineraryItem[] = [];
const shownAtMost = 5;

/** How near the trip is, what comes next in it, and what should be looked at. */
export function ComingUp({ trip }: { readonly trip: Trip }) {
  const { t } = useTranslation('trips');
  const { text, day, days, times } = useFormat();
  const now = Date.parse(useNow());
  const { data: items = noItems } = useAsk('itinerary:list', { tripId: trip.id });
  const counts = useTripCounts(trip.id);
  const next = items
    .filter((item) => item.status !== 'cancelled' && spanOf(item).ends > now)
    .sort(compareByTime)
    .slice(0, shownAtMost);
  const warnings = programmeWarnings(trip, items).length;
  const count = daysBetween(trip.firstDay, trip.lastDay) + 1;

  return (
    <Section title={t('coming.title')} frame="padded">
      <Text size="sm">
        {days(trip.firstDay, trip.lastDay)} · {t('coming.days', { count })}
      </Text>
      <Text size="sm" c="dimmed">
        <When trip={trip} />
      </Text>
      {warnings > 0 && (
        <Anchor component={Link} to={paths.trip(trip.id, 'programme')} className={classes.alert} data-tone="warning">
          <IconAlertTriangle size={15} aria-hidden="true" />
          {t('coming.warnings', { count: warnings })}
        </Anchor>
      )}
      {(counts?.overdueFollowUps ?? 0) > 0 && (
        <Anchor component={Link} to={paths.trip(trip.id, 'follow-ups')} className={classes.alert} data-tone="overdue">
          <IconFlag size={15} aria-hidden="true" />
          {t('coming.overdue', { count: counts?.overdueFollowUps ?? 0 })}
        </Anchor>
      )}
      {next.length > 0 && (
        <ol className={classes.next}>
          {next.map((item) => (
            <li key={item.id}>
              <Link
                className={classes.nextItem}
                to={
                  pathOf({ type: 'itinerary-item', id: item.id, subject: { type: 'trip', id: trip.id } }) ?? paths.trips
                }
              >
                <span className={classes.nextTime}>
                  {day(item.day, 'weekday')} · {times(item.start, item.end)}
                </span>
                <span className={classes.nextTitle}>{text(item.title)}</span>
              </Link>
            </li>
          ))}
        </ol>
      )}
      {items.length === 0 && (
        <Anchor component={Link} to={paths.trip(trip.id, 'programme')} size="sm" mt={6} display="block">
          {t('coming.startProgramme')}
        </Anchor>
      )}
    </Section>
  );
}

function When({ trip }: { readonly trip: Trip }) {
  const { t } = useTranslation('trips');
  const today = todayOn(trip, useNow());
  const { nearDay } = useFormat();
  switch (timeOf(trip, today)) {
    case 'now':
      return t('when.dayOf', {
        day: daysBetween(trip.firstDay, today) + 1,
        days: daysBetween(trip.firstDay, trip.lastDay) + 1,
      });
    case 'ahead':
      return t('coming.begins', { when: nearDay(trip.firstDay, today) });
    case 'past':
      return t('coming.ended', { when: nearDay(trip.lastDay, today) });
  }
}
