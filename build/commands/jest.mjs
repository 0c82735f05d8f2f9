import { jestCli, jestConfig, suites } from '../checks/jest.mjs';
import { startVirtualDisplay } from '../setup/display.mjs';
import { setUpApp, setUpPackages } from '../setup/index.mjs';
import { ensurePackage } from '../setup/package-app.mjs';
import { runNode } from '../setup/run.mjs';
import { runCommand, SetupError } from '../setup/say.mjs';

/** One suite, with jest's own output and arguments: npm run test:e2e -- report */
await runCommand(async () => {
  const [suite, ...args] = process.argv.slice(2);
  if (suite !== 'unit' && suite !== 'integration' && suite !== 'e2e') {
    throw new SetupError('Say which suite: unit, integration or e2e.');
  }
  const jest = [...args, ...jestConfig, '--selectProjects', ...suites[suite]];
  if (suite !== 'e2e') {
    await setUpPackages();
    process.exitCode = (await runNode(jestCli, jest, { show: true })).code;
    return;
  }
  const electron = await setUpApp({ tools: ['Xvfb', 'pdftotext', 'pdftoppm'] });
  if (args.some((arg) => arg.includes('packaged')) || args.length === 0) await ensurePackage(electron);
  const display = await startVirtualDisplay();
  process.exitCode = (await runNode(jestCli, [...jest, '--runInBand'], { show: true, env: display.env })).code;
  display.stop();
});
