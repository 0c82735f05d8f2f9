import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretField } from '@renderer/features/lock';
import { CancelButton, TravelDialog } from '@renderer/features/travel';
import type { ChosenHandOver, HandOverPreview, HandOverReceipt } from '@shared/ipc/hand-over-channels';
import type { Failure } from '@shared/result';
import { writeAllBeforeClose } from '../../lib/before-close';
import { useFormat } from '../../lib/format';
import { request } from '../../lib/ipc';
import { chooseFile } from './chosen-file';
import { runJob, useJob } from './job';
import { Preview } from './preview';
import { HandOverProgress } from './progress';
import { Receipt } from './receipt';

interface TakeInProps {
  readonly chosen: ChosenHandOver;
  readonly onClose: () => void;
}

/** From a locked file to what was taken in: its passphrase, what it would change, and what it has changed. */
export function TakeIn({ chosen, onClose }: TakeInProps) {
  const { t } = useTranslation('hand-over');
  const { bytes } = useFormat();
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [preview, setPreview] = useState<HandOverPreview | null>(null);
  const [receipt, setReceipt] = useState<HandOverReceipt | null>(null);
  const job = useJob();
  const title = t('take.title');

  const look = async (): Promise<void> => {
    setFailure(null);
    // What is compared with what is in the file is what is on the disk.
    await writeAllBeforeClose();
    const answer = await runJob((jobId) => request('hand-over:look', { jobId, passphrase }));
    if (answer.ok) setPreview(answer.value);
    else setFailure(answer.failure);
  };
  const take = async (wantsStrangers: boolean): Promise<void> => {
    setFailure(null);
    await writeAllBeforeClose();
    const answer = await runJob((jobId) => request('hand-over:take', { jobId, wantsStrangers }));
    if (answer.ok) setReceipt(answer.value);
    else setFailure(answer.failure);
  };

  if (receipt !== null) return <Receipt receipt={receipt} onClose={onClose} />;
  if (job !== null)
    return <HandOverProgress title={title} words={preview === null ? t('take.looking') : t('take.taking')} />;
  if (preview !== null) {
    return <Preview preview={preview} failure={failure} onTake={(wants) => void take(wants)} onClose={onClose} />;
  }
  return (
    <TravelDialog
      title={title}
      failure={failure}
      onSubmit={() => {
        if (passphrase !== '') void look();
      }}
      onClose={onClose}
      actions={
        <>
          <CancelButton onClick={onClose} />
          <Button variant="default" onClick={() => void chooseFile()}>
            {t('take.another')}
          </Button>
          <Button type="submit" disabled={passphrase === ''}>
            {t('take.look')}
          </Button>
        </>
      }
    >
      <Text size="sm">{t('take.unlock', { name: chosen.name, size: bytes(chosen.bytes) })}</Text>
      <SecretField
        label={t('take.passphrase')}
        description={t('take.passphraseHint')}
        value={passphrase}
        onType={setPassphrase}
        data-autofocus
        autoFocus
      />
    </TravelDialog>
  );
}
