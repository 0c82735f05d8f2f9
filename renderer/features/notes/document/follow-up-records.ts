/** What the screen says about a follow-up line: its record as far as the line shows it. */
export interface FollowUpShown {
  readonly isDone: boolean;
  /** The owner and the day, in words. */
  readonly detail: string;
  readonly tick: () => void;
}

/** The follow-ups of a note by their anchors; lines on the screen are told when one changes. */
export class FollowUpRecords {
  #shown: ReadonlyMap<string, FollowUpShown> = new Map();
  readonly #lines = new Set<() => void>();

  constructor(
    /** What the box of a line does, in words. */
    readonly boxLabel: string,
  ) {}

  show(shown: ReadonlyMap<string, FollowUpShown>): void {
    this.#shown = shown;
    for (const line of [...this.#lines]) line();
  }

  find(anchor: unknown): FollowUpShown | undefined {
    return typeof anchor === 'string' ? this.#shown.get(anchor) : undefined;
  }

  subscribe(line: () => void): () => void {
    this.#lines.add(line);
    return () => this.#lines.delete(line);
  }
}
