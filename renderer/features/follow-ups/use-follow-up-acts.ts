import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';

export interface FollowUpActs {
  /** Ticks an open one off, and opens a closed one again. */
  readonly toggleDone: (followUp: FollowUp) => Promise<void>;
  readonly trash: (followUp: FollowUp) => Promise<boolean>;
}

/** What one key does to a follow-up; each can be taken back from the notification. */
export function useFollowUpActs(): FollowUpActs {
  const { t } = useTranslation(['follow-ups', 'actions']);
  const { run: update } = useDo('follow-ups:update');
  const { run: moveToTrash } = useDo('follow-ups:trash');

  const toggleDone = useCallback(
    async (followUp: FollowUp) => {
      const status = isClosed(followUp) ? 'open' : 'done';
      const answer = await update({ id: followUp.id, patch: { status } });
      if (!answer.ok) return;
      notifyUndoable(t(status === 'done' ? 'follow-ups:nowDone' : 'follow-ups:nowOpen', { title: followUp.title }));
    },
    [update, t],
  );
  const trash = useCallback(
    async (followUp: FollowUp) => {
      const answer = await moveToTrash({ id: followUp.id });
      if (answer.ok) notifyUndoable(t('actions:movedToTrash', { name: followUp.title }));
      return answer.ok;
    },
    [moveToTrash, t],
  );
  return useMemo(() => ({ toggleDone, trash }), [toggleDone, trash]);
}
