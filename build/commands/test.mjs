import { jestTask, unitTasks } from '../checks/jest.mjs';
import { Report } from '../checks/report.mjs';
import { staticChecks } from '../checks/static.mjs';
import { startVirtualDisplay } from '../setup/display.mjs';
import { setUpApp } from '../setup/index.mjs';
import { ensurePackage } from '../setup/package-app.mjs';
import { runCommand, SetupError } from '../setup/say.mjs';

/** Everything: set-up, checks, unit, integration and end-to-end tests, and one closing line that counts them. */
await runCommand(async () => {
  const report = new Report();
  try {
    const electron = await setUpApp({ tools: ['Xvfb', 'pdftotext', 'pdftoppm'] });
    await report.runTogether([
      jestTask('crash tests', 'crash'),
      ...Object.values(staticChecks).flat(),
      ...unitTasks,
      jestTask('integration tests', 'integration'),
      {
        name: 'packaging',
        run: () => oneIfItWorks(() => ensurePackage(electron)),
      },
    ]);
    // Alone, after the rest: windows that wait for a busy machine are what makes such tests fail now and then.
    const display = await startVirtualDisplay();
    await report.run(jestTask('end-to-end tests', 'e2e', { env: display.env }));
    display.stop();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    await report.run({ name: 'set-up', run: () => oneIfItWorks(() => Promise.reject(error)) });
  }
  report.close();
});

/** @param {() => Promise<unknown>} action */
async function oneIfItWorks(action) {
  try {
    await action();
    return { passed: 1, failed: 0, skipped: 0, output: '' };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { passed: 0, failed: 1, skipped: 0, output: error.message };
  }
}
