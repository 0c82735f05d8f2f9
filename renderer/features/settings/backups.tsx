import { useEffect, useState } from 'react';
import { Alert, Button, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BackupSummary } from '@shared/ipc/backup-channels';
import { request, useAsk, useRefresh } from '../../lib/ipc';
import { notifyDone, notifyFailure } from '../../lib/notices';
import { EmptyState } from '../../ui/empty-state';
import { Section } from '../../ui/section';
import { runBackupJob, useBackupJob } from './backup-desk';
import { BackupPlace } from './backup-place';
import { BackupProgress } from './backup-progress';
import { BackupRow } from './backup-row';
import classes from './backups.module.css';
import { useRestore } from './use-restore';

/** How many are shown, and compared with what is here now, before somebody asks for the older ones. */
const shownAtFirst = 6;

/** The backups, the newest first: where they lie, what differs from each, making one, and going back to one. */
export function Backups() {
  const { t } = useTranslation('settings');
  const job = useBackupJob();
  const refresh = useRefresh();
  const backups = useAsk('backups:list', {});
  const state = useAsk('backups:state', {}).data;
  const { restoreFile } = useRestore();
  // They are made in the background, and disks go bad: what was known when this screen was last shown may be old.
  useEffect(() => {
    void refresh('backups:list', 'backups:state', 'backups:look');
  }, [refresh]);
  const make = async (): Promise<void> => {
    const made = await runBackupJob('making', (jobId) => request('backups:make', { jobId }));
    if (made === undefined) return;
    await refresh('backups:list', 'backups:state');
    if (made.ok) notifyDone(t('backups.made'));
    else notifyFailure(made.failure);
  };
  const isBusy = job !== null;
  const list = backups.data ?? [];
  return (
    <Section
      title={t('backups.title')}
      frame="flush"
      actions={
        <>
          <Button variant="subtle" disabled={isBusy} onClick={() => void restoreFile()}>
            {t('backups.fromFile')}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={() => void make()}>
            {t('backups.make')}
          </Button>
        </>
      }
    >
      <BackupProgress />
      {state?.problem && (
        <Alert color="yellow" m="sm" p="xs">
          {t(state.problem.code === 'disk-full' ? 'backups.problemFull' : 'backups.problem')}
        </Alert>
      )}
      <Text size="sm" c="dimmed" className={classes.message}>
        {t('backups.message')}
      </Text>
      {state !== undefined && (
        <BackupPlace other={state.other} isProtected={list.some(({ isSealed }) => isSealed)} isBusy={isBusy} />
      )}
      {list.length === 0 ? (
        backups.isSuccess && (
          <EmptyState isCompact icon={IconArchive} title={t('backups.none')} message={t('backups.noneHint')} />
        )
      ) : (
        <BackupList backups={list} hasPlaces={state?.other !== null && state?.other !== undefined} isBusy={isBusy} />
      )}
    </Section>
  );
}

interface BackupListProps {
  readonly backups: readonly BackupSummary[];
  readonly hasPlaces: boolean;
  readonly isBusy: boolean;
}

function BackupList({ backups, hasPlaces, isBusy }: BackupListProps) {
  const { t } = useTranslation('settings');
  const { askToRestore } = useRestore();
  const [areAllShown, setAllShown] = useState(false);
  const shown = areAllShown ? backups : backups.slice(0, shownAtFirst);
  const older = backups.length - shown.length;
  return (
    <>
      <ol className={classes.list} aria-label={t('backups.title')}>
        {shown.map((backup) => (
          <BackupRow
            key={backup.name}
            backup={backup}
            hasPlaces={hasPlaces}
            isBusy={isBusy}
            onRestore={() => askToRestore(backup)}
          />
        ))}
      </ol>
      {older > 0 && (
        <div className={classes.older}>
          <Button size="compact-sm" variant="subtle" onClick={() => setAllShown(true)}>
            {t('backups.older', { count: older })}
          </Button>
        </div>
      )}
    </>
  );
}
