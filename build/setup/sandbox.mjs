import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';
import { SetupError } from './say.mjs';

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * The switches that the way of starting asks for: Chromium refuses root with its sandbox on. Never part of what ships.
 * @returns {string[]}
 */
export function sandboxSwitches() {
  return isRoot ? ['--no-sandbox'] : [];
}

/** Whether Chromium's sandbox works here without a helper that belongs to root; containers and Ubuntu 23.10 on forbid it. */
export async function canSandbox() {
  if (process.platform !== 'linux') return true;
  return !isRoot && (await run('unshare', ['--user', '--map-root-user', 'true'])).code === 0;
}

/**
 * Says how to make the sandbox work where it does not, before Chromium aborts with a message that few understand.
 * @param {string} executable
 */
export async function requireUsableSandbox(executable) {
  if (isRoot || (await canSandbox())) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (existsSync(helper)) {
    const { uid, mode } = statSync(helper);
    if (uid === 0 && (mode & 0o4000) !== 0) return;
  }
  throw new SetupError(
    `This system lets Chromium's sandbox start only when its helper belongs to root. Allow it once with:\n\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"\n\nthen try again.`,
  );
}
