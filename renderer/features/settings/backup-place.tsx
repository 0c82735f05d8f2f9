import { Button, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackupsState } from '@shared/ipc/backup-channels';
import { request, useRefresh } from '../../lib/ipc';
import { notifyFailure } from '../../lib/notices';
import { runBackupJob } from './backup-desk';
import classes from './backups.module.css';

interface BackupPlaceProps {
  readonly other: BackupsState['other'];
  /** There is a passphrase, which what was copied earlier may not know of. */
  readonly isProtected: boolean;
  readonly isBusy: boolean;
}

/** The second folder for backups: which one, whether it is there now, and what is in it. */
export function BackupPlace({ other, isProtected, isBusy }: BackupPlaceProps) {
  const { t } = useTranslation('settings');
  const refresh = useRefresh();
  const choose = async (): Promise<void> => {
    const answer = await runBackupJob('copying', (jobId) => request('backups:choose-folder', { jobId }));
    if (answer?.ok === false) notifyFailure(answer.failure);
    await refresh('backups:state', 'backups:list');
  };
  const forget = async (): Promise<void> => {
    const answer = await request('backups:forget-folder', {});
    if (!answer.ok) notifyFailure(answer.failure);
    await refresh('backups:state', 'backups:list');
  };
  return (
    <div className={classes.place}>
      <div>
        <Text size="sm" fw={500}>
          {t('backups.second.title')}
        </Text>
        {other === null ? (
          <Text size="sm" c="dimmed">
            {t('backups.second.none')}
          </Text>
        ) : (
          <>
            <Code className={classes.folder}>{other.folder}</Code>
            <PlaceState other={other} isProtected={isProtected} />
          </>
        )}
      </div>
      <Group gap="xs" wrap="nowrap" flex="none">
        {other !== null && (
          <Button size="compact-sm" variant="subtle" disabled={isBusy} onClick={() => void forget()}>
            {t('backups.second.forget')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => void choose()}>
          {t(other === null ? 'backups.second.choose' : 'backups.second.change')}
        </Button>
      </Group>
    </div>
  );
}

interface PlaceStateProps {
  readonly other: NonNullable<BackupsState['other']>;
  readonly isProtected: boolean;
}

function PlaceState({ other, isProtected }: PlaceStateProps) {
  const { t } = useTranslation('settings');
  if (!other.isThere) {
    return (
      <Text size="sm" className={classes.warning}>
        {isProtected ? `${t('backups.second.away')} ${t('backups.second.mayBeReadable')}` : t('backups.second.away')}
      </Text>
    );
  }
  if (other.problem !== null) {
    return (
      <Text size="sm" className={classes.warning}>
        {t(other.problem.code === 'disk-full' ? 'backups.second.full' : 'backups.second.problem')}
      </Text>
    );
  }
  const { files = 0, missing = 0 } = other.files ?? {};
  const copied =
    missing > 0 ? t('backups.second.missing', { count: missing }) : t('backups.second.copied', { count: files });
  return (
    <Text size="sm" c="dimmed">
      {files === 0 ? t('backups.second.there') : `${t('backups.second.there')} ${copied}`}
    </Text>
  );
}
