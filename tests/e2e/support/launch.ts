import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

/** npm, jest and the demonstration all run in the repository's top folder. */
const root = process.cwd();

export interface LaunchOptions {
  /** The person's data folder; a fresh temporary one when left out. Give an old one to start the app again on its data. */
  readonly userDataDir?: string;
  /** Drive the packaged app in out/package instead of the bundle in out/. */
  readonly packaged?: boolean;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  /** The app's first window, loaded. */
  readonly page: Page;
  readonly userDataDir: string;
  /** Quits as a person would, and removes the data folder if it was a temporary one of ours. */
  readonly close: () => Promise<void>;
  /** Ends the process at once, as a power cut would; the data folder stays. */
  readonly kill: () => Promise<void>;
  /** Removes the data folder of an app that has ended. */
  readonly removeUserData: () => void;
}

/** Starts the real app on Electron and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const { userDataDir = mkdtempSync(join(tmpdir(), 'attache-e2e-')) } = options;
  const isOurs = options.userDataDir === undefined;
  const removeUserData = (): void => rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });

  const { executable, args, env } = commandLine({ ...options, userDataDir });
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args],
    cwd: root,
    // playwright takes the sandbox off unless told to keep it.
    chromiumSandbox: recordedElectron().sandbox,
    env,
    timeout: 60_000,
  });
  const child = app.process();
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const page = await app.firstWindow({ timeout: 60_000 });
    await page.waitForLoadState('domcontentloaded');
    const close = async (): Promise<void> => {
      await app.close();
      await ended;
      if (isOurs) removeUserData();
    };
    return { app, page, userDataDir, close, kill, removeUserData };
  } catch (error) {
    await kill();
    if (isOurs) removeUserData();
    throw error;
  }
}

/** What starts the app on a data folder, for a test that starts it without driving it. */
export function commandLine(options: LaunchOptions & { readonly userDataDir: string }): {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
} {
  const { userDataDir, packaged = false, args = [], env = {} } = options;
  const electron = recordedElectron();
  return {
    executable: packaged ? packagedExecutable() : electron.executable,
    args: [
      ...(packaged ? [] : [root]),
      `--user-data-dir=${userDataDir}`,
      // root and some containers cannot have the sandbox.
      ...(electron.sandbox ? [] : ['--no-sandbox']),
      ...args,
    ],
    env: { ...inheritedEnvironment(), ...env },
  };
}

function recordedElectron(): { executable: string; sandbox: boolean } {
  const record = join(root, '.cache/electron/current.json');
  if (!existsSync(record)) throw new Error('No Electron yet: run these tests with "npm run test:e2e", which gets one.');
  return JSON.parse(readFileSync(record, 'utf8')) as { executable: string; sandbox: boolean };
}

function packagedExecutable(): string {
  const executable = join(root, 'out/package/linux-unpacked/attache');
  if (!existsSync(executable)) throw new Error('No packaged app yet: run "npm run package" first.');
  return executable;
}

function inheritedEnvironment(): Record<string, string> {
  // jest sets NODE_ENV and its own NODE_OPTIONS; the app must not see them.
  const dropped = new Set(['NODE_ENV', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'JEST_WORKER_ID']);
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !dropped.has(entry[0]),
    ),
  );
}
