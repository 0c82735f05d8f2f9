import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jestTask } from '../checks/jest.mjs';
import { Report } from '../checks/report.mjs';
import { setUpPackages } from '../setup/index.mjs';
import { cache } from '../setup/paths.mjs';
import { runCommand, say, SetupError } from '../setup/say.mjs';

const usualKills = 3000;

/** The crash tests at length: `npm run test:crash -- 5000` kills that many processes. */
await runCommand(async () => {
  const kills = Number(process.argv[2] ?? usualKills);
  if (!Number.isInteger(kills) || kills < 1) throw new SetupError('Say how many processes are to be killed: 3000.');
  await setUpPackages();
  mkdirSync(cache, { recursive: true });
  const figures = join(cache, 'crash-figures.jsonl');
  rmSync(figures, { force: true });
  say(`${kills} processes are killed, and ${2 * kills} sessions end by a power cut; this takes a while.`);
  const report = new Report();
  const env = { ATTACHE_CRASH_KILLS: String(kills), ATTACHE_CRASH_FIGURES: figures };
  await report.run(jestTask('crash tests', 'crash', { env, workers: 2 }));
  if (existsSync(figures)) for (const line of summed(readFileSync(figures, 'utf8'))) say(line);
  report.close();
});

/**
 * One line for each kind of test: its figures, added up.
 * @param {string} text lines of JSON
 * @returns {string[]}
 */
function summed(text) {
  /** @type {Map<string, Map<string, number>>} */
  const sums = new Map();
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const { of, ...figures } = JSON.parse(line);
    /** @type {Map<string, number>} */
    const sum = sums.get(of) ?? new Map();
    for (const [name, count] of Object.entries(figures)) sum.set(name, (sum.get(name) ?? 0) + Number(count));
    sums.set(of, sum);
  }
  return [...sums].map(([of, sum]) => `${of}: ${[...sum].map(([name, count]) => `${count} ${name}`).join(', ')}`);
}
