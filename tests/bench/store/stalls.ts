import { performance } from 'node:perf_hooks';

/**
 * Watches how long the event loop lets other work wait: a timer that asks for every millisecond, and what passes between
 * two of its turns, by what is going on meanwhile.
 */
export class Stalls<Phase extends string> {
  readonly longest: Record<Phase, number>;
  #before = performance.now();
  #phaseBefore: Phase;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    phases: readonly Phase[],
    private readonly phase: () => Phase,
  ) {
    this.longest = Object.fromEntries(phases.map((each) => [each, 0])) as Record<Phase, number>;
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
      const phase = this.phase();
      const took = now - this.#before;
      // What ended in this while is as likely its cause as what has just begun.
      for (const each of new Set([phase, this.#phaseBefore])) this.longest[each] = Math.max(this.longest[each], took);
      this.#before = now;
      this.#phaseBefore = phase;
      this.#again();
    }, 1);
  }
}
