import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from './paths.mjs';
import { runNode } from './run.mjs';
import { say, SetupError } from './say.mjs';

const stampFile = join(out, '.build-stamp');

/** Everything that the bundle is made from. */
const inputs = [
  'main',
  'renderer',
  'shared',
  'assets',
  'build/config/electron.vite.config.ts',
  'build/config/postcss.config.cjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Bundles main, preload and renderer into out/, unless what is there was made from exactly these sources.
 * @returns {Promise<string>} the fingerprint of the sources
 */
export async function ensureBundle() {
  const fingerprint = fingerprintOf(inputs);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint) return fingerprint;
  await bundle(fingerprint);
  return fingerprint;
}

/** Bundles main, preload and renderer into out/, whatever is there. */
export async function makeBundle() {
  await bundle(fingerprintOf(inputs));
}

/** @param {string} fingerprint */
async function bundle(fingerprint) {
  say('Building…');
  // A build that fails half-way must not pass for a finished one.
  rmSync(stampFile, { force: true });
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { code, output } = await runNode(cli, ['build', '--config', 'build/config/electron.vite.config.ts'], {
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) throw new SetupError(`The build failed:\n${output.trim()}`);
  mkdirSync(out, { recursive: true });
  writeFileSync(stampFile, fingerprint);
}

/**
 * One hash over the names and contents of all files below the given paths.
 * @param {readonly string[]} paths relative to the top folder
 */
export function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow).sort()) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
