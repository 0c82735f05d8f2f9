import { isAbsolute } from 'node:path';
import type { App, IpcMain, WebContents } from 'electron';
import { droppedWire } from '@shared/ipc/channels';
import { bundleEnding } from '../sync/bundle/heading';

export interface OfferedFiles {
  /** Takes what may be the path of such a file; anything else is passed over. */
  offer(path: unknown): void;
  /** The file that was offered last, once; null when there is none. */
  take(): string | null;
}

/** One file at a time: the last one that was offered. `begunWith`: what the program was begun with. */
export function keepOfferedFiles(begunWith: readonly string[], onOffered: () => void): OfferedFiles {
  let offered = begunWith.find(isBundle) ?? null;
  return {
    offer(path) {
      if (!isBundle(path)) return;
      offered = path;
      onOffered();
    },
    take() {
      const path = offered;
      offered = null;
      return path;
    },
  };
}

interface Watching {
  readonly isTrusted: (contents: WebContents) => boolean;
  readonly onOffered: () => void;
}

/**
 * Files that were handed over and that somebody dropped onto the window, or opened in the system's file browser. Where
 * a dropped one lies is said by the preload, which asks the system: the page can name no path.
 */
export function watchOfferedFiles(
  app: Pick<App, 'on'>,
  ipcMain: Pick<IpcMain, 'on'>,
  { isTrusted, onOffered }: Watching,
): OfferedFiles {
  const offered = keepOfferedFiles(process.argv.slice(1), onOffered);
  ipcMain.on(droppedWire, (event, path: unknown) => {
    if (isTrusted(event.sender)) offered.offer(path);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offered.offer(path);
  });
  app.on('second-instance', (_event, argv) => {
    offered.offer(argv.find(isBundle));
  });
  return offered;
}

function isBundle(path: unknown): path is string {
  return typeof path === 'string' && path.toLowerCase().endsWith(bundleEnding) && isAbsolute(path);
}
