import { useRef, useState } from 'react';
import { Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretField } from '@renderer/features/lock';
import type { SyncState } from '@shared/ipc/sync-channels';
import { FailureAlert } from './failure-alert';
import classes from './sync.module.css';
import { useConnect } from './use-connect';
import { whyNotAnAddress } from './why-not-an-address';

interface ConnectFormProps {
  /** The server that is set up already, for another address, name or password. */
  readonly known?: NonNullable<SyncState['server']>;
  readonly onConnected: () => void;
  readonly onCancel?: () => void;
}

/** Address, name and password of the office's server. */
export function ConnectForm({ known, onConnected, onCancel }: ConnectFormProps) {
  const { t } = useTranslation(['sync', 'actions', 'errors']);
  const [typed, setTyped] = useState({ address: known?.address ?? '', user: known?.user ?? '', password: '' });
  const [hasTried, setTried] = useState(false);
  const { connect, isRunning, failure, clear } = useConnect();
  const addressBox = useRef<HTMLInputElement>(null);
  const userBox = useRef<HTMLInputElement>(null);
  const passwordBox = useRef<HTMLInputElement>(null);
  const type = (changed: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...changed });
    clear();
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    const boxes = { address: addressBox, user: userBox, password: passwordBox };
    const empty = (['address', 'user', 'password'] as const).find((name) => typed[name].trim() === '');
    if (empty !== undefined) boxes[empty].current?.focus();
    else if (await connect({ ...typed, user: typed.user.trim() })) onConnected();
  };
  const missing = (name: keyof typeof typed): string | undefined =>
    hasTried && typed[name].trim() === '' ? t('errors:issue.required') : undefined;
  const isBadAddress = failure?.code === 'not-a-server-address';
  const addressError = isBadAddress ? t(`sync:address.${whyNotAnAddress(typed.address)}`) : missing('address');
  return (
    <form
      className={classes.form}
      aria-label={known === undefined ? t('sync:setUp.title') : t('sync:setUp.changeTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <div>
          <Text fw={500}>{known === undefined ? t('sync:setUp.title') : t('sync:setUp.changeTitle')}</Text>
          <Text size="sm" c="dimmed">
            {known === undefined ? t('sync:setUp.message') : t('sync:setUp.changeMessage')}
          </Text>
        </div>
        <TextInput
          ref={addressBox}
          label={t('sync:setUp.address')}
          description={t('sync:setUp.addressHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={typed.address}
          onChange={(event) => type({ address: event.currentTarget.value })}
          error={addressError}
          errorProps={isBadAddress ? { role: 'alert' } : {}}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
          autoFocus={known !== undefined}
        />
        <div className={classes.pair}>
          <TextInput
            ref={userBox}
            label={t('sync:setUp.user')}
            value={typed.user}
            onChange={(event) => type({ user: event.currentTarget.value })}
            error={missing('user')}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
          />
          <SecretField
            ref={passwordBox}
            label={t('sync:setUp.password')}
            value={typed.password}
            onType={(password) => type({ password })}
            error={missing('password')}
          />
        </div>
        {failure !== null && !isBadAddress && <FailureAlert failure={failure} />}
        <Group justify="flex-end" gap="xs">
          <Text size="sm" c="dimmed" role="status" className={classes.progress}>
            {isRunning && (
              <>
                <Loader size="xs" aria-hidden="true" /> {t('sync:setUp.connecting')}
              </>
            )}
          </Text>
          {onCancel !== undefined && (
            <Button variant="default" disabled={isRunning} onClick={onCancel}>
              {t('actions:cancel')}
            </Button>
          )}
          {/* It keeps the focus while it waits, so it is not switched off. */}
          <Button type="submit" aria-disabled={isRunning} mod={{ disabled: isRunning }}>
            {t('sync:setUp.connect')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
