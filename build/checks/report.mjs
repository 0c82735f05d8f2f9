import { availableParallelism } from 'node:os';
import { say } from '../setup/say.mjs';

/** @typedef {import('./task.mjs').Task} Task */

/** Runs tasks, prints each as it ends with its output where it failed, and counts. */
export class Report {
  #passed = 0;
  #failed = 0;
  /** @type {string[]} */
  #failedNames = [];

  /**
   * Runs the tasks, as many at once as there are processors.
   * @param {readonly Task[]} tasks
   */
  async runTogether(tasks) {
    const waiting = [...tasks];
    const work = async () => {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await this.run(task);
    };
    await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  }

  /** @param {Task} task */
  async run(task) {
    const began = performance.now();
    const { passed, failed, skipped, output } = await task.run();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    this.#passed += passed;
    this.#failed += failed;
    const counts = [
      ...(passed + failed > 1 ? [`${passed} passed`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ];
    const detail = [...counts, `${seconds} s`].join(', ');
    say(`${failed > 0 ? '✗' : '✓'} ${task.name} (${detail})`);
    if (failed > 0) {
      this.#failedNames.push(task.name);
      say(indented(output));
    }
  }

  /** Prints the closing line, alone and last, and sets the exit code. */
  close() {
    if (this.#failedNames.length > 0) say(`\nFailed: ${this.#failedNames.join('; ')}`);
    if (this.#failed > 0 || this.#passed === 0) process.exitCode = 1;
    say(`\n${this.#passed} passed, ${this.#failed} failed`);
  }
}

/** @param {string} text */
function indented(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
