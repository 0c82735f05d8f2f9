import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from './say.mjs';

const userNamespaceLimit = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/**
 * The switches that the way of starting asks for: Chromium refuses root with its sandbox on. Never part of what ships.
 * @returns {string[]}
 */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Ubuntu 23.10 and later let Chromium's sandbox work only through a helper that belongs to root; say how, before Chromium aborts.
 * @param {string} executable
 */
export function requireUsableSandbox(executable) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  if (!existsSync(userNamespaceLimit) || readFileSync(userNamespaceLimit, 'utf8').trim() !== '1') return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (existsSync(helper)) {
    const { uid, mode } = statSync(helper);
    if (uid === 0 && (mode & 0o4000) !== 0) return;
  }
  throw new SetupError(
    `This system lets Chromium's sandbox start only when its helper belongs to root. Allow it once with:\n\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"\n\nthen try again.`,
  );
}
