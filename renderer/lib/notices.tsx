import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { Failure } from '@shared/result';
import { failureInWords } from './failure-words';
import { request } from './ipc/client';

/** Says briefly that something was done. */
export function notifyDone(message: string): void {
  notifications.show({ message, withBorder: true, autoClose: 4000 });
}

/** Says what failed, what is safe and what to do next; it stays until it is dismissed. */
export function notifyFailure(failure: Failure): void {
  if (failure.code === 'cancelled') return;
  const { title, message } = failureInWords(failure);
  notifications.show({ title, message, color: 'cinnabar', withBorder: true, autoClose: false, role: 'alert' });
}

/** Takes back the last change (or does it again) and says which it was. */
export async function travelInHistory(direction: 'undo' | 'redo'): Promise<void> {
  const answer = await request(`history:${direction}`, {});
  if (answer.ok) {
    notifications.show({
      id: 'history',
      message: i18next.t(direction === 'undo' ? 'actions:undone' : 'actions:redone'),
      withBorder: true,
      autoClose: 2500,
    });
  } else if (answer.failure.code === 'nothing-to-undo') {
    notifications.show({
      id: 'history',
      message: i18next.t(direction === 'undo' ? 'actions:nothingToUndo' : 'actions:nothingToRedo'),
      withBorder: true,
      autoClose: 2500,
    });
  } else {
    notifyFailure(answer.failure);
  }
}

/** Says that something was done which the person may want back, with a button that undoes it. */
export function notifyUndoable(message: string): void {
  const id = `undoable-${crypto.randomUUID()}`;
  const undo = (): void => {
    notifications.hide(id);
    void travelInHistory('undo');
  };
  notifications.show({
    id,
    withBorder: true,
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" inherit>
          {message}
        </Text>
        <Button size="compact-sm" variant="light" onClick={undo}>
          {i18next.t('actions:undo')}
        </Button>
      </Group>
    ),
  });
}
