import { run } from '../run.mjs';

/**
 * Starts the executable as plain Node, which needs no display, and answers with its Electron version.
 * @param {string} executable
 * @returns {Promise<{ version: string } | { reason: string }>}
 */
export async function electronVersionOf(executable) {
  const { code, output } = await run(executable, ['-p', '`electron=${process.versions.electron}`'], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
    timeout: 30_000,
  });
  const version = /^electron=(\d+\.\d+\.\d+\S*)$/m.exec(output)?.[1];
  if (code === 0 && version !== undefined) return { version };
  return { reason: `it does not start as Electron (exit code ${code}): ${output.trim().split('\n')[0] ?? ''}` };
}
