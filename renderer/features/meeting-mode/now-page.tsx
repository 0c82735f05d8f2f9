import { useEffect, useRef, useState } from 'react';
import { Button, Center, Group, Loader } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { wallClockAt } from '@shared/dates';
import type { PlannedMeeting } from '@shared/ipc/meeting-channels';
import type { Failure } from '@shared/result';
import { useToday } from '../../lib/clock';
import { failureInWords } from '../../lib/failure-words';
import { useFormat } from '../../lib/format';
import { request, useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { EmptyState } from '../../ui/empty-state';
import classes from './room.module.css';
import { useLeaveKey } from './use-leave-key';
import { fromOf } from './use-open-meeting-now';

type Found =
  | { readonly kind: 'none'; readonly next: PlannedMeeting | null }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Finds the meeting that is on now and opens it; says what comes next when nothing is on. */
export function NowPage() {
  const { t } = useTranslation('room');
  const navigate = useNavigate();
  const location = useLocation();
  const [found, setFound] = useState<Found | null>(null);
  const from = fromOf(location.state) ?? paths.today;
  const leave = (): void => void navigate(from);
  useLeaveKey(leave);

  useEffect(() => {
    let isHere = true;
    const look = async (): Promise<void> => {
      const answer = await request('meetings:open-now', {});
      if (!isHere) return;
      if (!answer.ok) setFound({ kind: 'failed', failure: answer.failure });
      else if (answer.value.found === 'none') setFound({ kind: 'none', next: answer.value.next });
      else void navigate(paths.room(answer.value.meeting.id), { replace: true, state: { from } });
    };
    void look();
    return () => {
      isHere = false;
    };
    // Pressed again while it looks, the key leads here once more: then it looks once more.
  }, [navigate, from, location.key]);

  if (found === null) {
    return (
      <Center h="100%">
        <Loader aria-label={t('opening')} />
      </Center>
    );
  }
  return (
    <div className={classes.none}>
      {found.kind === 'failed' ? (
        <EmptyState icon={IconCalendarTime} {...failureInWords(found.failure)} action={<Back onBack={leave} />} />
      ) : (
        <NoneOn next={found.next} from={from} onBack={leave} />
      )}
    </div>
  );
}

interface NoneOnProps {
  readonly next: PlannedMeeting | null;
  readonly from: string;
  readonly onBack: () => void;
}

function NoneOn({ next, from, onBack }: NoneOnProps) {
  const { t } = useTranslation(['room', 'terms']);
  const f = useFormat();
  const today = useToday();
  const navigate = useNavigate();
  const begin = useDo('meetings:begin');
  const openForItem = useDo('meetings:open-for-item');
  // One id for as long as this is shown: a button pressed twice begins one meeting.
  const [id] = useState(() => crypto.randomUUID());
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);

  const go = (meetingId: string): void => void navigate(paths.room(meetingId), { replace: true, state: { from } });
  const openNext = async (): Promise<void> => {
    if (next === null) return;
    if (next.meetingId !== null) go(next.meetingId);
    else if (next.itineraryItemId !== null) {
      const opened = await openForItem.run({ itineraryItemId: next.itineraryItemId });
      if (opened.ok) go(opened.value.id);
    }
  };
  const beginNow = async (): Promise<void> => {
    const begun = await begin.run({ id });
    if (begun.ok) go(begun.value.id);
  };
  const there = next === null ? null : wallClockAt(next.begins, next.zone);
  return (
    <EmptyState
      icon={IconCalendarTime}
      title={t('room:none.title')}
      message={
        next === null || there === null
          ? t('room:none.nothing')
          : t('room:none.next', {
              title: f.text(next.title) || t('terms:missing.unnamed'),
              when: f.nearDay(there.day, today),
              time: there.time,
            })
      }
      action={
        <Group gap="xs" justify="center">
          {next !== null && (
            <Button ref={first} onClick={() => void openNext()} loading={openForItem.isRunning}>
              {t('room:none.openNext')}
            </Button>
          )}
          <Button
            ref={next === null ? first : undefined}
            variant={next === null ? 'filled' : 'default'}
            onClick={() => void beginNow()}
            loading={begin.isRunning}
          >
            {t('room:none.begin')}
          </Button>
          <Back onBack={onBack} />
        </Group>
      }
    />
  );
}

function Back({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('room');
  return (
    <Button variant="subtle" onClick={onBack}>
      {t('none.back')}
    </Button>
  );
}
