import { UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../lib/ipc';
import { KeyHint } from '../../ui/key-hint';
import { lockNow } from './locking';

interface LockButtonProps {
  readonly className: string | undefined;
  readonly nameClassName: string | undefined;
}

/** Locks at once; there only while there is a passphrase. */
export function LockButton({ className, nameClassName }: LockButtonProps) {
  const { t } = useTranslation('shell');
  const { data } = useAsk('vault:status', {});
  if (data?.isSet !== true) return null;
  return (
    <li>
      <UnstyledButton className={className} onClick={() => void lockNow()} aria-label={t('shortcuts.lock')}>
        <IconLock size={18} stroke={1.6} aria-hidden="true" />
        <span className={nameClassName}>{t('lock')}</span>
        <KeyHint keys="mod+l" />
      </UnstyledButton>
    </li>
  );
}
