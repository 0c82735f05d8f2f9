import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { SecretField } from '@renderer/features/lock';
import { request } from '../../lib/ipc';
import { notifyDone, notifyFailure } from '../../lib/notices';
import { runTravelJob } from './travel-desk';

const asksAgain = ['wrong-passphrase', 'wrong-recovery-key', 'too-early', 'not-a-recovery-key', 'passphrase-needed'];

/** Opens a folder that was packed on another computer; answers whether it was taken in. Failures are told. */
export async function openTripFolder(): Promise<boolean> {
  const chosen = await request('start:choose-trip-folder', {});
  if (!chosen.ok) {
    notifyFailure(chosen.failure);
    return false;
  }
  if (chosen.value === null) return false;
  const { name, isProtected } = chosen.value;
  for (;;) {
    const secret = isProtected ? await askSecret(name) : null;
    if (isProtected && secret === null) return false;
    const opened = await runTravelJob((jobId) => request('start:open-trip-folder', { jobId, secret }));
    if (opened.ok) {
      notifyDone(
        i18next.t('travel:bring.done', { records: i18next.t('travel:records', { count: opened.value.records }) }),
      );
      return true;
    }
    notifyFailure(opened.failure);
    if (!asksAgain.includes(opened.failure.code)) return false;
  }
}

function askSecret(name: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer: string | null = null;
    const id = modals.open({
      title: i18next.t('travel:bring.locked'),
      closeOnClickOutside: false,
      children: (
        <SecretForm
          name={name}
          onGiven={(secret) => {
            answer = secret;
            modals.close(id);
          }}
          onCancel={() => modals.close(id)}
        />
      ),
      onClose: () => resolve(answer),
    });
  });
}

interface SecretFormProps {
  readonly name: string;
  readonly onGiven: (secret: string) => void;
  readonly onCancel: () => void;
}

function SecretForm({ name, onGiven, onCancel }: SecretFormProps) {
  const { t } = useTranslation(['travel', 'actions']);
  const [secret, setSecret] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (secret !== '') onGiven(secret);
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('travel:bring.lockedHint', { name })}</Text>
        <SecretField label={t('travel:bring.secret')} value={secret} onType={setSecret} data-autofocus />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('actions:cancel')}
          </Button>
          <Button type="submit" disabled={secret === ''}>
            {t('travel:bring.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
