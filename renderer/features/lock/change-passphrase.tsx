import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../lib/notices';
import { Dialog } from './dialog';
import { isAgreed, NewPassphrase, nothingTyped } from './new-passphrase';
import { SecretField } from './secret-field';
import { useAct } from './use-act';

interface ChangePassphraseProps {
  /** After the recovery key nobody is asked for what was forgotten. */
  readonly needsCurrent: boolean;
  readonly onClose: () => void;
}

/** Another passphrase for the present one. */
export function ChangePassphrase({ needsCurrent, onClose }: ChangePassphraseProps) {
  const { t } = useTranslation('lock');
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const change = useAct('vault:change-passphrase');
  const submit = async (): Promise<void> => {
    const changed = await change.run({ current: needsCurrent ? current : null, next: typed.first });
    if (!changed.ok) return;
    notifyDone(t('change.done'));
    onClose();
  };
  return (
    <Dialog
      title={t('change.title')}
      intro={t('change.intro')}
      problem={change.problem}
      submitLabel={t('change.submit')}
      canSubmit={isAgreed(typed) && (!needsCurrent || current !== '')}
      isRunning={change.isRunning}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {needsCurrent && <SecretField label={t('fields.current')} value={current} onType={setCurrent} data-autofocus />}
      <NewPassphrase typed={typed} onType={setTyped} isFirst={!needsCurrent} />
    </Dialog>
  );
}
