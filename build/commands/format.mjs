import { join } from 'node:path';
import { setUpPackages } from '../setup/index.mjs';
import { root } from '../setup/paths.mjs';
import { runNode } from '../setup/run.mjs';
import { runCommand } from '../setup/say.mjs';

await runCommand(async () => {
  await setUpPackages();
  const paths = process.argv.length > 2 ? process.argv.slice(2) : ['.'];
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
  const { code } = await runNode(prettier, ['--write', '--log-level=warn', ...paths], { show: true });
  process.exitCode = code;
});
