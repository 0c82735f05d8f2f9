import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../lib/ipc';
import { notifyDone } from '../../lib/notices';
import { Dialog } from './dialog';
import { SecretField } from './secret-field';
import { useAct } from './use-act';
import { Work } from './work';

/** Everything readable again, after the passphrase. */
export function TurnOff({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('lock');
  const [passphrase, setPassphrase] = useState('');
  const turnOff = useAct('vault:turn-off');
  const { data } = useAsk('vault:status', {});
  const isEvenSo = turnOff.failure?.code === 'still-sealed';
  const submit = async (): Promise<void> => {
    const done = await turnOff.run({ passphrase, isEvenSo });
    if (!done.ok) return;
    notifyDone(t('turnOff.done'));
    onClose();
  };
  return (
    <Dialog
      title={t('turnOff.title')}
      intro={t('turnOff.intro')}
      problem={turnOff.problem}
      submitLabel={t(isEvenSo ? 'turnOff.evenSo' : 'turnOff.submit')}
      canSubmit={passphrase !== ''}
      isRunning={turnOff.isRunning}
      isDestructive
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SecretField label={t('fields.current')} value={passphrase} onType={setPassphrase} data-autofocus />
      {turnOff.isRunning && data?.work?.to === 'readable' && <Work work={data.work} />}
    </Dialog>
  );
}
