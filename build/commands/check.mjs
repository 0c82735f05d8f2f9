import { unitTasks } from '../checks/jest.mjs';
import { Report } from '../checks/report.mjs';
import { staticChecks } from '../checks/static.mjs';
import { setUpPackages } from '../setup/index.mjs';
import { runCommand, SetupError } from '../setup/say.mjs';

/** @type {Record<string, readonly import('../checks/task.mjs').Task[]>} */
const checks = { ...staticChecks, unit: unitTasks };

/** All checks that need no Electron, or only those named: npm run check -- lint types */
await runCommand(async () => {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(checks);
  const unknown = names.filter((name) => !(name in checks));
  if (unknown.length > 0) {
    throw new SetupError(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`);
  }
  await setUpPackages();
  const report = new Report();
  await report.runTogether(names.flatMap((name) => checks[name] ?? []));
  report.close();
});
