import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { request } from '../../lib/ipc';
import { Pack } from './pack';

interface CopyEverythingProps {
  readonly doneLabel: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A folder with everything, from which another computer, or this one, can go on. */
export function CopyEverything({ doneLabel, onDone, onClose }: CopyEverythingProps) {
  const { t } = useTranslation('travel');
  return (
    <Pack
      title={t('copy.title')}
      submitLabel={t('copy.submit')}
      working={t('copy.working')}
      doneTitle={t('copy.done')}
      doneHint={t('copy.doneHint')}
      doneLabel={doneLabel}
      canPack
      pack={(jobId, passphrase) => request('travel:copy-everything', { jobId, passphrase })}
      onDone={onDone}
      onClose={onClose}
    >
      <Text size="sm">{t('copy.intro')}</Text>
    </Pack>
  );
}
