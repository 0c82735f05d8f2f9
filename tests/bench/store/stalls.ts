import { performance } from 'node:perf_hooks';
import { timeAtWork } from './time-at-work';

/** In milliseconds. */
export interface Stall {
  /** How long nothing else could run. */
  readonly whole: number;
  /** How long this program was at work meanwhile: the rest is the machine's, which had other things to do. */
  readonly own: number;
}

/**
 * Watches how long the event loop lets other work wait: a timer that asks for every millisecond, and what passes between
 * two of its turns, by what is going on meanwhile.
 */
export class Stalls<Phase extends string> {
  readonly longest: Record<Phase, Stall>;
  #before = performance.now();
  #workBefore = timeAtWork();
  #phaseBefore: Phase;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    phases: readonly Phase[],
    private readonly phase: () => Phase,
  ) {
    this.longest = Object.fromEntries(phases.map((each) => [each, { whole: 0, own: 0 }])) as Record<Phase, Stall>;
    this.#phaseBefore = phase();
    this.#again();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #again(): void {
    this.#timer = setTimeout(() => {
      const now = performance.now();
      const work = timeAtWork();
      const phase = this.phase();
      const whole = now - this.#before;
      const own = Math.min(whole, work - this.#workBefore);
      // What ended in this while is as likely its cause as what has just begun.
      for (const each of new Set([phase, this.#phaseBefore])) {
        const longest = this.longest[each];
        this.longest[each] = { whole: Math.max(longest.whole, whole), own: Math.max(longest.own, own) };
      }
      this.#before = now;
      this.#workBefore = work;
      this.#phaseBefore = phase;
      this.#again();
    }, 1);
  }
}
