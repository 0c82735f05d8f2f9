import { useEffect, useSyncExternalStore } from 'react';
import { Portal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { writeAllBeforeClose } from '../../lib/before-close';
import { handOverDrafts } from '../../lib/drafts';
import { failureInWords } from '../../lib/failure-words';
import { request, useAppEvent, whenAnswered } from '../../lib/ipc';
import { placeNow, takeTyped } from '../../lib/leave-forms';
import { notifyFailure } from '../../lib/notices';
import { matches } from '../../lib/shortcuts';
import { BrandMark } from '../../ui/brand-mark';
import { cover, setCovered } from './cover';
import classes from './lock.module.css';

const hintId = 'no-passphrase';
const warningId = 'cannot-lock';
let isAnswering = false;

/** Asks main to lock; says why when there is nothing to lock with. */
export async function lockNow(): Promise<void> {
  const asked = await request('lock:ask', {});
  if (asked.ok || asked.failure.code === 'locked') return;
  if (asked.failure.code !== 'not-protected') {
    notifyFailure(asked.failure);
    return;
  }
  const { title, message } = failureInWords(asked.failure);
  // No failure, but something to know, said once however often the key is pressed.
  notifications.hide(hintId);
  notifications.show({ id: hintId, title, message, withBorder: true, autoClose: 8000, role: 'status' });
}

/** Somebody has found the way to set one. */
export function hideLockHint(): void {
  notifications.hide(hintId);
}

/** Whether every word is on the disk, those of open forms too. */
async function writeEverything(): Promise<boolean> {
  await whenAnswered();
  if (!(await writeAllBeforeClose())) return false;
  return handOverDrafts(placeNow() ?? '/');
}

/** Words that cannot be written keep Attaché open, and are said to. */
async function stayOpen(): Promise<void> {
  notifications.show({
    id: warningId,
    title: i18next.t('lock:cannot.title'),
    message: i18next.t('lock:cannot.message'),
    color: 'cinnabar',
    withBorder: true,
    autoClose: false,
    role: 'alert',
  });
  await request('lock:kept', {});
}

async function answerLocking(): Promise<void> {
  if (isAnswering) return;
  isAnswering = true;
  try {
    // First without covering: where words cannot be written, nobody is kept from writing on.
    if (!(await writeAllBeforeClose())) {
      await stayOpen();
      return;
    }
    await takeTyped();
    setCovered(true);
    if (!(await writeEverything())) {
      setCovered(false);
      await stayOpen();
      return;
    }
    // When it is locked, this page ends before there is an answer.
    const answer = await request('lock:ready', { place: placeNow() });
    if (!answer.ok || !answer.value.isLocked) setCovered(false);
  } finally {
    isAnswering = false;
  }
}

/** Locks by key, from everywhere, and writes everything when main is about to lock. Used once, at the top of the window. */
export function useLocking(): void {
  useAppEvent('locking', () => void answerLocking());
  useAppEvent('menu', ({ command }) => {
    if (command === 'lock') void lockNow();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || !matches('mod+l', event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) void lockNow();
    };
    // Before anything on the screen, dialogs too: somebody may be looking over one's shoulder.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

/** Lies over everything while Attaché is locking. */
export function Cover() {
  const { t } = useTranslation('lock');
  const isCovered = useSyncExternalStore(cover.subscribe, cover.snapshot);
  if (!isCovered) return null;
  return (
    <Portal>
      <div className={classes.cover} role="status">
        <BrandMark size={44} />
        <Text c="dimmed">{t('cover.locking')}</Text>
      </div>
    </Portal>
  );
}
