import { modals } from '@mantine/modals';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackupSummary, RestoredBackup } from '@shared/ipc/backup-channels';
import type { Result } from '@shared/result';
import { useFormat } from '../../lib/format';
import { request, useAsk, useForgetAll } from '../../lib/ipc';
import { notifyFailure } from '../../lib/notices';
import { askSecret } from './ask-secret';
import { runBackupJob } from './backup-desk';
import { useChangesInWords } from './backup-words';
import { notifyRestored } from './restored-notice';

/** `secret` is null at first, and the passphrase of the backup when it turned out to need one. */
type Attempt<R> = (jobId: string, secret: string | null) => Promise<Result<R>>;

/** Tries, and asks for the passphrase as long as one is needed and given. Failures are told. */
async function attempted<R>(first: Attempt<R>, again: Attempt<R> = first): Promise<R | null> {
  let answer = await runBackupJob('restoring', (jobId) => first(jobId, null));
  while (answer !== undefined && !answer.ok && needsSecret(answer.failure.code)) {
    if (answer.failure.code !== 'backup-locked') notifyFailure(answer.failure);
    const secret = await askSecret();
    if (secret === null) return null;
    answer = await runBackupJob('restoring', (jobId) => again(jobId, secret));
  }
  if (answer === undefined) return null;
  if (answer.ok) return answer.value;
  notifyFailure(answer.failure);
  return null;
}

function needsSecret(code: string): boolean {
  return ['backup-locked', 'wrong-passphrase', 'wrong-recovery-key', 'too-early'].includes(code);
}

/** Goes back to a listed backup after asking, or to a file that is picked; either can be undone. */
export function useRestore() {
  const { t } = useTranslation('settings');
  const { moment } = useFormat();
  const forgetAll = useForgetAll();

  const finish = async (restored: RestoredBackup, message: string): Promise<void> => {
    await forgetAll();
    const { undo, missingFiles } = restored;
    notifyRestored({
      message,
      missing: missingFiles > 0 ? t('backups.missingFiles', { count: missingFiles }) : '',
      onUndo: undo === null ? null : () => void restore(undo, t('backups.undone')),
    });
  };
  const restore = async (name: string, message: string): Promise<void> => {
    const restored = await attempted((jobId, secret) => request('backups:restore', { jobId, name, secret }));
    if (restored !== null) await finish(restored, message);
  };

  return {
    askToRestore: ({ name, madeAt }: BackupSummary): void => {
      const when = moment(madeAt);
      modals.openConfirmModal({
        title: t('backups.askTitle'),
        children: <WhatWillDiffer name={name} when={when} />,
        labels: { confirm: t('backups.askConfirm'), cancel: t('backups.keep') },
        onConfirm: () => void restore(name, t('backups.restored', { when })),
      });
    },
    /** Asks for a file; answers whether it was restored. */
    restoreFile: async (): Promise<boolean> => {
      const restored = await attempted<RestoredBackup | null>(
        (jobId) => request('backups:restore-file', { jobId }),
        (jobId, secret) => request('backups:restore-chosen', { jobId, secret }),
      );
      if (restored === null) return false;
      await finish(restored, t('backups.restoredFile', { count: restored.records }));
      return true;
    },
  };
}

function WhatWillDiffer({ name, when }: { readonly name: string; readonly when: string }) {
  const { t } = useTranslation('settings');
  const inWords = useChangesInWords();
  const look = useAsk('backups:look', { name }).data;
  const changes = look?.kind === 'good' ? inWords(look.changes) : '';
  return (
    <Stack gap="xs">
      <Text size="sm">{t('backups.askMessage', { when })}</Text>
      {look?.kind === 'good' && (
        <Text size="sm" fw={500}>
          {changes === '' ? t('backups.sinceNothing') : t('backups.undoes', { changes })}
        </Text>
      )}
      <Text size="sm">{t('backups.askSafe')}</Text>
    </Stack>
  );
}
