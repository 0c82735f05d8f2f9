import { useState } from 'react';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '@shared/result';
import { failureInWords } from '../../lib/failure-words';
import { request } from '../../lib/ipc';
import { LockedScreen } from './locked-screen';
import { isAgreed, NewPassphrase, nothingTyped } from './new-passphrase';

/** After the recovery key: a passphrase for the one that was forgotten. */
export function RenewScreen({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('lock');
  const [typed, setTyped] = useState(nothingTyped);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isRunning, setRunning] = useState(false);
  const renew = async (): Promise<void> => {
    if (!isAgreed(typed)) return;
    setRunning(true);
    const changed = await request('vault:change-passphrase', { current: null, next: typed.first });
    setRunning(false);
    if (changed.ok) onDone();
    else setFailure(changed.failure);
  };
  return (
    <LockedScreen title={t('renew.title')} intro={t('renew.intro')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void renew();
        }}
      >
        <Stack gap="md">
          <NewPassphrase typed={typed} onType={setTyped} isFirst />
          {failure && (
            <Alert color="cinnabar" role="alert">
              {failureInWords(failure).message}
            </Alert>
          )}
          <Group gap="xs">
            <Button type="submit" loading={isRunning} disabled={!isAgreed(typed)}>
              {t('renew.submit')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('renew.later')}
            </Button>
          </Group>
        </Stack>
      </form>
    </LockedScreen>
  );
}
