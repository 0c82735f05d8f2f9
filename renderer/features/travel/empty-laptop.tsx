import { useState } from 'react';
import { Button, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretField } from '@renderer/features/lock';
import type { ArrivalShown, PlaceShown } from '@shared/ipc/travel-channels';
import type { Failure, Result } from '@shared/result';
import { writeAllBeforeClose } from '../../lib/before-close';
import { request } from '../../lib/ipc';
import { ChosenFolder } from './chosen-folder';
import { ConfirmEmptying } from './confirm-emptying';
import { CopyEverything } from './copy-everything';
import { NotArrived } from './not-arrived';
import { CancelButton, TravelDialog } from './travel-dialog';
import { runTravelJob, useTravelJob } from './travel-desk';
import { TravelProgress } from './travel-progress';

type Step =
  { readonly kind: 'where' | 'copying' | 'removing' } | { readonly kind: 'checked'; readonly arrival: ArrivalShown };

/** Removes everything from this laptop, after reading all of it back in the place where it has arrived. */
export function EmptyLaptop({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('travel');
  const [step, setStep] = useState<Step>({ kind: 'where' });
  const [place, setPlace] = useState<PlaceShown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useTravelJob();

  const take = (answer: Result<PlaceShown | null>): void => {
    setStep({ kind: 'where' });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value === null) return;
    setPlace(answer.ok ? answer.value : null);
  };
  const choose = async (): Promise<void> => take(await request('travel:choose-arrival', {}));
  const check = async (secret: string | null): Promise<void> => {
    setFailure(null);
    // A sentence that is on its way to the disk would be missing there.
    await writeAllBeforeClose();
    const answer = await runTravelJob((jobId) => request('travel:check', { jobId, secret }));
    if (answer.ok) setStep({ kind: 'checked', arrival: answer.value });
    else setFailure(answer.failure);
  };
  const empty = async (): Promise<void> => {
    setStep({ kind: 'removing' });
    const emptied = await request('travel:empty', {});
    if (emptied.ok) return;
    setStep({ kind: 'where' });
    setFailure(emptied.failure);
  };

  if (step.kind === 'copying') {
    return (
      <CopyEverything
        doneLabel={t('empty.goOn')}
        onDone={() => void request('travel:choose-packed', {}).then(take)}
        onClose={() => setStep({ kind: 'where' })}
      />
    );
  }
  if (step.kind === 'removing') {
    return (
      <TravelDialog title={t('empty.title')} onClose={null} actions={null}>
        <Stack gap="sm" align="center" py="md" role="status">
          <Loader />
          <Text size="sm">{t('empty.removing')}</Text>
        </Stack>
      </TravelDialog>
    );
  }
  if (step.kind === 'checked') {
    const { arrival } = step;
    return arrival.isComplete && place !== null ? (
      <ConfirmEmptying arrival={arrival} place={place} onConfirmed={() => void empty()} onClose={onClose} />
    ) : (
      <NotArrived
        arrival={arrival}
        onCopy={() => setStep({ kind: 'copying' })}
        onChooseAnother={() => void choose()}
        onClose={onClose}
      />
    );
  }
  if (job !== null) {
    return (
      <TravelDialog title={t('empty.title')} onClose={null} actions={null}>
        <TravelProgress words={t('empty.checking')} />
      </TravelDialog>
    );
  }
  return (
    <Where
      place={place}
      failure={failure}
      onChoose={() => void choose()}
      onCopy={() => setStep({ kind: 'copying' })}
      onCheck={(secret) => void check(secret)}
      onClose={onClose}
    />
  );
}

interface WhereProps {
  readonly place: PlaceShown | null;
  readonly failure: Failure | null;
  readonly onChoose: () => void;
  readonly onCopy: () => void;
  readonly onCheck: (secret: string | null) => void;
  readonly onClose: () => void;
}

function Where({ place, failure, onChoose, onCopy, onCheck, onClose }: WhereProps) {
  const { t } = useTranslation('travel');
  const [secret, setSecret] = useState('');
  const isReady = place !== null && (!place.isProtected || secret !== '');
  return (
    <TravelDialog
      title={t('empty.title')}
      failure={failure}
      onSubmit={() => onCheck(place?.isProtected === true ? secret : null)}
      onClose={onClose}
      actions={
        <>
          <CancelButton onClick={onClose} />
          <Button type="submit" disabled={!isReady}>
            {t('empty.check')}
          </Button>
        </>
      }
    >
      <Text size="sm">{t('empty.intro')}</Text>
      <ChosenFolder
        label={place === null ? t('empty.where') : t(`empty.found.${place.kind}`)}
        hint={t('empty.whereHint')}
        folder={place?.folder ?? null}
        button={place === null ? t('pack.choose') : t('pack.chooseAnother')}
        onChoose={onChoose}
      />
      {place?.isProtected === true && (
        <SecretField label={t('empty.secret')} value={secret} onType={setSecret} description={t('empty.secretHint')} />
      )}
      {place === null && (
        <div>
          <Text size="sm" c="dimmed" mb={6}>
            {t('empty.copyHint')}
          </Text>
          <Button variant="default" onClick={onCopy}>
            {t('copy.open')}
          </Button>
        </div>
      )}
    </TravelDialog>
  );
}
