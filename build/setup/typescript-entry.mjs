import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, root } from './paths.mjs';
import { SetupError } from './say.mjs';

/**
 * Makes a program for this Node of a TypeScript module of ours. Node 20 cannot strip types, so Vite bundles our own files,
 * with the same aliases as everywhere; packages are loaded as they are.
 * @param {string} entry relative to the top folder
 * @returns {Promise<string>} the program's path
 */
export async function bundleTypeScript(entry) {
  const { build } = await import('vite');
  const outDir = join(cache, 'entries', entry.replace(/\W+/g, '-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: {
      alias: { '@shared': join(root, 'shared'), '@main': join(root, 'main'), '@renderer': join(root, 'renderer') },
    },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: 'inline',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'entry.mjs' } },
    },
  });
  return join(outDir, 'entry.mjs');
}

/**
 * Makes a script for the app's window of a TypeScript module, with all that it imports.
 * @param {string} entry relative to the top folder
 * @returns {Promise<string>} the script's text
 */
export async function bundleForWindow(entry) {
  const { build } = await import('vite');
  const outDir = join(cache, 'entries', entry.replace(/\W+/g, '-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome114',
      lib: { entry: join(root, entry), formats: ['iife'], name: 'inWindow', fileName: () => 'entry.js' },
    },
  });
  return readFile(join(outDir, 'entry.js'), 'utf8');
}

/**
 * Loads a TypeScript module of ours into this Node.
 * @param {string} entry relative to the top folder
 * @param {string} name the exported function that is wanted
 * @returns {Promise<(...args: unknown[]) => unknown>}
 */
export async function loadTypeScript(entry, name) {
  const loaded = await import(pathToFileURL(await bundleTypeScript(entry)).href);
  if (typeof loaded[name] !== 'function') throw new SetupError(`${entry} exports no function "${name}".`);
  return loaded[name];
}
