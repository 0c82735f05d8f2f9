import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ensureBundle, fingerprintOf } from './bundle.mjs';
import { out, root } from './paths.mjs';
import { runNode } from './run.mjs';
import { say, SetupError } from './say.mjs';

const folder = join(out, 'package');
const stampFile = join(folder, '.package-stamp');

/**
 * Makes the unpacked app in out/package from the bundle and the given Electron, with no download, unless it is there already.
 * @param {{ executable: string, version: string }} electron
 * @returns {Promise<string>} the folder of the unpacked app
 */
export async function ensurePackage({ executable, version }) {
  const bundle = await ensureBundle();
  const stamp = `${bundle} ${fingerprintOf(['electron-builder.yml', 'build/packaging', 'build/icons'])} ${version}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return folder;

  say('Packaging…');
  const { code, output } = await runNode(
    join(root, 'node_modules/electron-builder/cli.js'),
    [
      '--dir',
      '--config=electron-builder.yml',
      `--config.electronDist=${distOf(executable)}`,
      `--config.electronVersion=${version}`,
    ],
    { env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ELECTRON_BUILDER_DISABLE_UPDATE_NOTIFICATION: '1' } },
  );
  if (code !== 0) throw new SetupError(`Packaging failed:\n${output.trim()}`);
  writeFileSync(stampFile, stamp);
  return folder;
}

/**
 * The folder that holds the whole runtime: on macOS the executable lies deep inside Electron.app.
 * @param {string} executable
 */
function distOf(executable) {
  const bundle = executable.indexOf('Electron.app');
  return relative(root, bundle === -1 ? dirname(executable) : executable.slice(0, bundle - 1));
}
