import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import { latinMarks } from './latin-marks';
import { printOptions } from './print-options';
import { openPage, printingSession } from './scheme';
import type { PageContents } from './scheme';

/**
 * Lays the page out, so that it asks for its fonts, and waits until they are there. The one with the ellipsis is asked for
 * in any case: Chromium may want it only while it prints, to cut a line short, and then leaves out all of that text. A
 * picture that cannot be shown gives way to its empty frame. The page's own script is off: this runs beside it, as browser
 * extensions do.
 */
const makeReady = `(async () => {
  const marks = [...document.fonts].filter((font) => font.family.includes('${latinMarks}'));
  await Promise.allSettled(marks.map((font) => font.load()));
  do {
    document.documentElement.getBoundingClientRect();
    await document.fonts.ready;
  } while (document.fonts.status === 'loading');
  for (const picture of document.images) picture.hidden = picture.naturalWidth === 0;
})()`;
const worldOfOurs = 1;

/** Longer than any page takes that is ever to be ready. */
const loadLimitMs = 120_000;
const printLimitMs = 600_000;

export interface HiddenWindow {
  /** Loads a page with its fonts and pictures and prints it. Rejects when it is aborted, dies, or takes too long. */
  print(page: PageContents, onLoaded?: () => void): Promise<Uint8Array>;
  destroy(): void;
}

/** A window without script, Node or preload that nobody sees; it ends at the latest when `signal` is aborted. */
export function openHiddenWindow(signal: AbortSignal): HiddenWindow {
  const window = new BrowserWindow({
    show: false,
    width: 794,
    height: 1123,
    webPreferences: {
      session: printingSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      webviewTag: false,
      backgroundThrottling: false,
    },
  });
  const destroy = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  const ended = new AbortController();
  const contents = window.webContents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('render-process-gone', (_event, { reason }) => {
    ended.abort(new Error(`The page that was printed died: ${reason}.`));
  });
  window.on('closed', () => {
    ended.abort(new Error('The window that was printed was closed.'));
  });
  const onAbort = (): void => {
    ended.abort(signal.reason);
    destroy();
  };
  signal.addEventListener('abort', onAbort, { once: true });

  const print = async (page: PageContents, onLoaded?: () => void): Promise<Uint8Array> => {
    signal.throwIfAborted();
    const { url, brokenBy, close } = openPage(randomUUID(), page);
    try {
      await within(loadLimitMs, 'load', ended.signal, contents.loadURL(url));
      const ready = contents.executeJavaScriptInIsolatedWorld(worldOfOurs, [{ code: makeReady }]);
      await within(loadLimitMs, 'get its fonts', ended.signal, ready);
      onLoaded?.();
      const printing = contents.printToPDF(printOptions(process.versions.electron));
      const pdf = await within(printLimitMs, 'print', ended.signal, printing);
      const cause = brokenBy();
      // Without its own fonts the page would look different on each machine, and Chinese might be missing.
      if (cause !== undefined) throw new Error('A font of the printed page could not be read.', { cause });
      return pdf;
    } finally {
      close();
    }
  };
  return {
    print,
    destroy: () => {
      signal.removeEventListener('abort', onAbort);
      destroy();
    },
  };
}

/** The work's answer, unless `signal` is aborted or time runs out first; a late answer then goes nowhere. */
async function within<T>(limitMs: number, what: string, signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = withResolvers<T>();
  const timer = setTimeout(() => {
    reject(new Error(`The page took more than ${String(limitMs / 1000)} s to ${what}.`));
  }, limitMs);
  const onAbort = (): void => {
    reject(signal.reason as Error);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function withResolvers<T>(): { promise: Promise<T>; reject: (cause: Error) => void } {
  let reject: (cause: Error) => void = () => undefined;
  const promise = new Promise<T>((_resolve, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}
