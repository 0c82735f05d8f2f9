import { useMemo } from 'react';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { wallClockAt } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { timeOf } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';
import { useNow } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { Section } from '../../ui/section';
import classes from './today.module.css';

/** Meetings up to today, where they take place, whose notes are still a draft; the latest first. */
export function Drafts() {
  const { t } = useTranslation(['today', 'terms']);
  const { text, nearDay } = useFormat();
  const { organisationName } = useDirectory();
  const { data } = useAsk('meetings:list', {});
  const now = useNow();
  const drafts = useMemo(
    () =>
      (data ?? [])
        .map((meeting) => ({ meeting, todayThere: wallClockAt(now, meeting.zone).day }))
        .filter(({ meeting, todayThere }) => meeting.status === 'draft' && meeting.day <= todayThere)
        .sort((one, other) => other.meeting.day.localeCompare(one.meeting.day)),
    [data, now],
  );
  if (drafts.length === 0) return null;
  return (
    <Section title={t('today:drafts.title')} count={drafts.length} frame="flush">
      <Rows
        rows={drafts.map(({ meeting, todayThere }) => ({
          id: meeting.id,
          to: paths.meeting(meeting.id),
          title: text(meeting.title) || t('terms:missing.unnamed'),
          detail: meeting.organisationIds.map(organisationName).filter(Boolean).join(', '),
          when: nearDay(meeting.day, todayThere),
        }))}
      />
    </Section>
  );
}

interface ReportsToWriteProps {
  readonly trips: readonly Trip[];
  readonly today: CalendarDate;
}

/** Trips that are over and not reported yet. */
export function ReportsToWrite({ trips, today }: ReportsToWriteProps) {
  const { t } = useTranslation('today');
  const { text, days, nearDay } = useFormat();
  const over = trips
    .filter((trip) => timeOf(trip, today) === 'past' && trip.status !== 'reported' && trip.status !== 'cancelled')
    .sort((one, other) => other.lastDay.localeCompare(one.lastDay));
  if (over.length === 0) return null;
  return (
    <Section title={t('reports.title')} count={over.length} frame="flush">
      <Rows
        rows={over.map((trip) => ({
          id: trip.id,
          to: paths.trip(trip.id, 'report'),
          title: text(trip.title),
          detail: days(trip.firstDay, trip.lastDay),
          when: t('reports.ended', { when: nearDay(trip.lastDay, today) }),
        }))}
      />
    </Section>
  );
}

interface Row {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly detail: string;
  readonly when: string;
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul className={classes.followUps}>
      {rows.map(({ id, to, title, detail, when }) => (
        <li key={id} className={classes.followUp}>
          <div className={classes.what}>
            <Anchor component={Link} to={to} className={classes.itemTitle}>
              {title}
            </Anchor>
            {detail !== '' && (
              <Text size="xs" c="dimmed">
                {detail}
              </Text>
            )}
          </div>
          <span className={classes.due}>{when}</span>
        </li>
      ))}
    </ul>
  );
}
