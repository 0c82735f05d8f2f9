import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutants } from '../checks/sync-mutants.mjs';
import { jestCli } from '../checks/jest.mjs';
import { setUpPackages } from '../setup/index.mjs';
import { root } from '../setup/paths.mjs';
import { runNode } from '../setup/run.mjs';
import { runCommand, say } from '../setup/say.mjs';

/** What the tests of sync read; mutants are made in a copy of it. */
const parts = ['build', 'main', 'shared', 'tests', 'package.json', 'tsconfig.json'];

/** `npm run test:mutants`: makes sync wrong in each of these ways and says which test notices; fails when none does. */
await runCommand(async () => {
  await setUpPackages();
  const folder = mkdtempSync(join(tmpdir(), 'attache-mutants-'));
  try {
    for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    if ((await failures(folder)) !== null) throw new Error('The tests fail before anything is made wrong.');
    const survivors = [];
    for (const { name, file, find, replace } of mutants) {
      const path = join(folder, file);
      const right = readFileSync(path, 'utf8');
      if (!right.includes(find)) throw new Error(`Nothing like it is in ${file} any more: ${name}`);
      writeFileSync(
        path,
        right.replace(find, () => replace),
      );
      const noticed = await failures(folder);
      writeFileSync(path, right);
      if (noticed === null) survivors.push(name);
      say(`${noticed === null ? 'SURVIVED' : 'noticed '}  ${name}${noticed === null ? '' : ` — ${noticed}`}`);
    }
    say(`${mutants.length - survivors.length} of ${mutants.length} were noticed.`);
    if (survivors.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * The first test that fails; null when all pass.
 * @param {string} folder
 */
async function failures(folder) {
  const report = join(folder, 'report.json');
  const config = join(folder, 'build/config/jest.config.mjs');
  const args = [
    '--config',
    config,
    '--selectProjects',
    'unit',
    '--json',
    `--outputFile=${report}`,
    '--',
    'tests/unit/main/sync/(office|turns|round|merge)',
  ];
  const { code } = await runNode(jestCli, args);
  if (code === 0) return null;
  /** @type {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed');
  return failed === undefined ? 'it does not even begin' : failed.fullName;
}
