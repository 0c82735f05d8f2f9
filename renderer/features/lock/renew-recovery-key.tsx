import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../lib/notices';
import { Dialog } from './dialog';
import { RecoveryKey } from './recovery-key';
import { SecretField } from './secret-field';
import { useAct } from './use-act';

/** A new recovery key, which makes the old one worthless. */
export function RenewRecoveryKey({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('lock');
  const [passphrase, setPassphrase] = useState('');
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [isConfirmed, setConfirmed] = useState(false);
  const renew = useAct('vault:renew-recovery-key');
  if (recoveryKey === null) {
    return (
      <Dialog
        title={t('renewKey.title')}
        intro={t('renewKey.intro')}
        problem={renew.problem}
        submitLabel={t('renewKey.submit')}
        canSubmit={passphrase !== ''}
        isRunning={renew.isRunning}
        onClose={onClose}
        onSubmit={() =>
          void renew.run({ passphrase }).then((renewed) => {
            if (renewed.ok) setRecoveryKey(renewed.value.recoveryKey);
          })
        }
      >
        <SecretField label={t('fields.current')} value={passphrase} onType={setPassphrase} data-autofocus />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('turnOn.keyTitle')}
      intro={t('turnOn.keyIntro')}
      submitLabel={t('renewKey.confirmSubmit')}
      canSubmit={isConfirmed}
      onClose={onClose}
      onSubmit={() => {
        notifyDone(t('renewKey.done'));
        onClose();
      }}
    >
      <RecoveryKey shown={recoveryKey} onConfirmed={setConfirmed} />
    </Dialog>
  );
}
