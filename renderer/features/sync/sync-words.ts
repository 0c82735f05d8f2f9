import { useTranslation } from 'react-i18next';
import { daysLater, timeZoneHere, wallClockAt } from '@shared/dates';
import type { Instant } from '@shared/dates';
import type { SyncState } from '@shared/ipc/sync-channels';
import { useToday } from '../../lib/clock';
import { failureInWords } from '../../lib/failure-words';
import { useFormat } from '../../lib/format';
import type { Standing } from './standing';

/** A moment as one says it in passing: "18:20", "yesterday 18:20", "20 Nov 2026, 18:20". */
export function useWhen(): (moment: Instant) => string {
  const { t } = useTranslation('sync');
  const { day: dayInWords } = useFormat();
  const today = useToday();
  return (moment) => {
    const { day, time } = wallClockAt(moment, timeZoneHere());
    if (day === today) return t('when.today', { time });
    if (day === daysLater(today, -1)) return t('when.yesterday', { time });
    return t('when.day', { day: dayInWords(day), time });
  };
}

/** How it stands, in a line. */
export function useStandingInWords(): (standing: Standing) => string {
  const { t } = useTranslation('sync');
  const when = useWhen();
  return (standing) => {
    switch (standing.kind) {
      case 'needs-password':
      case 'running':
      case 'never':
        return t(`standing.${standing.kind}`);
      case 'up-to-date':
        return t('standing.up-to-date', { when: when(standing.at) });
      case 'cannot-reach':
      case 'trouble':
        return t(`standing.${standing.kind}`, { when: when(standing.since) });
      case 'waiting':
      case 'held-back':
        return t(`standing.${standing.kind}`, { count: standing.count });
    }
  };
}

type Problem = NonNullable<SyncState['problem']>;

const plainProblems = ['not-signed-in', 'not-allowed', 'no-space-there', 'not-couchdb', 'too-large'] as const;

/** Why a round did not end well, what is safe, and what to do; null for a fault that has no words of its own. */
export function problemInWords({ code, reason }: Problem): { title: string; message: string } | null {
  if (code === 'cannot-reach' || code === 'not-trusted') return failureInWords({ code, reason });
  if (code === 'server-trouble') return failureInWords({ code, status: Number(reason) });
  const plain = plainProblems.find((each) => each === code);
  return plain === undefined ? null : failureInWords({ code: plain });
}
