import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';
import { runNode, runNpm } from './run.mjs';
import { say } from './say.mjs';

const wanted = join(root, 'tests/bench/peers');
const folder = join(cache, 'bench/peers');
const stampFile = join(folder, '.stamp');
const files = ['package.json', 'package-lock.json'];

/**
 * Installs what the benchmarks compare with, where no other command meets it. Each package is optional: one that cannot
 * be had or built here is left out, and said.
 */
export async function installBenchPeers() {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of files) hash.update(readFileSync(join(wanted, file)));
  const stamp = hash.digest('hex');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of files) copyFileSync(join(wanted, file), join(folder, file));
    say('Installing what is compared with; SQLite is compiled here if need be, which takes a minute or more…');
    const began = performance.now();
    const { code } = await runNpm(['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error']);
    say(`That took ${Math.round((performance.now() - began) / 1000)} s.`);
    if (code === 0) writeFileSync(stampFile, stamp);
  }
  const names = Object.keys(JSON.parse(readFileSync(join(wanted, 'package.json'), 'utf8')).optionalDependencies);
  /** @type {string[]} */
  const missing = [];
  for (const name of names) if (!(await isThere(name))) missing.push(name);
  for (const name of missing) say(`${name} could not be installed or built here; the benchmark goes on without it.`);
  return { folder, missing };
}

/**
 * In a process of its own: a native library that does not fit may end it.
 * @param {string} name
 */
async function isThere(name) {
  const script = join(folder, 'load.cjs');
  writeFileSync(script, 'require(process.argv[2]);\n');
  try {
    createRequire(join(folder, 'package.json')).resolve(name);
  } catch {
    // Not installed: what it is compared with is left out.
    return false;
  }
  return (await runNode(script, [name])).code === 0;
}
