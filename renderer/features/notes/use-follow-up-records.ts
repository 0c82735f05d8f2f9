import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { FollowUpRecords } from './document/follow-up-records';

/** The follow-ups that a note's lines stand for; ticking one on the line ticks the record. */
export function useFollowUpRecords(noteId: string): FollowUpRecords {
  const { t } = useTranslation('notes');
  const [records] = useState(() => new FollowUpRecords(t('followUp.tick')));
  const followUps = useAsk('follow-ups:list', { noteId }).data;
  const { personName } = useDirectory();
  const { nearDay } = useFormat();
  const today = useToday();
  const { run } = useDo('follow-ups:update');
  useEffect(() => {
    records.show(
      new Map(
        (followUps ?? []).map(({ id, status, ownerId, due }) => {
          const isDone = status === 'done';
          const detail = [personName(ownerId), due === null ? '' : nearDay(due, today)].filter((words) => words !== '');
          const tick = (): void => void run({ id, patch: { status: isDone ? 'open' : 'done' } });
          return [id.slice(0, 8), { isDone, detail: detail.join(' · '), tick }];
        }),
      ),
    );
  }, [records, followUps, personName, nearDay, today, run]);
  return records;
}
