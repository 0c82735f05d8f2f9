import { hasDisplay } from '../setup/display.mjs';
import { setUpApp } from '../setup/index.mjs';
import { root } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { requireUsableSandbox, sandboxSwitches } from '../setup/sandbox.mjs';
import { runCommand, say } from '../setup/say.mjs';
import { runDemo } from '../setup/demo.mjs';

await runCommand(async () => {
  if (!hasDisplay()) {
    say('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be shown.');
    say('Doing the main job on a virtual display instead; "npm run demo" does the same.');
    await runDemo();
    return;
  }
  const { executable } = await setUpApp();
  await requireUsableSandbox(executable);
  say('Starting Attaché…');
  const { code } = await run(executable, [root, ...sandboxSwitches(), ...process.argv.slice(2)], { show: true });
  process.exitCode = code;
});
