import { makeBundle } from '../setup/bundle.mjs';
import { setUpPackages } from '../setup/index.mjs';
import { runCommand, say } from '../setup/say.mjs';

await runCommand(async () => {
  await setUpPackages();
  await makeBundle();
  say('Built into out/.');
});
