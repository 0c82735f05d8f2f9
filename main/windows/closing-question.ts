import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { wordsOf } from '../words';

/** Asks what is to become of words that are not on the disk while the window closes. */
export async function askWhetherToClose(window: BrowserWindow): Promise<'wait' | 'close'> {
  const say = wordsOf('dialogs');
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: say('stillSaving.message'),
    detail: say('stillSaving.detail'),
    buttons: [say('stillSaving.wait'), say('stillSaving.close')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1 ? 'close' : 'wait';
}
