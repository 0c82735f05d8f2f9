import { useState } from 'react';
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

/** Asks for the passphrase that a backup from elsewhere was made under; null when the person thought better of it. */
export function askSecret(): Promise<string | null> {
  return new Promise((resolve) => {
    let answer: string | null = null;
    const id = modals.open({
      title: i18next.t('settings:backups.locked.title'),
      children: (
        <SecretForm
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
  readonly onGiven: (secret: string) => void;
  readonly onCancel: () => void;
}

function SecretForm({ onGiven, onCancel }: SecretFormProps) {
  const { t } = useTranslation(['settings', 'actions']);
  const [secret, setSecret] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (secret !== '') onGiven(secret);
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('settings:backups.locked.message')}</Text>
        <PasswordInput
          label={t('settings:backups.locked.secret')}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('actions:cancel')}
          </Button>
          <Button type="submit" disabled={secret === ''}>
            {t('settings:backups.locked.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
