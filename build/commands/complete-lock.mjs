import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { runCommand, say } from '../setup/say.mjs';

/**
 * Some registries carry the binaries of common platforms only. `npm install` then leaves the others out of
 * package-lock.json, and `npm ci` refuses such a lock, on every machine. This adds each left-out platform package with the
 * version that its parent pins and the platform that its name says. Run it after `npm install` changed the lock there.
 */
await runCommand(async () => {
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(await readFile(file, 'utf8'));
  let added = 0;
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      const isPinned = /^\d+\.\d+\.\d+\S*$/.test(version);
      if (platform === null || !isPinned || isLocked(lock.packages, path, name)) continue;
      const { dev, devOptional } = entry;
      lock.packages[`node_modules/${name}`] = {
        version,
        cpu: [platform.cpu],
        ...(dev ? { dev } : {}),
        ...(devOptional ? { devOptional } : {}),
        ...(platform.libc ? { libc: [platform.libc] } : {}),
        optional: true,
        os: [platform.os],
      };
      added += 1;
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(`${added} platform packages added to package-lock.json.`);
});

/**
 * What a name such as "@swc/core-linux-arm64-musl" says about where the package runs.
 * @param {string} name
 */
function platformOf(name) {
  const match =
    /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)(?:-(gnu|musl)|-\w+)?$/.exec(
      name,
    );
  if (!match) return null;
  const [, os = '', cpu = '', libc] = match;
  return { os, cpu, libc: libc === 'gnu' ? 'glibc' : libc };
}

/**
 * Whether npm would find the package from its parent's folder upwards.
 * @param {Record<string, unknown>} packages
 * @param {string} parent
 * @param {string} name
 */
function isLocked(packages, parent, name) {
  for (let folder = parent; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder}${folder ? '/' : ''}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}
