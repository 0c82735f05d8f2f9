/** Runs tasks one after the other, in the order in which they came. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<V>(task: () => Promise<V>): Promise<V> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Answers when every task that has come until now has ended. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
