import { app, dialog } from 'electron';
import { logBroken } from '../error-log';
import { emptyComputer } from '../services/emptying';
import type { Emptied } from '../services/emptying';
import { wordsOf } from '../words';

/** Removes everything and starts the program again; an end-to-end test starts it itself. */
export async function emptyAndBeginAnew(emptied: Emptied): Promise<void> {
  const emptying = await emptyComputer(emptied);
  if (!emptying.ok) {
    const { failure } = emptying;
    const say = wordsOf('dialogs');
    const message =
      failure.code === 'not-checked'
        ? say('emptying.changed')
        : say('emptying.failed', { reason: 'reason' in failure ? failure.reason : failure.code });
    dialog.showErrorBox(say('emptying.nothingTitle'), message);
  }
  if (process.env['ATTACHE_E2E'] !== '1') app.relaunch();
  app.exit(0);
}

/** What is half removed is never opened: it would look like damage. */
export function tellUnfinished(cause: unknown): void {
  logBroken('emptying', cause);
  const say = wordsOf('dialogs');
  const reason = cause instanceof Error ? cause.message : String(cause);
  dialog.showErrorBox(say('emptying.unfinishedTitle'), say('emptying.unfinished', { reason }));
  app.exit(1);
}
