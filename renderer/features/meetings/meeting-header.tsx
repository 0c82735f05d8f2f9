import { ActionIcon, Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconChevronLeft, IconChevronRight, IconDots, IconMaximize, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Meeting } from '@shared/domain/meeting/schema';
import type { SavingState } from '../../lib/autosave';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { paths } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';
import { ClassificationBadge } from '../../ui/classification-badge';
import { KeyHint } from '../../ui/key-hint';
import { PageHeader } from '../../ui/page-header';
import { SaveState } from '../../ui/save-state';
import { StatusBadge } from '../../ui/status-badge';
import type { MeetingPart } from './use-meeting-part';
import { useNeighbours } from './use-neighbours';

interface MeetingHeaderProps {
  readonly meeting: Meeting;
  readonly saving: SavingState;
  readonly status: MeetingPart<'status'>;
}

/** Which meeting this is, whether it is complete, and the way to the one before and after. */
export function MeetingHeader({ meeting, saving, status }: MeetingHeaderProps) {
  const { t } = useTranslation(['meetings', 'terms', 'actions', 'room']);
  const f = useFormat();
  const { organisationName } = useDirectory();
  const navigate = useNavigate();
  const { previous, next } = useNeighbours(meeting);
  const { data: trip } = useAsk('trips:get', { id: meeting.tripId ?? '' }, { enabled: meeting.tripId !== null });
  const trash = useDo('meetings:trash');
  const title = f.text(meeting.title) || t('terms:missing.unnamed');
  const up = trip ? paths.trip(trip.id, 'meetings') : paths.today;
  const field = status.field('status');
  const isComplete = field.value === 'complete';

  const goTo = (other: Meeting | undefined): void => {
    if (other) void navigate(paths.meeting(other.id));
  };
  const toggle = (): void => field.onChange(isComplete ? 'draft' : 'complete');
  const moveToTrash = async (): Promise<void> => {
    const answer = await trash.run({ id: meeting.id });
    if (!answer.ok) return;
    notifyUndoable(t('actions:movedToTrash', { name: title }));
    void navigate(up);
  };
  useShortcuts([
    { keys: 'mod+PageUp', label: t('meetings:previous'), run: () => goTo(previous) },
    { keys: 'mod+PageDown', label: t('meetings:next'), run: () => goTo(next) },
  ]);

  const time = meeting.start === null ? '' : meeting.end === null ? meeting.start : f.times(meeting.start, meeting.end);
  const about = [
    f.day(meeting.day, 'long'),
    time,
    t(`terms:meetingKind.${meeting.kind}`),
    meeting.organisationIds.map(organisationName).join(', '),
  ];
  return (
    <PageHeader
      title={title}
      breadcrumbs={
        trip
          ? [
              { label: t('terms:records.trip'), to: paths.trips },
              { label: f.text(trip.title), to: paths.trip(trip.id) },
              { label: t('meetings:title'), to: up },
            ]
          : []
      }
      badges={
        <>
          <StatusBadge label={t(`terms:meetingStatus.${field.value}`)} tone={isComplete ? 'good' : 'neutral'} />
          <ClassificationBadge classification={meeting.classification} />
        </>
      }
      meta={about.filter((part) => part !== '').join(' · ')}
      actions={
        <>
          <FieldsState saving={saving} />
          <Tooltip label={t('room:here')}>
            <ActionIcon
              component={Link}
              to={paths.room(meeting.id)}
              state={{ from: paths.meeting(meeting.id) }}
              variant="default"
              aria-label={t('room:here')}
            >
              <IconMaximize size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          {trip && (
            <ActionIcon.Group>
              <Tooltip label={<Hinted words={t('meetings:previous')} keys="mod+PageUp" />}>
                <ActionIcon
                  variant="default"
                  aria-label={t('meetings:previous')}
                  disabled={!previous}
                  onClick={() => goTo(previous)}
                >
                  <IconChevronLeft size={16} stroke={1.6} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={<Hinted words={t('meetings:next')} keys="mod+PageDown" />}>
                <ActionIcon
                  variant="default"
                  aria-label={t('meetings:next')}
                  disabled={!next}
                  onClick={() => goTo(next)}
                >
                  <IconChevronRight size={16} stroke={1.6} />
                </ActionIcon>
              </Tooltip>
            </ActionIcon.Group>
          )}
          <Button
            variant={isComplete ? 'default' : 'filled'}
            leftSection={isComplete ? undefined : <IconCheck size={16} stroke={1.8} />}
            onClick={toggle}
          >
            {t(isComplete ? 'meetings:backToDraft' : 'meetings:complete')}
          </Button>
          <Menu>
            <Menu.Target>
              <ActionIcon variant="default" aria-label={t('actions:more')}>
                <IconDots size={16} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                color="cinnabar"
                leftSection={<IconTrash size={16} stroke={1.6} />}
                onClick={() => void moveToTrash()}
              >
                {t('actions:delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    />
  );
}

/** How far the fields are written; what is wrong with one of them stands beside it and is not said twice. */
function FieldsState({ saving }: { readonly saving: SavingState }) {
  const { t } = useTranslation('meetings');
  if (saving.kind === 'failed' && saving.failure.code === 'invalid-input') {
    return (
      <Text size="xs" c="var(--at-overdue)" role="status">
        {t('fieldRefused')}
      </Text>
    );
  }
  return saving.kind === 'saved' && saving.at === undefined ? null : <SaveState saving={saving} />;
}

function Hinted({ words, keys }: { readonly words: string; readonly keys: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      {words} <KeyHint keys={keys} />
    </Group>
  );
}
