import { useMemo, useState } from 'react';
import { Button, Text } from '@mantine/core';
import { IconMessages, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useShortcuts } from '../../lib/shortcuts';
import { columnsOf, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { KeyHint } from '../../ui/key-hint';
import { Section } from '../../ui/section';
import { StatusBadge } from '../../ui/status-badge';
import classes from './meetings.module.css';
import { NewMeetingDrawer } from './new-meeting-drawer';
import type { TripMeetingRow } from './trip-meeting-rows';
import { useTripMeetings } from './use-trip-meetings';

const kinds = ['meeting'] as const;

const idOf = ({ id }: TripMeetingRow): string => id;
const inOrder = [{ id: 'when', desc: false }];

/** The meetings of a trip, and the programme's items that have none yet: Enter or M opens one, or makes it. */
export function TripMeetings({ tripId }: { readonly tripId: string }) {
  const { t } = useTranslation(['meetings', 'terms']);
  const [isAdding, setAdding] = useState(false);
  const { rows, isLoading, openFollowUps, open } = useTripMeetings(tripId);
  const columns = useColumns(openFollowUps);
  const written = rows.filter(({ kind }) => kind === 'meeting').length;
  useShortcuts([{ keys: 'n', label: t('meetings:new'), run: () => setAdding(true) }]);

  return (
    <Section
      title={t('meetings:title')}
      count={written}
      frame="flush"
      actions={
        <>
          <Text size="xs" c="dimmed">
            {t('meetings:openHint')}
          </Text>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.8} />}
            rightSection={<KeyHint keys="n" />}
            onClick={() => setAdding(true)}
          >
            {t('meetings:new')}
          </Button>
        </>
      }
    >
      <DataTable
        name="trip-meetings"
        label={t('meetings:title')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        kinds={kinds}
        onOpen={(row) => void open(row)}
        onKey={(event, row) => {
          if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          void open(row);
        }}
        initialSort={inOrder}
        isLoading={isLoading}
        isEmbedded
        empty={
          <EmptyState
            icon={IconMessages}
            title={t('meetings:empty.title')}
            message={t('meetings:empty.message')}
            action={
              <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
                {t('meetings:new')}
              </Button>
            }
          />
        }
      />
      {isAdding && <NewMeetingDrawer tripId={tripId} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function useColumns(openFollowUps: (meetingId: string) => number) {
  const { t } = useTranslation(['meetings', 'terms']);
  const f = useFormat();
  const { organisationName } = useDirectory();
  return useMemo(() => {
    const column = columnsOf<TripMeetingRow>();
    return column.columns([
      column.accessor((row) => `${factsOf(row).day} ${factsOf(row).start ?? '99'}`, {
        id: 'when',
        header: t('meetings:column.when'),
        meta: { width: '12.25rem' },
        cell: ({ row: { original } }) => {
          const { day, start, end } = factsOf(original);
          const time = start === null ? '' : end === null ? start : f.times(start, end);
          return (
            <>
              {f.day(day, 'weekday')} <span className={classes.time}>{time}</span>
            </>
          );
        },
      }),
      column.accessor((row) => f.text(factsOf(row).title) || t('terms:missing.unnamed'), {
        id: 'title',
        header: t('meetings:column.title'),
        cell: ({ getValue }) => (
          <span className={classes.title} title={getValue()}>
            {getValue()}
          </span>
        ),
      }),
      column.accessor((row) => factsOf(row).organisationIds.map(organisationName), {
        id: 'organisations',
        header: t('terms:records.organisation'),
        meta: { width: '22%' },
        cell: ({ getValue }) => <span title={getValue().join(', ')}>{getValue().join(', ')}</span>,
      }),
      column.accessor(
        (row) =>
          row.kind === 'meeting'
            ? t(`terms:meetingKind.${row.meeting.kind}`)
            : t(`terms:itineraryKind.${row.item.kind}`),
        { id: 'kind', header: t('meetings:column.kind'), meta: { width: '7rem' } },
      ),
      column.accessor((row) => (row.kind === 'meeting' ? openFollowUps(row.id) : 0), {
        id: 'follow-ups',
        header: t('terms:records.follow-up'),
        meta: { width: '6.5rem', align: 'end' },
        cell: ({ getValue }) => (getValue() === 0 ? '' : f.number(getValue())),
      }),
      column.accessor((row) => (row.kind === 'meeting' ? row.meeting.status : 'unwritten'), {
        id: 'status',
        header: t('meetings:column.status'),
        meta: { width: '9.25rem' },
        cell: ({ row: { original } }) =>
          original.kind === 'item' ? (
            <StatusBadge label={t('meetings:unwritten')} tone="faint" />
          ) : (
            <StatusBadge
              label={t(`terms:meetingStatus.${original.meeting.status}`)}
              tone={original.meeting.status === 'complete' ? 'good' : 'neutral'}
            />
          ),
      }),
    ]);
  }, [f, openFollowUps, organisationName, t]);
}

function factsOf(row: TripMeetingRow) {
  if (row.kind === 'meeting') return row.meeting;
  const { title, day, start, end, hostOrganisationId } = row.item;
  return { title, day, start, end, organisationIds: hostOrganisationId === null ? [] : [hostOrganisationId] };
}
