import { Button, Center, Loader } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { failureInWords } from '../../lib/failure-words';
import { useAsk } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { EmptyState } from '../../ui/empty-state';
import { Room } from './room';

/** Meeting mode, by the address of the page. */
export function RoomPage() {
  const { meetingId = '' } = useParams();
  const { t } = useTranslation('room');
  const { data: meeting, error } = useAsk('meetings:get', { id: meetingId });
  if (error !== null || meeting?.deletedAt) {
    return (
      <EmptyState
        icon={IconMessages}
        {...(error === null ? { title: t('failed'), message: '' } : failureInWords(error.failure))}
        action={
          <Button component={Link} to={paths.today}>
            {t('leave')}
          </Button>
        }
      />
    );
  }
  if (!meeting) {
    return (
      <Center h="100%">
        <Loader aria-label={t('opening')} />
      </Center>
    );
  }
  // Another meeting is another room: no state of one, and no words, may reach the other.
  return <Room key={meeting.id} meeting={meeting} />;
}
