import { Button, Center, Loader } from '@mantine/core';
import { IconMessages, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { failureInWords } from '../../lib/failure-words';
import { useAsk, useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { EmptyState } from '../../ui/empty-state';
import { MeetingView } from './meeting-view';

/** What took place, by the address of the page. */
export function MeetingPage() {
  const { meetingId = '' } = useParams();
  const { t } = useTranslation(['meetings', 'actions']);
  const { data: meeting, dataUpdatedAt, error } = useAsk('meetings:get', { id: meetingId });
  const restore = useDo('trash:restore');

  if (error) {
    return (
      <EmptyState
        icon={IconMessages}
        {...failureInWords(error.failure)}
        action={
          <Button component={Link} to={paths.trash} variant="default">
            {t('meetings:lookInTrash')}
          </Button>
        }
      />
    );
  }
  if (!meeting) {
    return (
      <Center py={64}>
        <Loader />
      </Center>
    );
  }
  if (meeting.deletedAt !== null) {
    return (
      <EmptyState
        icon={IconTrash}
        title={t('meetings:trashed.title')}
        message={t('meetings:trashed.message')}
        action={
          <Button onClick={() => void restore.run({ type: 'meeting', id: meeting.id })}>{t('actions:restore')}</Button>
        }
      />
    );
  }
  return <MeetingView key={meeting.id} meeting={meeting} heardAt={dataUpdatedAt} />;
}
