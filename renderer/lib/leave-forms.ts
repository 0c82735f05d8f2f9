import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { placeSchema } from '@shared/ipc/vault-channels';
import { handOverDrafts } from './drafts';
import { whenAnswered } from './ipc';

const warningId = 'cannot-leave-forms';

/** Where the window is, without what somebody typed into the address of a search. */
export function placeNow(): string | null {
  const path = window.location.hash.slice(1).replace(/\?.*$/, '');
  const place = placeSchema.safeParse(path);
  return place.success ? place.data : null;
}

/** A field that takes what was typed when it is left takes it now; an input method ends its word. */
export async function takeTyped(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // What was taken is drawn, and on its way, after this.
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Makes ready to leave the screen at once, whatever lies over it: words in open forms are kept and offered again, open
 * questions are taken as "no". Answers false, and says so, when the words cannot be written: then nothing is closed.
 */
export async function leaveForms(): Promise<boolean> {
  const caret = document.activeElement;
  await takeTyped();
  await whenAnswered();
  if (await handOverDrafts(placeNow() ?? '/')) {
    modals.closeAll();
    return true;
  }
  if (caret instanceof HTMLElement) caret.focus();
  notifications.show({
    id: warningId,
    title: i18next.t('lock:cannotLeave.title'),
    message: i18next.t('lock:cannotLeave.message'),
    color: 'cinnabar',
    withBorder: true,
    autoClose: false,
    role: 'alert',
  });
  return false;
}
