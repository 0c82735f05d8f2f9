const { rm } = require('node:fs/promises');
const { join } = require('node:path');

/**
 * The registry's runtime carries our start shim in resources/app, which Electron would prefer over app.asar.
 * electron-builder calls this after it copied the runtime and before it adds the app.
 * @param {{ appOutDir: string }} context
 */
exports.default = async ({ appOutDir }) => {
  await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true });
};
