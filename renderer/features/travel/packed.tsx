import { useState } from 'react';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RecoveryKey } from '@renderer/features/lock';
import type { PackedShown } from '@shared/ipc/travel-channels';
import { request } from '../../lib/ipc';
import { TravelDialog } from './travel-dialog';
import classes from './travel.module.css';

interface PackedProps {
  readonly packed: PackedShown;
  readonly title: string;
  readonly hint: string;
  readonly doneLabel: string;
  readonly onDone: () => void;
}

/** A folder that was made and read back, and its recovery key, this one time. */
export function Packed({ packed, title, hint, doneLabel, onDone }: PackedProps) {
  const { t } = useTranslation('travel');
  const { folder, records, files, missingFiles, recoveryKey } = packed;
  const [isConfirmed, setConfirmed] = useState(recoveryKey === null);
  return (
    <TravelDialog
      title={title}
      onClose={isConfirmed ? onDone : null}
      actions={
        <>
          <Button variant="default" onClick={() => void request('travel:show-packed', {})}>
            {t('packed.show')}
          </Button>
          <Button disabled={!isConfirmed} onClick={onDone} data-autofocus={recoveryKey === null || undefined}>
            {doneLabel}
          </Button>
        </>
      }
    >
      <div className={classes.result} role="status">
        <IconCircleCheck size={20} stroke={1.6} aria-hidden="true" className={classes.good} />
        <div className={classes.grow}>
          <Text size="sm" fw={500}>
            {t('packed.whole', {
              records: t('records', { count: records }),
              files: t('files', { count: files }),
            })}
          </Text>
          <Text size="sm" className={classes.path}>
            {folder}
          </Text>
        </div>
      </div>
      {missingFiles > 0 && (
        <Alert color="yellow" variant="light" p="sm" role="alert">
          {t('packed.missing', { count: missingFiles })}
        </Alert>
      )}
      <Text size="sm">{hint}</Text>
      {recoveryKey !== null && (
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={500}>
              {t('packed.keyTitle')}
            </Text>
            <Text size="sm" c="dimmed">
              {t('packed.keyHint')}
            </Text>
          </div>
          <RecoveryKey shown={recoveryKey} onConfirmed={setConfirmed} />
        </Stack>
      )}
    </TravelDialog>
  );
}
