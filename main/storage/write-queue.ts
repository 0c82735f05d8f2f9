type Waiting<C> =
  { readonly kind: 'task'; readonly run: () => Promise<void> } | { readonly kind: 'change'; readonly change: C };

/**
 * What is asked of a store and not yet begun, in its order. A task runs while nothing else does; changes that follow each
 * other are written together.
 */
export class WriteQueue<C> {
  readonly #waiting: Waiting<C>[] = [];
  #running: Promise<void> | null = null;

  constructor(
    /** Writes changes: `next` gives them one by one, undefined when no further one may go along. */
    private readonly write: (next: () => C | undefined) => Promise<void>,
    /** Told after each write and each task. */
    private readonly onDone: () => void,
  ) {}

  /** Answers when nothing is waiting or being written; null when nothing is now. */
  get running(): Promise<void> | null {
    return this.#running;
  }

  add(change: C): void {
    this.#enqueue({ kind: 'change', change });
  }

  alone<V>(task: () => Promise<V>): Promise<V> {
    return new Promise((resolve, reject) => {
      this.#enqueue({ kind: 'task', run: () => task().then(resolve, reject) });
    });
  }

  #enqueue(waiting: Waiting<C>): void {
    this.#waiting.push(waiting);
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    // Changes that are asked for in one breath are gathered before the first is begun.
    await Promise.resolve();
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (next.kind === 'task') {
        this.#waiting.shift();
        await next.run();
      } else {
        await this.write(() => this.#takeChange());
      }
      this.onDone();
    }
    this.#running = null;
  }

  #takeChange(): C | undefined {
    const next = this.#waiting[0];
    if (next?.kind !== 'change') return undefined;
    this.#waiting.shift();
    return next.change;
  }
}
