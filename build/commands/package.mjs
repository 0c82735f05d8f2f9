import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureElectron } from '../setup/electron/index.mjs';
import { setUpPackages } from '../setup/index.mjs';
import { ensurePackage } from '../setup/package-app.mjs';
import { runCommand, say } from '../setup/say.mjs';

await runCommand(async () => {
  await setUpPackages();
  const folder = await ensurePackage(await ensureElectron());
  const unpacked = readdirSync(folder).filter((name) => /unpacked$|^mac/.test(name));
  say(`The unpacked app is in ${unpacked.map((name) => join(folder, name)).join(', ')}`);
});
