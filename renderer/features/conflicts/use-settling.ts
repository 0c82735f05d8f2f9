import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictLook } from '@shared/ipc/sync-channels';
import { failureInWords, issueInWords } from '../../lib/failure-words';
import { request, useRefresh } from '../../lib/ipc';
import type { FieldChoice } from './points';

interface Trouble {
  readonly title: string;
  readonly message: string;
}

interface Settling {
  /** Answers with what takes the settlement back; null when nothing was settled, which is told. */
  readonly settle: (choices: readonly FieldChoice[]) => Promise<string | null>;
  readonly isRunning: boolean;
  readonly trouble: Trouble | null;
}

/** Settles what is looked at. What goes wrong is said where it was chosen, and stays until the next try. */
export function useSettling({ type, id, one, other }: ConflictLook): Settling {
  const { t } = useTranslation('conflicts');
  const refresh = useRefresh();
  const [isRunning, setRunning] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const settle = async (choices: readonly FieldChoice[]): Promise<string | null> => {
    if (isRunning) return null;
    setRunning(true);
    const answer = await request('conflicts:settle', {
      type,
      id,
      seen: [one.revision, other.revision],
      choices: [...choices],
    });
    setRunning(false);
    if (answer.ok) {
      setTrouble(null);
      return answer.value.settlement;
    }
    const { failure } = answer;
    if (failure.code === 'changed-meanwhile') {
      setTrouble({ title: t('changedMeanwhile.title'), message: t('changedMeanwhile.message') });
      await refresh('conflicts:look', 'conflicts:list');
    } else if (failure.code === 'invalid-input') {
      const detail = [...new Set(failure.issues.map(issueInWords))].join(' ');
      setTrouble({ title: t('refused.title'), message: t('refused.message', { detail }) });
    } else setTrouble(failureInWords(failure));
    return null;
  };
  return { settle, isRunning, trouble };
}
