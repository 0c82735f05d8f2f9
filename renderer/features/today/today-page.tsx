import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { IconPlaneDeparture } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MeetingNowButton } from '@renderer/features/meeting-mode';
import { timeOf, todayOn } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';
import type { Instant } from '@shared/dates';
import { useNow, useToday } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { Section } from '../../ui/section';
import { DueFollowUps } from './due-follow-ups';
import { Drafts, PeopleToComplete, ReportsToWrite } from './to-finish';
import { TripToday } from './trip-today';
import classes from './today.module.css';

/** What the day asks for: where to be now and next, what to finish, and what is due. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const { day } = useFormat();
  const today = useToday();
  const trips = useAsk('trips:list', { isTemplate: false });
  const now = useNow();
  const shown = useMemo(() => tripsOf(trips.data ?? [], now), [trips.data, now]);
  const on = useMemo(() => shown.filter((trip) => timeOf(trip, todayOn(trip, now)) === 'now'), [shown, now]);
  return (
    <Page header={<PageHeader title={t('title')} meta={day(today, 'long')} actions={<MeetingNowButton />} />}>
      <div className={classes.columns}>
        <div>
          {trips.isSuccess && shown.length === 0 && (
            <Section title={t('trip.next')} frame="padded">
              <EmptyState
                isCompact
                icon={IconPlaneDeparture}
                title={t('none.title')}
                message={t('none.message')}
                action={
                  <Button component={Link} to={paths.newTrip}>
                    {t('none.action')}
                  </Button>
                }
              />
            </Section>
          )}
          {shown.map((trip) => (
            <TripToday key={trip.id} trip={trip} />
          ))}
          <Drafts trips={on} />
          <PeopleToComplete trips={on} />
          <ReportsToWrite trips={trips.data ?? []} today={today} />
        </div>
        <DueFollowUps today={today} />
      </div>
    </Page>
  );
}

/** Every trip that is on; without one, the nearest that is ahead. */
function tripsOf(trips: readonly Trip[], now: Instant): Trip[] {
  const stands = (trip: Trip) => timeOf(trip, todayOn(trip, now));
  const live = trips
    .filter(({ status }) => status !== 'cancelled')
    .sort((one, other) => one.firstDay.localeCompare(other.firstDay));
  const on = live.filter((trip) => stands(trip) === 'now');
  return on.length > 0 ? on : live.filter((trip) => stands(trip) === 'ahead').slice(0, 1);
}
