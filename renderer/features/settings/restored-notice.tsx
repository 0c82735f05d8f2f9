import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

interface RestoredNotice {
  readonly message: string;
  /** What could not be brought back; empty when all of it was. */
  readonly missing: string;
  /** Brings back what was there before; null when nothing was. */
  readonly onUndo: (() => void) | null;
}

/** Says that a backup is what is here now, with a way back. It stays until it is closed: it is much to have changed. */
export function notifyRestored({ message, missing, onUndo }: RestoredNotice): void {
  const id = `backup-restored-${crypto.randomUUID()}`;
  notifications.show({
    id,
    withBorder: true,
    role: 'status',
    autoClose: false,
    closeButtonProps: { 'aria-label': i18next.t('actions:close') },
    message: (
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" inherit>
            {message}
          </Text>
          {onUndo !== null && (
            <Button
              size="compact-sm"
              variant="light"
              flex="none"
              onClick={() => {
                notifications.hide(id);
                onUndo();
              }}
            >
              {i18next.t('actions:undo')}
            </Button>
          )}
        </Group>
        {missing !== '' && (
          <Text size="sm" c="cinnabar">
            {missing}
          </Text>
        )}
      </Stack>
    ),
  });
}
