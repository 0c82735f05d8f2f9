import { Button, Text } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOpenMeetingNow } from '@renderer/features/meeting-mode';
import { instantOf, wallClockAt } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { meetingNow } from '@shared/domain/meeting/now';
import { slotsOf } from '@shared/domain/meeting/slots';
import type { MeetingSlot } from '@shared/domain/meeting/slots';
import { useNow } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { KeyHint } from '../../ui/key-hint';
import classes from './today.module.css';

interface NowAndNextProps {
  readonly tripId: string;
  readonly items: readonly ItineraryItem[];
}

const words = { on: 'now.on', soon: 'now.soon', 'just-ended': 'now.justEnded' } as const;

/** The meeting that is on, with a big way in, and the one after it: when and where. */
export function NowAndNext({ tripId, items }: NowAndNextProps) {
  const { t } = useTranslation('today');
  const now = useNow();
  const meetings = useAsk('meetings:list', { tripId }).data;
  const me = useAsk('settings:get', {}).data?.meId ?? null;
  const found = meetingNow(slotsOf(items, meetings ?? [], me), now);
  if (meetings === undefined || (found.kind === 'none' && found.next === undefined)) return null;
  return (
    <div className={classes.nowAndNext}>
      {found.kind === 'none' ? (
        <Text size="sm" c="dimmed">
          {t('now.none')}
        </Text>
      ) : (
        <Slot slot={found.slot} label={t(words[found.kind])} isNow />
      )}
      {found.next !== undefined && <Slot slot={found.next} label={t('now.next')} isNow={false} />}
    </div>
  );
}

interface SlotProps {
  readonly slot: MeetingSlot;
  readonly label: string;
  readonly isNow: boolean;
}

function Slot({ slot, label, isNow }: SlotProps) {
  const { t } = useTranslation(['today', 'terms']);
  const { text, times, nearDay } = useFormat();
  const { organisationName } = useDirectory();
  const now = useNow();
  const open = useOpenMeetingNow();
  const { run: openForItem } = useDo('meetings:open-for-item');
  const { item, meeting, span } = slot;
  const zone = (item ?? meeting)?.zone;
  if (span === null || zone === undefined) return null;
  const begins = wallClockAt(instantOf(span.begins), zone);
  const ends = wallClockAt(instantOf(span.ends), zone);
  const today = wallClockAt(now, zone).day;
  const minutes = Math.ceil((span.begins - Date.parse(now)) / 60_000);
  const left =
    minutes < 60
      ? t('today:now.minutes', { count: minutes })
      : t('today:now.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  const when = [
    begins.day === today ? '' : nearDay(begins.day, today),
    times(begins.time, ends.time),
    minutes > 0 && minutes < 12 * 60 ? t('today:now.in', { left }) : '',
  ];
  const hosts = item ? [item.hostOrganisationId] : (meeting?.organisationIds ?? []);
  const where = [...hosts.map(organisationName), item ? text(item.place) : ''];
  const title = text(item?.title ?? meeting?.title ?? noTitle) || t('terms:missing.unnamed');
  const openIt = async (): Promise<void> => {
    if (meeting) open(meeting.id);
    else if (item) {
      const opened = await openForItem({ itineraryItemId: item.id });
      if (opened.ok) open(opened.value.id);
    }
  };
  return (
    <div className={classes.slot} data-now={isNow || undefined}>
      <div className={classes.what}>
        <span className={classes.slotLabel}>{label}</span>
        <p className={classes.slotTitle}>{title}</p>
        <p className={classes.slotWhen}>
          <b>{when.filter((part) => part !== '').join(' · ')}</b>{' '}
          {[...new Set(where)].filter((part) => part !== '').join(' · ')}
        </p>
      </div>
      {isNow && (
        <Button
          size="md"
          leftSection={<IconMaximize size={18} stroke={1.6} />}
          rightSection={<KeyHint keys="F8" />}
          onClick={() => void openIt()}
        >
          {t('today:now.open')}
        </Button>
      )}
    </div>
  );
}

const noTitle = { en: '', zhHant: '', zhHans: '' };
