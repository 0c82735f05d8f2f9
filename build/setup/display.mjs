import { spawn } from 'node:child_process';
import { endWithUs } from './children.mjs';
import { SetupError } from './say.mjs';

/** Whether a window can be shown to a person here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts Xvfb on a free display of its own choosing and answers with the environment that points programs at it.
 * On Windows and macOS, where windows need no X server, it starts nothing. It ends with this process at the latest.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>}
 */
export async function startVirtualDisplay() {
  if (process.platform !== 'linux') return { env: {}, stop: () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  endWithUs(server);
  const stop = () => {
    server.kill();
  };
  const display = await new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (/** @type {Buffer} */ number) => {
      resolve(`:${number.toString().trim()}`);
    });
    server.once('error', (error) => {
      reject(new SetupError(`The virtual display Xvfb did not start: ${error.message}`));
    });
    server.once('exit', (code) => {
      reject(new SetupError(`The virtual display Xvfb ended at once (code ${String(code)}).`));
    });
  });
  // Without this, Electron on a Wayland desktop would show its windows there.
  return { env: { DISPLAY: display, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' }, stop };
}
