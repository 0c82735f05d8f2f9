import { useState } from 'react';
import type { ReactNode } from 'react';
import { Alert, Button, Select, Switch, Text } from '@mantine/core';
import { IconLock, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lockAfterChoices } from '@shared/ipc/vault-channels';
import type { VaultStatus } from '@shared/ipc/vault-channels';
import { useAsk, useDo } from '../../lib/ipc';
import { KeyHint } from '../../ui/key-hint';
import { Section } from '../../ui/section';
import { ChangePassphrase } from './change-passphrase';
import classes from './lock.module.css';
import { hideLockHint, lockNow } from './locking';
import { RenewRecoveryKey } from './renew-recovery-key';
import { TurnOff } from './turn-off';
import { TurnOn } from './turn-on';
import { Work } from './work';

type Asking = 'turn-on' | 'change' | 'renew-key' | 'turn-off';

/** The passphrase: setting it, what goes with it, and taking it away. */
export function Protection() {
  const { t } = useTranslation('lock');
  const { data } = useAsk('vault:status', {});
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (): void => setAsking(null);
  const onSet = (): void => {
    hideLockHint();
    setAsking('turn-on');
  };
  if (data === undefined) return null;
  return (
    <Section
      title={t('settings.title')}
      frame="flush"
      actions={
        data.isSet && (
          <Button
            variant="default"
            leftSection={<IconLock size={16} stroke={1.6} />}
            rightSection={<KeyHint keys="mod+l" />}
            onClick={() => void lockNow()}
          >
            {t('settings.lockNow')}
          </Button>
        )
      }
    >
      {data.isSet ? <On status={data} onAsk={setAsking} /> : <Off onAsk={onSet} />}
      {asking === 'turn-on' && <TurnOn onClose={close} />}
      {asking === 'change' && <ChangePassphrase needsCurrent={!data.mayRenewPassphrase} onClose={close} />}
      {asking === 'renew-key' && <RenewRecoveryKey onClose={close} />}
      {asking === 'turn-off' && <TurnOff onClose={close} />}
    </Section>
  );
}

function Off({ onAsk }: { readonly onAsk: () => void }) {
  const { t } = useTranslation('lock');
  return (
    <Row title={t('settings.off')} hint={t('settings.offMessage')}>
      <Button leftSection={<IconShieldLock size={16} stroke={1.6} />} onClick={onAsk}>
        {t('settings.turnOn')}
      </Button>
    </Row>
  );
}

function On({ status, onAsk }: { readonly status: VaultStatus; readonly onAsk: (asking: Asking) => void }) {
  const { t } = useTranslation('lock');
  const lockAfter = useDo('vault:lock-after');
  const keychain = useDo('vault:use-keychain');
  const after = lockAfterChoices.map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? t('settings.never') : t('settings.minutes', { count: minutes }),
  }));
  return (
    <>
      <Row title={t('settings.on')} hint={t('settings.onMessage')}>
        <Button variant="default" onClick={() => onAsk('turn-off')}>
          {t('settings.turnOff')}
        </Button>
      </Row>
      {status.work !== null && (
        <div className={classes.work}>
          <Work work={status.work} />
        </div>
      )}
      {status.work === null && status.left !== null && status.left > 0 && (
        <Warning>{t('settings.left', { count: status.left })}</Warning>
      )}
      {status.hasOlderKeys && <Warning>{t('settings.olderKeys')}</Warning>}
      <Row title={t('settings.lockAfter')} hint={t('settings.lockAfterHint')}>
        <Select
          aria-label={t('settings.lockAfter')}
          w={250}
          allowDeselect={false}
          data={after}
          value={String(status.lockAfterMinutes)}
          onChange={(value) => {
            const minutes = lockAfterChoices.find((each) => String(each) === value);
            if (minutes !== undefined) void lockAfter.run({ minutes });
          }}
        />
      </Row>
      <Row title={t('settings.passphrase')}>
        <Button variant="default" onClick={() => onAsk('change')}>
          {t('settings.change')}
        </Button>
      </Row>
      <Row title={t('settings.recoveryKey')} hint={t('settings.recoveryKeyHint')}>
        <Button variant="default" onClick={() => onAsk('renew-key')}>
          {t('settings.renewKey')}
        </Button>
      </Row>
      <Row
        title={t('settings.keychain')}
        hint={t(status.canUseKeychain ? 'settings.keychainHint' : 'settings.keychainNone')}
      >
        <Switch
          aria-label={t('settings.keychain')}
          checked={status.isInKeychain}
          disabled={!status.canUseKeychain && !status.isInKeychain}
          onChange={(event) => void keychain.run({ isWanted: event.currentTarget.checked })}
        />
      </Row>
    </>
  );
}

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <Alert color="yellow" variant="light" mx="md" my="sm" p="sm" role="status">
      {children}
    </Alert>
  );
}

interface RowProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Row({ title, hint, children }: RowProps) {
  return (
    <div className={classes.row}>
      <div>
        <Text fw={500}>{title}</Text>
        {hint !== undefined && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
