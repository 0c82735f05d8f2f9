import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** How long work of many small steps may hold up everything else, in milliseconds. */
const slice = 4;

/** Lets other work go first whenever this one has had its time. */
export class Pace {
  #began = performance.now();

  async giveWay(): Promise<void> {
    if (performance.now() - this.#began < slice) return;
    await setImmediate();
    this.#began = performance.now();
  }
}
