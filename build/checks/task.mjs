import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { runNode } from '../setup/run.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} output shown when something failed
 */

/**
 * @typedef {object} Task
 * @property {string} name
 * @property {() => Promise<Outcome>} run
 */

/**
 * A tool that says with its exit code whether all is well; it counts as one.
 * @param {string} name
 * @param {string} tool the tool's script below node_modules
 * @param {readonly string[]} args
 * @returns {Task}
 */
export function checkTask(name, tool, args) {
  return {
    name,
    run: async () => {
      const { code, output } = await runNode(join(root, 'node_modules', tool), args);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
    },
  };
}
