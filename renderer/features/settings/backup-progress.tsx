import { Button, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cancelBackupJob, useBackupJob } from './backup-desk';
import classes from './backups.module.css';

/** How far a backup, or restoring one, is, with a way to stop it; nothing while none takes long. */
export function BackupProgress() {
  const { t } = useTranslation(['settings', 'actions']);
  const job = useBackupJob();
  if (job === null || !job.isSlow) return null;
  const words = t(`settings:backups.work.${job.work}`);
  return (
    <div className={classes.work}>
      <div>
        <Text size="sm" role="status">
          {words}
        </Text>
        <Progress value={Math.round(job.done * 100)} aria-label={words} transitionDuration={200} mt={4} />
      </div>
      <Button size="compact-sm" variant="default" onClick={cancelBackupJob}>
        {t('actions:cancel')}
      </Button>
    </div>
  );
}
