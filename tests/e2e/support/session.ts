import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyboardOf } from './keyboard';
import type { Keyboard } from './keyboard';
import { launchApp } from './launch';
import type { LaunchOptions, RunningApp } from './launch';

/** The app, somebody at its keyboard, and what went wrong in its window. */
export interface Session extends RunningApp {
  readonly keyboard: Keyboard;
  /** Where the app saves what a dialog would have asked the place of. */
  readonly savesTo: string;
  /** Errors that the window threw or told the console; a good run leaves it empty. */
  readonly problems: readonly string[];
}

/** Starts the app with dialogs that answer by themselves; every wait in its window is at most ten seconds. */
export async function startSession(options: LaunchOptions = {}): Promise<Session> {
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'attache-e2e-'));
  const savesTo = join(userDataDir, 'saved');
  mkdirSync(savesTo, { recursive: true });
  const running = await launchApp({
    ...options,
    userDataDir,
    env: { ATTACHE_E2E: '1', ATTACHE_SAVE_TO: savesTo, ...options.env },
  });
  const { page } = running;
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const close = async (): Promise<void> => {
    // A form that a broken test left open holds the window, as it should; the process is ended over it.
    const deadline = setTimeout(() => void running.kill(), 10_000);
    await running.close();
    clearTimeout(deadline);
    if (options.userDataDir === undefined) running.removeUserData();
  };
  return { ...running, close, keyboard: keyboardOf(page), savesTo, problems };
}

/** Answers the first screen: who one is, and one of the ways to begin. */
export async function begin(
  session: Session,
  name: string,
  choice: 'Start empty' | 'Explore the sample trip',
): Promise<void> {
  const { page, keyboard } = session;
  await keyboard.fill(page.getByLabel('Your name'), name);
  await keyboard.activate(page.getByRole('button', { name: choice }));
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}
