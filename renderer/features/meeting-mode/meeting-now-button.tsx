import { Button, Tooltip } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/key-hint';
import { useOpenMeetingNow } from './use-open-meeting-now';

interface MeetingNowButtonProps {
  /** A given meeting; the one that is on now when it is left out. */
  readonly meetingId?: string;
  readonly variant?: 'filled' | 'default';
}

/** The way into meeting mode by the mouse; the key is written on it. */
export function MeetingNowButton({ meetingId, variant = 'default' }: MeetingNowButtonProps) {
  const { t } = useTranslation('room');
  const open = useOpenMeetingNow();
  return (
    <Tooltip label={t(meetingId === undefined ? 'openHint' : 'here')}>
      <Button
        variant={variant}
        leftSection={<IconMaximize size={16} stroke={1.6} />}
        rightSection={meetingId === undefined ? <KeyHint keys="F8" /> : undefined}
        onClick={() => open(meetingId)}
      >
        {t(meetingId === undefined ? 'open' : 'title')}
      </Button>
    </Tooltip>
  );
}
