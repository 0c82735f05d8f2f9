import { isAbsolute } from 'node:path';
import type { App, IpcMain, WebContents } from 'electron';
import { droppedWire } from '@shared/ipc/channels';
import { bundleEnding } from '../sync/bundle/heading';

export interface OfferedFiles {
  /** The file that was offered last, once; null when there is none. */
  take(): string | null;
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
  let offered: string | null = bundleIn(process.argv.slice(1));
  const offer = (path: unknown): void => {
    if (!isBundle(path)) return;
    offered = path;
    onOffered();
  };
  ipcMain.on(droppedWire, (event, path: unknown) => {
    if (isTrusted(event.sender)) offer(path);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offer(path);
  });
  app.on('second-instance', (_event, argv) => {
    offer(bundleIn(argv.slice(1)));
  });
  return {
    take() {
      const path = offered;
      offered = null;
      return path;
    },
  };
}

function bundleIn(argv: readonly string[]): string | null {
  return argv.find(isBundle) ?? null;
}

function isBundle(path: unknown): path is string {
  return typeof path === 'string' && path.toLowerCase().endsWith(bundleEnding) && isAbsolute(path);
}
