import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { goToWords } from '../../lib/found-words';
import { request, useDo } from '../../lib/ipc';
import { notifyDone, notifyFailure } from '../../lib/notices';
import { paths } from '../../lib/paths';

export const syncKeys = 'mod+shift+y';

interface SyncNow {
  /** Says how it ended; without a server or a password it goes to where they are typed. */
  readonly syncNow: () => Promise<void>;
  readonly isRunning: boolean;
}

/** A round with the office's server because somebody asked for it. */
export function useSyncNow(): SyncNow {
  const { t } = useTranslation('sync');
  const navigate = useNavigate();
  const { run, isRunning } = useDo('sync:now');
  const syncNow = useCallback(async () => {
    const before = await request('sync:state', {});
    if (!before.ok) {
      notifyFailure(before.failure);
      return;
    }
    if (before.value.server === null || before.value.server.needsPassword) {
      goToWords(navigate, paths.settings, t('title'));
      return;
    }
    const ended = await run({});
    if (!ended.ok) return;
    const after = await request('sync:state', {});
    const { heldBack = [], conflicts = 0 } = after.ok ? after.value : {};
    if (heldBack.length > 0) notifyDone(t('notice.heldBack', { count: heldBack.length }));
    else notifyDone(conflicts > 0 ? t('notice.conflicts', { count: conflicts }) : t('notice.done'));
  }, [navigate, run, t]);
  return { syncNow, isRunning };
}
