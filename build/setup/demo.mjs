import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startVirtualDisplay } from './display.mjs';
import { setUpApp } from './index.mjs';
import { out, root } from './paths.mjs';
import { say, SetupError } from './say.mjs';
import { loadTypeScript } from './typescript-entry.mjs';

const entry = 'tests/e2e/demo/run.ts';
const folder = join(out, 'demo');

/**
 * Does the main job through the real app on a virtual display: the sample trip, its report and pictures of each main
 * screen go to out/demo. The steps are in tests/e2e/demo/run.ts, which exports
 * `runDemo({ outputFolder }): Promise<readonly string[]>` and answers with the files that it wrote.
 */
export async function runDemo() {
  await setUpApp({ tools: ['Xvfb'] });
  if (!existsSync(join(root, entry))) throw new SetupError(`The demonstration's steps, ${entry}, are missing.`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const display = await startVirtualDisplay();
  Object.assign(process.env, display.env);
  try {
    const driveApp = await loadTypeScript(entry, 'runDemo');
    say('Making the sample trip and its report in the real app…');
    const files = /** @type {readonly string[]} */ (await driveApp({ outputFolder: folder }));
    say(`\nDone. ${files.length} files are in ${folder}:`);
    for (const file of files) say(`  ${relative(root, file)}`);
  } finally {
    display.stop();
  }
}
