import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { request } from '../../lib/ipc';
import { notifyFailure } from '../../lib/notices';

/** Says where a document was saved, with a button that opens it there. */
export function notifySaved(path: string): void {
  const id = `document-saved-${crypto.randomUUID()}`;
  const open = async (): Promise<void> => {
    notifications.hide(id);
    const answer = await request('documents:open', { path });
    if (!answer.ok) notifyFailure(answer.failure);
  };
  notifications.show({
    id,
    withBorder: true,
    role: 'status',
    closeButtonProps: { 'aria-label': i18next.t('actions:close') },
    autoClose: 15_000,
    title: i18next.t('documents:saved'),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-end">
        <Text size="sm" inherit style={{ overflowWrap: 'anywhere' }}>
          {path}
        </Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={() => void open()}>
          {i18next.t('actions:open')}
        </Button>
      </Group>
    ),
  });
}
