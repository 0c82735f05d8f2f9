/** Watches how much memory this process holds; `peak` is the most since it was last asked to start over. */
export class Memory {
  peak = 0;
  #timer: NodeJS.Timeout | null = null;

  watch(): void {
    this.#timer ??= setInterval(() => this.now(), 20);
  }

  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** In bytes. */
  now(): number {
    const held = process.memoryUsage.rss();
    this.peak = Math.max(this.peak, held);
    return held;
  }

  startOver(): void {
    this.peak = 0;
    this.now();
  }
}
