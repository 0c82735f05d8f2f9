import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wallClockAt, instantOf } from '@shared/dates';
import type { Meeting } from '@shared/domain/meeting/schema';
import type { MeetingSlot } from '@shared/domain/meeting/slots';
import { useShownSaving } from '../../lib/autosave';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { ClassificationBadge } from '../../ui/classification-badge';
import { KeyHint } from '../../ui/key-hint';
import { SaveState } from '../../ui/save-state';
import { RoomClock } from './room-clock';
import { RoomTitle } from './room-title';
import classes from './room.module.css';
import type { useRoom } from './use-room';

interface RoomHeaderProps {
  readonly meeting: Meeting;
  readonly room: ReturnType<typeof useRoom>;
  readonly openedAt: number;
  readonly onCapture: () => void;
}

/** What, with whom and where; the clock; whether everything is saved; the ways to the meetings beside it and out. */
export function RoomHeader({ meeting, room, openedAt, onCapture }: RoomHeaderProps) {
  const { t } = useTranslation(['room', 'capture']);
  const f = useFormat();
  const { organisationName } = useDirectory();
  const planned = room.item ? f.times(room.item.start, room.item.end) : (meeting.start ?? '');
  const about = [
    meeting.organisationIds.map(organisationName).filter(Boolean).join(', '),
    room.item ? f.text(room.item.place) : '',
    planned,
  ];
  return (
    <header className={classes.header}>
      <div className={classes.what}>
        <Tooltip label={<Hinted words={t('room:leaveHint')} keys="Escape" />}>
          <ActionIcon variant="subtle" aria-label={t('room:leaveHint')} onClick={room.leave}>
            <IconArrowLeft size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <div className={classes.whatWords}>
          <div className={classes.titleRow}>
            <RoomTitle meeting={meeting} />
            <ClassificationBadge classification={meeting.classification} />
          </div>
          <p className={classes.about}>{about.filter((part) => part !== '').join(' · ')}</p>
        </div>
      </div>
      <RoomClock meeting={meeting} items={room.items} openedAt={openedAt} />
      <div className={classes.acts}>
        <RoomSaving />
        <Group gap={6} wrap="nowrap">
          <Beside
            slot={room.previous}
            label={t('room:previous')}
            keys="mod+PageUp"
            way="previous"
            onGo={() => void room.goTo(room.previous)}
          />
          <Beside
            slot={room.next}
            label={t('room:next')}
            keys="mod+PageDown"
            way="next"
            onGo={() => void room.goTo(room.next)}
          />
          <Button
            variant="default"
            leftSection={<IconUserPlus size={16} stroke={1.6} />}
            rightSection={<KeyHint keys="F9" />}
            onClick={onCapture}
          >
            {t('capture:add')}
          </Button>
        </Group>
      </div>
    </header>
  );
}

/** Whether everything on the screen is on the disk. */
function RoomSaving() {
  return <SaveState saving={useShownSaving()} />;
}

interface BesideProps {
  readonly slot: MeetingSlot | undefined;
  readonly label: string;
  readonly keys: string;
  readonly way: 'previous' | 'next';
  readonly onGo: () => void;
}

/** The meeting before or after this one, with its time. */
function Beside({ slot, label, keys, way, onGo }: BesideProps) {
  const { t } = useTranslation(['room', 'terms']);
  const { text } = useFormat();
  const title = slot ? text((slot.item ?? slot.meeting)?.title ?? noTitle) || t('terms:missing.unnamed') : '';
  const time = timeOf(slot);
  const words = slot ? t(way === 'next' ? 'room:nextIs' : 'room:previousIs', { time, title }) : label;
  const Icon = way === 'next' ? IconChevronRight : IconChevronLeft;
  return (
    <Tooltip label={<Hinted words={words} keys={keys} />}>
      <Button
        variant="default"
        px="xs"
        disabled={slot === undefined}
        aria-label={words}
        className={classes.beside}
        leftSection={way === 'previous' ? <Icon size={16} stroke={1.6} /> : undefined}
        rightSection={way === 'next' ? <Icon size={16} stroke={1.6} /> : undefined}
        onClick={onGo}
      >
        {time === '' ? '–' : time}
      </Button>
    </Tooltip>
  );
}

const noTitle = { en: '', zhHant: '', zhHans: '' };

function timeOf(slot: MeetingSlot | undefined): string {
  if (!slot) return '';
  if (slot.item) return slot.item.start;
  if (slot.meeting?.start) return slot.meeting.start;
  return slot.span && slot.meeting ? wallClockAt(instantOf(slot.span.begins), slot.meeting.zone).time : '';
}

function Hinted({ words, keys }: { readonly words: string; readonly keys: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      {words} <KeyHint keys={keys} />
    </Group>
  );
}
