import { useMemo } from 'react';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { wallClockAt } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { Meeting } from '@shared/domain/meeting/schema';
import { timeOf } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';
import { useNow, useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { Section } from '../../ui/section';
import { useOpenItem, useUnfinished } from './use-unwritten';
import classes from './today.module.css';

const noMeetings: readonly Meeting[] = [];

interface DraftsProps {
  /** Trips that are under way: what their programme has had is to be written down. */
  readonly trips: readonly Trip[];
}

/** Meetings that have ended whose notes are a draft, and what was in the programme and is not written down; the latest first. */
export function Drafts({ trips }: DraftsProps) {
  const { t } = useTranslation(['today', 'terms']);
  const { text, nearDay } = useFormat();
  const { organisationName } = useDirectory();
  const meetings = useAsk('meetings:list', {}).data;
  const { drafts, unwritten } = useUnfinished(trips, meetings ?? noMeetings);
  const openItem = useOpenItem();
  const now = useNow();
  const rows: (Row & { readonly day: CalendarDate })[] = [
    ...drafts.map((meeting) => ({
      id: meeting.id,
      day: meeting.day,
      to: paths.meeting(meeting.id),
      title: text(meeting.title) || t('terms:missing.unnamed'),
      detail: meeting.organisationIds.map(organisationName).filter(Boolean).join(', '),
      when: nearDay(meeting.day, wallClockAt(now, meeting.zone).day),
    })),
    ...unwritten.map((item) => ({
      id: item.id,
      day: item.day,
      onOpen: () => void openItem(item.id),
      title: text(item.title),
      detail: [t('today:drafts.unwritten'), organisationName(item.hostOrganisationId)].filter(Boolean).join(' · '),
      when: nearDay(item.day, wallClockAt(now, item.zone).day),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={t('today:drafts.title')} count={rows.length} frame="flush">
      <Rows rows={rows.sort((one, other) => other.day.localeCompare(one.day))} />
    </Section>
  );
}

/** People met on these trips whom nobody could reach, or of whom nobody knows where they work. */
export function PeopleToComplete({ trips }: DraftsProps) {
  const { t } = useTranslation('today');
  const { nearDay } = useFormat();
  const today = useToday();
  const { person, personName } = useDirectory();
  const meetings = useAsk('meetings:list', {}).data;
  const affiliations = useAsk('affiliations:list', {}).data;
  const rows = useMemo(() => {
    if (!meetings || !affiliations) return [];
    const ids = new Set(trips.map(({ id }) => id));
    const placed = new Set(affiliations.map(({ personId }) => personId));
    const met = new Map<string, CalendarDate>();
    for (const { tripId, day, theirAttendeeIds } of meetings) {
      if (tripId === null || !ids.has(tripId)) continue;
      for (const id of theirAttendeeIds) if ((met.get(id) ?? '') < day) met.set(id, day);
    }
    return [...met].flatMap(([id, day]) => {
      const known = person(id);
      if (!known) return [];
      const isReached = known.phones.length > 0 || known.emails.length > 0 || known.wechatId !== '';
      const missing = [
        ...(placed.has(id) ? [] : ['organisation' as const]),
        ...(isReached ? [] : ['contact' as const]),
      ];
      return missing.length === 0 ? [] : [{ id, day, missing }];
    });
  }, [meetings, affiliations, trips, person]);
  if (rows.length === 0) return null;
  return (
    <Section title={t('people.title')} count={rows.length} frame="flush">
      <Rows
        rows={rows.map(({ id, day, missing }) => ({
          id,
          to: paths.person(id),
          title: personName(id),
          detail: missing.map((what) => t(`people.missing.${what}`)).join(' · '),
          when: t('people.met', { when: nearDay(day, today) }),
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
          to: paths.trip(trip.id, 'documents'),
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
  /** Where it leads, or what opens it. */
  readonly to?: string;
  readonly onOpen?: () => void;
  readonly title: string;
  readonly detail: string;
  readonly when: string;
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul className={classes.followUps}>
      {rows.map(({ id, to, onOpen, title, detail, when }) => (
        <li key={id} className={classes.followUp}>
          <div className={classes.what}>
            {to === undefined ? (
              <Anchor component="button" type="button" ta="start" className={classes.itemTitle} onClick={onOpen}>
                {title}
              </Anchor>
            ) : (
              <Anchor component={Link} to={to} className={classes.itemTitle}>
                {title}
              </Anchor>
            )}
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
