import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runNpm } from './run.mjs';
import { say, SetupError } from './say.mjs';

const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.attache-lock');

/** Installs the packages that package-lock.json names, unless exactly those are there already. */
export async function ensurePackages() {
  const stamp = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!installedMatchesLock()) {
    say('Installing packages (npm ci)…');
    const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      const words = output.trim().split('\n').slice(0, 12).join('\n');
      throw new SetupError(
        `npm ci failed, so the packages are not installed.\n${words}\nIs the npm registry in reach? The whole output comes with: npm ci`,
      );
    }
  }
  writeFileSync(stampFile, stamp);
}

/** npm leaves a record of what it installed; platform packages that do not fit this machine are not in it. */
function installedMatchesLock() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages(lockFile)).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
