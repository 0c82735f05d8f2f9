/** Breaks something off at its nth step: before anything happened, or after it did and before anybody heard of it. */
export class Faults {
  #steps = 0;
  #plan: { readonly at: number; readonly when: 'before' | 'after' } | null = null;

  plan(at: number, when: 'before' | 'after'): void {
    this.#steps = 0;
    this.#plan = { at, when };
  }

  none(): void {
    this.#plan = null;
  }

  async step<T>(what: () => T | Promise<T>): Promise<T> {
    this.#steps += 1;
    const isHit = this.#plan !== null && this.#steps === this.#plan.at;
    if (isHit && this.#plan?.when === 'before') throw new BrokenOff();
    const answer = await what();
    if (isHit) throw new BrokenOff();
    return answer;
  }
}

/** What a fault throws: a lost line, a process that was killed, a disk that is full. */
export class BrokenOff extends Error {}
