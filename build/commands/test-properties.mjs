import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jestCli, jestConfig, suites } from '../checks/jest.mjs';
import { setUpPackages } from '../setup/index.mjs';
import { root } from '../setup/paths.mjs';
import { runNode } from '../setup/run.mjs';
import { runCommand, say, SetupError } from '../setup/say.mjs';

/** The property tests with examples that were never tried: `npm run test:properties -- 20` goes through them 20 times. */
await runCommand(async () => {
  const rounds = Number(process.argv[2] ?? 5);
  if (!Number.isInteger(rounds) || rounds < 1) throw new SetupError('Say how many times: 5.');
  await setUpPackages();
  const files = ['tests/unit', 'tests/integration']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(join(root, file), 'utf8').includes("'fast-check'"));
  for (let round = 1; round <= rounds && process.exitCode === undefined; round += 1) {
    say(`Round ${round} of ${rounds}, ${files.length} files`);
    const env = { ATTACHE_NEW_EXAMPLES: 'yes' };
    const jest = [
      ...jestConfig,
      '--selectProjects',
      ...suites.unit,
      ...suites.integration,
      '--runTestsByPath',
      ...files,
    ];
    const { code } = await runNode(jestCli, jest, { show: true, env });
    if (code !== 0) process.exitCode = code;
  }
});
