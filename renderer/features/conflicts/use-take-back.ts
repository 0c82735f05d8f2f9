import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ConflictLook } from '@shared/ipc/sync-channels';
import { useDo, useRefresh } from '../../lib/ipc';
import { notifyDone } from '../../lib/notices';
import { paths } from '../../lib/paths';

/** A settlement of this session, which can be taken back. */
export interface LastSettlement extends Pick<ConflictLook, 'type' | 'id' | 'title'> {
  readonly settlement: string;
}

/** Takes a settlement back and goes to the record, which waits again; answers whether it does. */
export function useTakeBack(): (last: LastSettlement) => Promise<boolean> {
  const { t } = useTranslation('conflicts');
  const { run } = useDo('conflicts:take-back');
  const refresh = useRefresh();
  const navigate = useNavigate();
  return async ({ settlement, title, ...record }) => {
    if (!(await run({ settlement })).ok) return false;
    await refresh('conflicts:list', 'conflicts:look', 'conflicts:settled');
    notifyDone(t('takenBack', { title }));
    void navigate(paths.conflict(record));
    return true;
  };
}
