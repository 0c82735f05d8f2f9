import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import { makeReady, putPictureIn, showPictures, takePicture, writePages } from './in-page';
import type { PictureScale, ScaledPicture, ToFillIn } from './in-page';
import { layPhotographs } from './photograph-rows';
import { printOptions } from './print-options';
import { openPage, printingSession } from './scheme';
import type { PageContents } from './scheme';
import { printLimitMs, TookTooLong } from './time-limit';

const worldOfOurs = 1;

/** Longer than any page takes that is ever to be ready. */
const loadLimitMs = 120_000;
const pictureLimitMs = 120_000;

export interface HiddenWindow {
  /** Loads a page with its fonts, in the place of the one before; answers what it waits for. */
  load(page: PageContents): Promise<ToFillIn>;
  /** Puts one of the pictures in, counted from 0. */
  putPictureIn(index: number, scale: PictureScale): Promise<void>;
  /** Sets the photographs in rows by their shapes, once they are in. */
  layPhotographs(): Promise<void>;
  /** Hands out a picture that the loaded page may ask for; null for one that cannot be shown. */
  takePicture(id: string, scale: PictureScale): Promise<ScaledPicture | null>;
  /** Writes the pages of places where the contents list them. */
  writePages(pageOf: ReadonlyMap<string, number>): Promise<void>;
  /** Prints what is loaded; a `draft` has the same pages, without pictures on them. */
  print(kind: 'draft' | 'whole'): Promise<Uint8Array>;
  destroy(): void;
}

/**
 * A window without script, Node or preload that nobody sees; it ends at the latest when `signal` is aborted. Whatever it
 * is asked for rejects when it is aborted, dies, or takes too long (`TookTooLong`); `limitOf` answers how long so many
 * pages may take to print.
 */
export function openHiddenWindow(signal: AbortSignal, limitOf = printLimitMs): HiddenWindow {
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
  const ended = new AbortController();
  const contents = window.webContents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('render-process-gone', (_event, { reason }) => {
    ended.abort(new Error(`The page that was printed died: ${reason}.`));
  });
  window.on('closed', () => {
    ended.abort(new Error('The window that was printed was closed.'));
  });
  let page: ReturnType<typeof openPage> | undefined;
  let pages = 0;
  const destroy = (): void => {
    page?.close();
    if (!window.isDestroyed()) window.destroy();
  };
  const onAbort = (): void => {
    ended.abort(signal.reason);
    destroy();
  };
  signal.addEventListener('abort', onAbort, { once: true });

  /** What takes too long may never end by itself: its process is ended, or it would go on when the window is gone. */
  const orEnd = async <T>(limitMs: number, what: string, work: Promise<T>): Promise<T> => {
    try {
      return await within(limitMs, what, ended.signal, work);
    } catch (cause) {
      if (cause instanceof TookTooLong && !window.isDestroyed()) contents.forcefullyCrashRenderer();
      throw cause;
    }
  };
  const run = async (what: string, code: string, limitMs = loadLimitMs): Promise<unknown> => {
    ended.signal.throwIfAborted();
    const work = contents.executeJavaScriptInIsolatedWorld(worldOfOurs, [{ code }]) as Promise<unknown>;
    return orEnd(limitMs, what, work);
  };
  return {
    async load(next) {
      ended.signal.throwIfAborted();
      page?.close();
      page = openPage(randomUUID(), next);
      await orEnd(loadLimitMs, 'load', contents.loadURL(page.url));
      const toFillIn = (await run('get its fonts', makeReady)) as ToFillIn;
      pages = toFillIn.pages;
      return toFillIn;
    },
    async putPictureIn(index, scale) {
      await run('scale a picture', putPictureIn(index, scale), pictureLimitMs);
    },
    async layPhotographs() {
      await run('set its photographs', layPhotographs);
    },
    async takePicture(id, scale) {
      return (await run('scale a picture', takePicture(id, scale), pictureLimitMs)) as ScaledPicture | null;
    },
    async writePages(pageOf) {
      await run('write its pages', writePages(pageOf));
    },
    async print(kind) {
      await run('hide its pictures', showPictures(kind === 'whole'));
      const printing = contents.printToPDF(printOptions(process.versions.electron));
      const pdf = await orEnd(limitOf(pages), 'print', printing);
      const cause = page?.brokenBy();
      // Without its own fonts the page would look different on each machine, and Chinese might be missing.
      if (cause !== undefined) throw new Error('A font of the printed page could not be read.', { cause });
      return pdf;
    },
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
    reject(new TookTooLong(what, limitMs));
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
