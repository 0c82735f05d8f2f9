import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../setup/paths.mjs';
import { runNode } from '../setup/run.mjs';

/** @typedef {import('./task.mjs').Task} Task */
/** @typedef {import('./task.mjs').Outcome} Outcome */

export const jestCli = join(root, 'node_modules/jest/bin/jest.js');
export const jestConfig = ['--config', 'build/config/jest.config.mjs'];

/** The jest projects that each suite is made of. */
export const suites = /** @type {const} */ ({
  unit: ['unit', 'unit-renderer'],
  'unit without screens': ['unit'],
  integration: ['integration'],
  crash: ['crash'],
  e2e: ['e2e'],
});

/**
 * A wall-clock time must stay what it is wherever the laptop is, so unit tests run in each of these zones. The two on
 * either side of UTC show what a screen does with a zone; a third time is minutes for nothing.
 */
const suiteInZone = /** @type {const} */ ({
  'Asia/Hong_Kong': 'unit',
  'America/New_York': 'unit',
  UTC: 'unit without screens',
});

/** The unit tests, once in each time zone. */
export const unitTasks = Object.entries(suiteInZone).map(([zone, suite]) =>
  jestTask(`unit tests, TZ=${zone}`, suite, { env: { TZ: zone } }),
);

/**
 * @param {string} name
 * @param {keyof typeof suites} suite
 * @param {{ env?: NodeJS.ProcessEnv, workers?: number }} [options]
 * @returns {Task}
 */
export function jestTask(name, suite, { env = {}, workers = 1 } = {}) {
  return {
    name,
    run: async () => {
      const results = join(cache, 'test-results');
      mkdirSync(results, { recursive: true });
      const resultFile = join(results, `${name.replace(/\W+/g, '-')}.json`);
      rmSync(resultFile, { force: true });
      const { output } = await runNode(
        jestCli,
        [
          ...jestConfig,
          '--selectProjects',
          ...suites[suite],
          `--maxWorkers=${workers}`,
          '--json',
          `--outputFile=${resultFile}`,
          '--reporters=default',
        ],
        { env: { ...env, FORCE_COLOR: '0' } },
      );
      return count(resultFile, output);
    },
  };
}

/**
 * @param {string} resultFile
 * @param {string} output
 * @returns {Outcome}
 */
function count(resultFile, output) {
  if (!existsSync(resultFile)) return { passed: 0, failed: 1, skipped: 0, output: `jest did not finish.\n${output}` };
  const result = JSON.parse(readFileSync(resultFile, 'utf8'));
  const passed = Number(result.numPassedTests);
  // A file that could not even be loaded has no tests to count, and is a failure all the same.
  const failed = Number(result.numFailedTests) + Number(result.numRuntimeErrorTestSuites);
  const skipped = Number(result.numPendingTests) + Number(result.numTodoTests);
  if (passed + failed === 0) return { passed, failed: 1, skipped, output: 'No test ran.' };
  if (failed === 0 && result.success !== true) return { passed, failed: 1, skipped, output };
  return { passed, failed, skipped, output: failureMessages(result) };
}

/** @param {{ testResults: readonly { name: string, status: string, message: string }[] }} result */
function failureMessages(result) {
  return result.testResults
    .filter((file) => file.status === 'failed')
    .map((file) => `${file.name.slice(root.length + 1)}\n${file.message}`)
    .join('\n');
}
