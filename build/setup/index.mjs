import { ensureBundle } from './bundle.mjs';
import { ensureElectron } from './electron/index.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';

/** What a command needs that only works on the sources: Node and the packages. */
export async function setUpPackages() {
  requireNode();
  await ensurePackages();
}

/**
 * What a command needs that runs the app: the packages, Electron with its libraries, and a fresh bundle.
 * @param {{ tools?: readonly ('Xvfb' | 'pdftotext' | 'pdftoppm')[] }} [needs]
 */
export async function setUpApp(needs) {
  await setUpPackages();
  const electron = await ensureElectron(needs);
  await ensureBundle();
  return electron;
}
