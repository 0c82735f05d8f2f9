import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { NotificationData } from '@mantine/notifications';
import i18next from 'i18next';
import type { RecordType } from '@shared/domain/records';
import type { Failure } from '@shared/result';
import { failureInWords } from './failure-words';
import { request } from './ipc/client';
import { listenToMain } from './ipc/events';

function show(notice: NotificationData): string {
  return notifications.show({
    withBorder: true,
    role: 'status',
    closeButtonProps: { 'aria-label': i18next.t('actions:close') },
    ...notice,
  });
}

/** Says briefly that something was done. */
export function notifyDone(message: string): void {
  show({ message, autoClose: 4000 });
}

/** Says that something was done, with a button that takes it back in a way of its own; the answer withdraws it. */
export function notifyWithWayBack(message: string, label: string, takeBack: () => void): () => void {
  const id = show({
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" inherit>
          {message}
        </Text>
        <Button
          size="compact-sm"
          variant="light"
          flex="none"
          onClick={() => {
            takeBack();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
  return () => notifications.hide(id);
}

/** Says what failed, what is safe and what to do next; it stays until it is dismissed. */
export function notifyFailure(failure: Failure): void {
  if (failure.code === 'cancelled') return;
  const { title, message } = failureInWords(failure);
  show({ title, message, color: 'cinnabar', autoClose: false, role: 'alert' });
}

/** The notice that offers to undo the last change; there is one at most, since it speaks of the very last. */
let offer: { readonly id: string; readonly end: () => void } | undefined;
/** The last notice about going back or forth: the next one takes its place. */
let lastJourney: string | undefined;

function withdrawOffer(): void {
  if (offer === undefined) return;
  const { id, end } = offer;
  offer = undefined;
  end();
  notifications.hide(id);
}

/** The record that a change was about. */
interface RecordName {
  readonly type: RecordType;
  readonly id: string;
}

/** Takes back the last change (or does it again) and says so; with `about`, the last change of that record. */
export async function travelInHistory(direction: 'undo' | 'redo', about?: RecordName): Promise<void> {
  withdrawOffer();
  const answer = await (direction === 'undo' ? request('history:undo', { about }) : request('history:redo', {}));
  if (!answer.ok && about !== undefined && answer.failure.code === 'changed-meanwhile') {
    show({ message: i18next.t('actions:undoneTooLate'), autoClose: false });
    return;
  }
  if (!answer.ok && answer.failure.code !== 'nothing-to-undo') {
    notifyFailure(answer.failure);
    return;
  }
  const words = answer.ok
    ? { undo: i18next.t('actions:undone'), redo: i18next.t('actions:redone') }
    : { undo: i18next.t('actions:nothingToUndo'), redo: i18next.t('actions:nothingToRedo') };
  if (lastJourney !== undefined) notifications.hide(lastJourney);
  lastJourney = show({ message: words[direction], autoClose: 2500 });
}

/** The change that is spoken of may still be on its way to the window. */
const ownChangeMilliseconds = 300;

/** Ends the offer when something else is changed: its button would take that back instead. */
function withdrawOnNextChange(): () => void {
  let stop: () => void = () => undefined;
  const timer = setTimeout(() => {
    stop = listenToMain((event) => {
      if (event.kind === 'changed' || event.kind === 'replaced') withdrawOffer();
    });
  }, ownChangeMilliseconds);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/**
 * Says that something was done which the person may want back, with a button that undoes it. With `about` the button
 * takes back what was done to that record, whatever else has been changed by then (a note that is being typed); without,
 * it goes with the next change.
 */
export function notifyUndoable(message: string, about?: RecordName): void {
  withdrawOffer();
  const id = show({
    autoClose: 10_000,
    onClose: () => {
      if (offer?.id === id) withdrawOffer();
    },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" inherit>
          {message}
        </Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={() => void travelInHistory('undo', about)}>
          {i18next.t('actions:undo')}
        </Button>
      </Group>
    ),
  });
  offer = { id, end: about === undefined ? withdrawOnNextChange() : () => undefined };
}
