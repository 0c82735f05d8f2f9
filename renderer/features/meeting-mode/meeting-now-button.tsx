import { Button, Tooltip } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/key-hint';
import { useOpenMeetingNow } from './use-open-meeting-now';

/** The way into meeting mode by the mouse; the key is written on it. */
export function MeetingNowButton() {
  const { t } = useTranslation('room');
  const open = useOpenMeetingNow();
  return (
    <Tooltip label={t('openHint')}>
      <Button
        variant="default"
        leftSection={<IconMaximize size={16} stroke={1.6} />}
        rightSection={<KeyHint keys="F8" />}
        onClick={() => open()}
      >
        {t('open')}
      </Button>
    </Tooltip>
  );
}
