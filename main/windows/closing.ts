import type { BrowserWindow } from 'electron';

/** How long the page may take to write its last words before the person is asked. */
const patience = 5000;

/**
 * Holds a closing window open until the page has written what it still holds. A page that does not answer is not
 * closed over its words: the person decides. Returns what is to be called when the page is ready.
 */
export function closeWhenWritten(
  window: BrowserWindow,
  askToWrite: () => void,
  askPerson: () => Promise<'wait' | 'close'>,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const close = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void askPerson().then((answer) => {
        if (answer === 'close') close();
        else wait();
      });
    }, patience);
  };
  window.on('close', (event) => {
    // A page that died, or was never shown, has nothing left to write.
    if (window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) return;
    event.preventDefault();
    askToWrite();
    wait();
  });
  return close;
}
