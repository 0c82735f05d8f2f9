import { useState } from 'react';
import type { ReactNode } from 'react';
import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isAgreed, NewPassphrase, nothingTyped } from '@renderer/features/lock';
import type { PackedShown } from '@shared/ipc/travel-channels';
import type { Failure, Result } from '@shared/result';
import { request, useAsk } from '../../lib/ipc';
import { notifyFailure } from '../../lib/notices';
import { ChosenFolder } from './chosen-folder';
import { Packed } from './packed';
import { CancelButton, TravelDialog } from './travel-dialog';
import { runTravelJob, useTravelJob } from './travel-desk';
import { TravelProgress } from './travel-progress';

interface PackProps {
  readonly title: string;
  readonly submitLabel: string;
  /** What is said while it is being made. */
  readonly working: string;
  readonly doneTitle: string;
  /** What to do with the folder that was made. */
  readonly doneHint: string;
  readonly children: ReactNode;
  readonly canPack: boolean;
  readonly pack: (jobId: string, passphrase: string | null) => Promise<Result<PackedShown>>;
  /** The button that leaves the last step, beside "Show the folder". */
  readonly doneLabel: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** From what is to be packed to a folder that was read back: where, under which passphrase, how far, and the key. */
export function Pack(props: PackProps) {
  const { title, submitLabel, working, doneTitle, doneHint, children, canPack, pack, doneLabel, onDone, onClose } =
    props;
  const { t } = useTranslation('travel');
  const isProtectedHere = useAsk('vault:status', {}).data?.isSet ?? true;
  const [folder, setFolder] = useState<string | null>(null);
  const [wantsPassphrase, setWantsPassphrase] = useState(true);
  const [typed, setTyped] = useState(nothingTyped);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [packed, setPacked] = useState<PackedShown | null>(null);
  const job = useTravelJob();
  const isSealed = isProtectedHere || wantsPassphrase;
  const isReady = canPack && folder !== null && (!isSealed || isAgreed(typed));

  const choose = async (): Promise<void> => {
    const chosen = await request('travel:choose-destination', {});
    if (!chosen.ok) notifyFailure(chosen.failure);
    else if (chosen.value !== null) setFolder(chosen.value.folder);
    setFailure(null);
  };
  const run = async (): Promise<void> => {
    setFailure(null);
    const answer = await runTravelJob((jobId) => pack(jobId, isSealed ? typed.first : null));
    if (answer.ok) setPacked(answer.value);
    else setFailure(answer.failure);
  };

  if (packed !== null) {
    return <Packed packed={packed} title={doneTitle} hint={doneHint} doneLabel={doneLabel} onDone={onDone} />;
  }
  if (job !== null) {
    return (
      <TravelDialog title={title} onClose={null} actions={null}>
        <TravelProgress words={working} />
      </TravelDialog>
    );
  }
  return (
    <TravelDialog
      title={title}
      failure={failure}
      onSubmit={() => void run()}
      onClose={onClose}
      actions={
        <>
          <CancelButton onClick={onClose} />
          <Button type="submit" disabled={!isReady}>
            {submitLabel}
          </Button>
        </>
      }
    >
      {children}
      <ChosenFolder
        label={t('pack.where')}
        hint={t('pack.whereHint')}
        folder={folder}
        button={folder === null ? t('pack.choose') : t('pack.chooseAnother')}
        onChoose={() => void choose()}
      />
      <Stack gap="sm">
        {isProtectedHere ? (
          <div>
            <Text size="sm" fw={500}>
              {t('pack.passphrase')}
            </Text>
            <Text size="sm" c="dimmed">
              {t('pack.mustProtect')}
            </Text>
          </div>
        ) : (
          <Checkbox
            label={t('pack.protect')}
            description={t('pack.protectHint')}
            checked={wantsPassphrase}
            onChange={(event) => setWantsPassphrase(event.currentTarget.checked)}
          />
        )}
        {isSealed ? (
          <NewPassphrase typed={typed} onType={setTyped} />
        ) : (
          <Alert color="yellow" variant="light" p="sm">
            {t('pack.open')}
          </Alert>
        )}
      </Stack>
    </TravelDialog>
  );
}
