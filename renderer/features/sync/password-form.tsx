import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretField } from '@renderer/features/lock';
import type { SyncState } from '@shared/ipc/sync-channels';
import { FailureAlert } from './failure-alert';
import classes from './sync.module.css';
import { useConnect } from './use-connect';

interface PasswordFormProps {
  readonly server: NonNullable<SyncState['server']>;
  readonly onSignedIn: () => void;
}

/** The password alone, of a server that is known. */
export function PasswordForm({ server, onSignedIn }: PasswordFormProps) {
  const { t } = useTranslation('sync');
  const [password, setPassword] = useState('');
  const { connect, isRunning, failure, clear } = useConnect();
  const { address, user } = server;
  const submit = async (): Promise<void> => {
    if (password !== '' && (await connect({ address, user, password }))) onSignedIn();
  };
  return (
    <form
      className={classes.form}
      aria-label={server.needsPassword ? t('password.title') : t('password.refused')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="xs">
        {server.needsPassword && (
          <div>
            <Text fw={500}>{t('password.title')}</Text>
            <Text size="sm" c="dimmed">
              {t('password.message')}
            </Text>
          </div>
        )}
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <div className={classes.grow}>
            <SecretField
              label={t('password.label', { user })}
              value={password}
              onType={(typed) => {
                setPassword(typed);
                clear();
              }}
            />
          </div>
          <Button type="submit" aria-disabled={isRunning} mod={{ disabled: isRunning }}>
            {t('password.submit')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {isRunning && t('setUp.connecting')}
        </Text>
        {failure !== null && <FailureAlert failure={failure} />}
      </Stack>
    </form>
  );
}
