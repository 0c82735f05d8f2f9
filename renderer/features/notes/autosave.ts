import { instantOf } from '@shared/dates';
import type { Instant } from '@shared/dates';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';

/** How far the writing of a text is. `saved` is said only of what main has answered for; its time is null while nothing was typed. */
export type SavingState =
  | { readonly kind: 'saved'; readonly at: Instant | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface AutosaveSnapshot {
  readonly text: string;
  readonly saving: SavingState;
}

/** From the first letter that no write carries yet to the write that takes it along, in milliseconds. */
const longestWait = 200;
/** How long a refused write rests before it is tried again, in milliseconds. */
const retryAfter = 3000;

/**
 * Keeps one text on the disk while it is typed. The first unsaved letter starts the clock and later ones do not put it
 * off, so that somebody who never pauses is written as often as somebody who does. One write is under way at a time,
 * so that an older text can never land on a newer one; what was typed meanwhile goes next. A failure is tried again
 * until it succeeds, with the newest text each time.
 */
export class Autosave {
  #text: string;
  /** What is on the disk for certain; null when a write failed, since it may have got there all the same. */
  #stored: string | null;
  #unsavedSince: number | null = null;
  #underWay: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failure: Failure | null = null;
  #savedAt: Instant | null = null;
  #answeredAt = 0;
  #isComposing = false;
  #snapshot: AutosaveSnapshot;
  readonly #listeners = new Set<() => void>();

  constructor(
    stored: string,
    private readonly write: (text: string) => Promise<Result<unknown>>,
  ) {
    this.#text = stored;
    this.#stored = stored;
    this.#snapshot = this.#look();
  }

  /** The same object until something changes. */
  readonly snapshot = (): AutosaveSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get hasUnsaved(): boolean {
    return this.#underWay !== null || this.#text !== this.#stored;
  }

  /** Takes what the person has typed: the whole text as it stands now. */
  type(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#unsavedSince ??= Date.now();
    this.#schedule();
    this.#tell();
  }

  /** While an input method composes, its text must not be taken away from under it. */
  compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
  }

  /**
   * Takes over what the store says (an undo, another window), unless there is typing that it would destroy. `heardAt`
   * is when the store was heard, in milliseconds: what left it before our last write was answered may be older than
   * that write, and would put an earlier text back.
   */
  takeOver(text: string, heardAt: number): void {
    if (this.hasUnsaved || this.#isComposing || heardAt <= this.#answeredAt) return;
    this.#stored = text;
    if (text === this.#text) return;
    this.#text = text;
    this.#savedAt = null;
    this.#tell();
  }

  /** Writes at once, until all that was typed is on the disk or a write fails; what failed is tried again later. */
  async flush(): Promise<Result<void>> {
    while (this.hasUnsaved) {
      await (this.#underWay ?? this.#start());
      if (this.#failure !== null) return failed(this.#failure);
    }
    return success(undefined);
  }

  /** Answers when everything is on the disk, however long that takes. */
  async whenSaved(): Promise<void> {
    while (!(await this.flush()).ok) await new Promise((resolve) => setTimeout(resolve, retryAfter));
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#underWay !== null) return;
    const waited = Date.now() - (this.#unsavedSince ?? Date.now());
    const wait = this.#failure === null ? Math.max(0, longestWait - waited) : retryAfter;
    this.#timer = setTimeout(() => {
      if (this.#text === this.#stored) this.#rest();
      else void this.#start();
    }, wait);
  }

  /** Typed and taken back again before it was written: there is nothing to write. */
  #rest(): void {
    this.#timer = undefined;
    this.#unsavedSince = null;
    this.#tell();
  }

  #start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unsavedSince = null;
    this.#underWay = this.#attempt(this.#text);
    this.#tell();
    return this.#underWay;
  }

  async #attempt(text: string): Promise<void> {
    const answer = await this.#answerTo(text);
    this.#underWay = null;
    if (answer.ok) {
      this.#stored = text;
      this.#failure = null;
      this.#answeredAt = Date.now();
      this.#savedAt = instantOf(this.#answeredAt);
    } else {
      this.#stored = null;
      this.#failure = answer.failure;
    }
    if (this.#text !== this.#stored) this.#schedule();
    this.#tell();
  }

  async #answerTo(text: string): Promise<Result<unknown>> {
    try {
      return await this.write(text);
    } catch {
      // The wire to main itself broke: its cause is in main's log, and the text is still here to be tried again.
      return failed({ code: 'internal' });
    }
  }

  #look(): AutosaveSnapshot {
    return { text: this.#text, saving: this.#saving() };
  }

  #saving(): SavingState {
    if (this.#failure !== null) return { kind: 'failed', failure: this.#failure };
    return this.hasUnsaved ? { kind: 'saving' } : { kind: 'saved', at: this.#savedAt };
  }

  #tell(): void {
    this.#snapshot = this.#look();
    for (const listener of [...this.#listeners]) listener();
  }
}
