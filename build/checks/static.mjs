/** @typedef {import('./task.mjs').Task} Task */
import { checkTask } from './task.mjs';

const folders = ['main', 'renderer', 'shared', 'tests', 'build'];

const types = folders.map((folder) =>
  checkTask(`types: ${folder}`, 'typescript/bin/tsc', ['-p', `${folder}/tsconfig.json`, '--pretty', 'false']),
);

const lint = checkTask('lint', 'eslint/bin/eslint.js', [
  '--config',
  'build/config/eslint.config.mjs',
  '--max-warnings=0',
  '--cache',
  '--cache-location=.cache/eslint/',
  '--cache-strategy=content',
  '--no-error-on-unmatched-pattern',
  ...folders,
]);

const directions = checkTask('import directions', 'dependency-cruiser/bin/dependency-cruise.mjs', [
  '--config',
  'build/config/dependency-cruiser.cjs',
  ...folders,
]);

const deadCode = checkTask('dead code', 'knip/bin/knip.js', ['--config', 'build/config/knip.jsonc', '--no-progress']);

const format = checkTask('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']);

/** The checks that read the sources without running them, slowest first, by the name that "npm run check -- <name>" takes. */
export const staticChecks = /** @type {const} */ ({
  lint: [lint],
  types,
  directions: [directions],
  'dead-code': [deadCode],
  format: [format],
});
