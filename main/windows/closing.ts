import type { BrowserWindow } from 'electron';

/** What the page answers when it was asked to write. */
export interface Closing {
  readonly onReady: () => void;
  /** Told of words that could not be written, the person is asked; a form in the page asks by itself. */
  readonly onKept: (because: 'form' | 'unwritten') => void;
}

/** How long the page may take to write its last words before the person is asked. */
const patience = 5000;

/**
 * Holds a closing window open until the page has written what it still holds. A page that does not answer is not
 * closed over its words: the person decides.
 */
export function closeWhenWritten(
  window: BrowserWindow,
  askToWrite: () => void,
  askPerson: () => Promise<'wait' | 'close'>,
): Closing {
  let timer: NodeJS.Timeout | undefined;
  const close = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  };
  const ask = (): void => {
    clearTimeout(timer);
    void askPerson().then((answer) => {
      if (answer === 'close') close();
    });
  };
  window.on('close', (event) => {
    // A page that died, or was never shown, has nothing left to write.
    if (window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) return;
    event.preventDefault();
    askToWrite();
    clearTimeout(timer);
    timer = setTimeout(ask, patience);
  });
  return {
    onReady: close,
    onKept: (because) => {
      if (because === 'unwritten') ask();
      else clearTimeout(timer);
    },
  };
}
