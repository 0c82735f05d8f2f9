import { Alert, Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { TravelDialog } from '@renderer/features/travel';
import type { HandOverReceipt } from '@shared/ipc/hand-over-channels';
import { paths } from '../../lib/paths';
import { Counts } from './counts';
import classes from './hand-over.module.css';

interface ReceiptProps {
  readonly receipt: HandOverReceipt;
  readonly onClose: () => void;
}

/** What was taken in, and where to go on when people disagree. */
export function Receipt({ receipt: { counts, files, lacking, isBackedUp }, onClose }: ReceiptProps) {
  const { t } = useTranslation(['hand-over', 'actions']);
  const navigate = useNavigate();
  const isNothing = files === 0 && counts.added + counts.updated + counts.merged + counts.disputed === 0;
  return (
    <TravelDialog
      title={t('hand-over:take.done')}
      onSubmit={onClose}
      onClose={onClose}
      actions={
        <>
          {counts.disputed > 0 && (
            <Button
              variant="default"
              onClick={() => {
                onClose();
                void navigate(paths.conflicts);
              }}
            >
              {t('hand-over:take.toConflicts')}
            </Button>
          )}
          <Button type="submit" data-autofocus>
            {t('actions:done')}
          </Button>
        </>
      }
    >
      <div className={classes.result} role="status">
        <IconCircleCheck size={20} stroke={1.6} aria-hidden="true" className={classes.good} />
        <section className={classes.grow} aria-label={t('hand-over:take.did')}>
          {isNothing ? (
            <Text size="sm">{t('hand-over:take.nothingChanged')}</Text>
          ) : (
            <Counts counts={counts} files={files} filesHint={t('hand-over:counts.filesDone')} />
          )}
        </section>
      </div>
      {lacking > 0 && (
        <Alert color="yellow" variant="light" p="sm">
          {t('hand-over:take.lacking', { count: lacking })}
        </Alert>
      )}
      {isBackedUp && (
        <Text size="sm" c="dimmed">
          {t('hand-over:take.backedUp')}
        </Text>
      )}
    </TravelDialog>
  );
}
