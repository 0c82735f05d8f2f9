import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache, root } from '../paths.mjs';
import { runNode } from '../run.mjs';
import { say } from '../say.mjs';
import { shippedVersion } from './pins.mjs';

const packageFolder = join(root, 'node_modules/electron');
const dist = join(packageFolder, 'dist');
const failureFile = join(cache, 'electron/official-download-failed.json');
const failureHoldsFor = 24 * 60 * 60 * 1000;
const stallLimit = 30_000;

/** The executable of the official Electron when it is already here, whole and of the pinned version. */
export function installedOfficial() {
  const pathFile = join(packageFolder, 'path.txt');
  const versionFile = join(dist, 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== shippedVersion) return null;
  const executable = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * Downloads the official Electron with the electron package's own installer, which checks its checksums. A download that
 * makes no progress is given up, and a failure is remembered for a day, so that the next start does not wait again.
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
export async function downloadOfficial() {
  const remembered = rememberedFailure();
  if (remembered !== null) return { reason: `${remembered} (tried in the last 24 hours, not tried again)` };

  say(`Getting Electron ${shippedVersion} (about 110 MiB)…`);
  const temporary = join(cache, `electron/download-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  const watch = watchForStall([temporary, dist]);
  const { code, output } = await runNode(join(packageFolder, 'install.js'), [], {
    env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' },
    signal: watch.signal,
  });
  watch.stop();
  rmSync(temporary, { recursive: true, force: true });

  const executable = installedOfficial();
  if (code === 0 && executable !== null) return { executable };
  const reason = watch.signal.aborted
    ? `the download made no progress for ${stallLimit / 1000} seconds`
    : `its installer failed: ${firstLine(output)}`;
  mkdirSync(dirname(failureFile), { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ version: shippedVersion, mirror: mirror(), at: Date.now(), reason }));
  return { reason };
}

/** Lets the next start try the download again. */
export function forgetFailure() {
  rmSync(failureFile, { force: true });
}

/** A failure at one address says nothing about another. */
function mirror() {
  return process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? '';
}

function rememberedFailure() {
  if (!existsSync(failureFile)) return null;
  try {
    const { version, mirror: from, at, reason } = JSON.parse(readFileSync(failureFile, 'utf8'));
    const age = Date.now() - Number(at);
    return version === shippedVersion && from === mirror() && age >= 0 && age < failureHoldsFor ? String(reason) : null;
  } catch {
    // Half-written by an interrupted run: as good as none.
    return null;
  }
}

/** @param {readonly string[]} folders */
function watchForStall(folders) {
  const controller = new AbortController();
  let lastSize = -1;
  let lastGrowth = Date.now();
  const timer = setInterval(() => {
    const size = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (size !== lastSize) {
      lastSize = size;
      lastGrowth = Date.now();
    } else if (Date.now() - lastGrowth > stallLimit) {
      controller.abort();
    }
  }, 1000);
  return {
    signal: controller.signal,
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** @param {string} folder */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  let size = 0;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    // The installer may remove a file between the listing and this look.
    size += statSync(join(folder, entry), { throwIfNoEntry: false })?.size ?? 0;
  }
  return size;
}

/** @param {string} output */
function firstLine(output) {
  const cause = /\[cause\]: (.+)/.exec(output)?.[1];
  return cause ?? output.trim().split('\n')[0] ?? 'it said nothing';
}
