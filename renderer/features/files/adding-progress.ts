/** How far a run of files is. */
export interface Progress {
  readonly name: string;
  /** Which file of the run it is, from 1. */
  readonly place: number;
  readonly count: number;
  /** The share of the bytes, from 0 to 1. */
  readonly share: number;
}

/** Says how far a run is to who shows it alone: the list beside it would be drawn anew twenty times a second. */
export class AddingProgressTold {
  #now: Progress | null = null;
  readonly #listeners = new Set<() => void>();

  readonly now = (): Progress | null => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(progress: Progress | null): void {
    this.#now = progress;
    for (const listener of [...this.#listeners]) listener();
  }
}
