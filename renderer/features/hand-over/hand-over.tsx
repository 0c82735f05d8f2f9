import { useState } from 'react';
import { Alert, Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isAgreed, NewPassphrase, nothingTyped } from '@renderer/features/lock';
import { CancelButton, TravelDialog } from '@renderer/features/travel';
import type { Trip } from '@shared/domain/trip/schema';
import type { HandedOver } from '@shared/ipc/hand-over-channels';
import type { Failure } from '@shared/result';
import { writeAllBeforeClose } from '../../lib/before-close';
import { useFormat } from '../../lib/format';
import { request } from '../../lib/ipc';
import { runJob, useJob } from './job';
import { HandOverProgress } from './progress';
import classes from './hand-over.module.css';

interface HandOverProps {
  /** Null: everything. */
  readonly trip: Trip | null;
  readonly onClose: () => void;
}

/** One trip, or everything, as a locked file for a colleague: its passphrase, its place, and what is in it then. */
export function HandOver({ trip, onClose }: HandOverProps) {
  const { t } = useTranslation('hand-over');
  const { text } = useFormat();
  const [typed, setTyped] = useState(nothingTyped);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [written, setWritten] = useState<HandedOver | null>(null);
  const job = useJob();
  const title = trip === null ? t('hand.titleEverything') : t('hand.titleTrip');

  const write = async (): Promise<void> => {
    setFailure(null);
    // A sentence that is on its way to the disk would not be in it.
    await writeAllBeforeClose();
    const answer = await runJob((jobId) =>
      request('hand-over:write', { jobId, tripId: trip?.id ?? null, passphrase: typed.first }),
    );
    if (answer.ok) setWritten(answer.value);
    else setFailure(answer.failure);
  };

  if (written !== null) return <Written written={written} onClose={onClose} />;
  if (job !== null) return <HandOverProgress title={title} words={t('hand.working')} />;
  return (
    <TravelDialog
      title={title}
      failure={failure}
      onSubmit={() => {
        if (isAgreed(typed)) void write();
      }}
      onClose={onClose}
      actions={
        <>
          <CancelButton onClick={onClose} />
          <Button type="submit" disabled={!isAgreed(typed)}>
            {t('hand.submit')}
          </Button>
        </>
      }
    >
      <Text size="sm">
        {trip === null ? t('hand.introEverything') : t('hand.introTrip', { title: text(trip.title) })}
      </Text>
      <NewPassphrase typed={typed} onType={setTyped} isFirst />
      <Text size="sm" c="dimmed">
        {t('hand.passphraseHint')}
      </Text>
    </TravelDialog>
  );
}

function Written({ written, onClose }: { readonly written: HandedOver; readonly onClose: () => void }) {
  const { t } = useTranslation(['hand-over', 'travel', 'actions']);
  const { bytes } = useFormat();
  const records = t('travel:records', { count: written.records });
  const files = t('travel:files', { count: written.files });
  return (
    <TravelDialog
      title={t('hand-over:hand.done')}
      onSubmit={onClose}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={() => void request('hand-over:show', {})}>
            {t('hand-over:hand.show')}
          </Button>
          <Button type="submit" data-autofocus>
            {t('actions:done')}
          </Button>
        </>
      }
    >
      <div className={classes.result} role="status">
        <IconCircleCheck size={20} stroke={1.6} aria-hidden="true" className={classes.good} />
        <div className={classes.grow}>
          <Text size="sm" fw={500}>
            {t('hand-over:hand.holds', { records, files, size: bytes(written.bytes) })}
          </Text>
          <Text size="sm" className={classes.path}>
            {written.path}
          </Text>
        </div>
      </div>
      {written.lacking > 0 && (
        <Alert color="yellow" variant="light" p="sm" role="alert">
          {t('hand-over:hand.lacking', { count: written.lacking })}
        </Alert>
      )}
      <Text size="sm">{t('hand-over:hand.next')}</Text>
    </TravelDialog>
  );
}
