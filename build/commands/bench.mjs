import { existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installBenchPeers } from '../setup/bench-peers.mjs';
import { startVirtualDisplay } from '../setup/display.mjs';
import { setUpApp, setUpPackages } from '../setup/index.mjs';
import { cache, root } from '../setup/paths.mjs';
import { runCommand, say } from '../setup/say.mjs';
import { bundleForWindow, bundleTypeScript, loadTypeScript } from '../setup/typescript-entry.mjs';

const folder = join(root, 'tests/bench');

/** A benchmark is tests/bench/<name>.ts or .mjs and exports `bench(args, kit)`; tests/bench/support/ says what a kit is. */
await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.(ts|mjs)$/.test(file)) : [];
  const file = files.find((candidate) => parse(candidate).name === name);
  if (file === undefined) {
    const names = files.map((candidate) => parse(candidate).name);
    if (name !== undefined) say(`There is no benchmark called "${name}".`);
    say(names.length === 0 ? 'There are no benchmarks yet.' : `Say which one: npm run bench -- <${names.join(' | ')}>`);
    process.exitCode = name === undefined ? 0 : 1;
    return;
  }
  await setUpPackages();
  const bench = file.endsWith('.ts')
    ? await loadTypeScript(`tests/bench/${file}`, 'bench')
    : (await import(pathToFileURL(join(folder, file)).href)).bench;
  await bench(args, {
    scratch: join(cache, 'bench'),
    bundle: bundleTypeScript,
    bundleForWindow,
    openStage: async () => {
      await setUpApp({ tools: ['Xvfb'] });
      return startVirtualDisplay();
    },
    installPeers: installBenchPeers,
  });
});
