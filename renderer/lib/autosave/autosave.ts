import { instantOf } from '@shared/dates';
import type { Instant } from '@shared/dates';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';

/** How far the writing is. `saved` is said only of what main has answered for; it has no time while nothing was typed. */
export type SavingState =
  | { readonly kind: 'saved'; readonly at?: Instant }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface AutosaveSnapshot<V> {
  readonly value: V;
  readonly saving: SavingState;
}

/** From the first change that no write carries yet to the write that takes it along, in milliseconds. */
const longestWait = 200;
/** How long a refused write rests before it is tried again: longer each time, in milliseconds. */
const retryAfter = [1000, 2000, 4000, 8000, 15_000] as const;

interface AutosaveOptions<V> {
  /** What is on the disk now. */
  readonly stored: V;
  readonly write: (value: V) => Promise<Result<unknown>>;
  /** For values that are not compared by themselves: lists, texts in several scripts. */
  readonly isSame?: (one: V, other: V) => boolean;
}

/**
 * Keeps one text, or the value of one field, on the disk while it is typed. The first unsaved letter starts the clock
 * and later ones do not put it off, so that somebody who never pauses is written as often as somebody who does. One
 * write is under way at a time, so that an older text can never land on a newer one; what was typed meanwhile goes
 * next. A failure is tried again until it succeeds, with the newest text each time.
 */
export class Autosave<V> {
  #value: V;
  /** What is on the disk for certain; null when a write failed, since it may have got there all the same. */
  #stored: { readonly value: V } | null;
  #unsavedSince: number | null = null;
  #underWay: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failure: Failure | null = null;
  #savedAt: Instant | null = null;
  #answeredAt = 0;
  #isComposing = false;
  #isGivenUp = false;
  /** How often in a row a write was refused. */
  #refusals = 0;
  #savingNow: SavingState = { kind: 'saved' };
  #snapshot: AutosaveSnapshot<V>;
  readonly #write: AutosaveOptions<V>['write'];
  readonly #isSame: (one: V, other: V) => boolean;
  readonly #listeners = new Set<() => void>();

  constructor({ stored, write, isSame = Object.is }: AutosaveOptions<V>) {
    this.#value = stored;
    this.#stored = { value: stored };
    this.#write = write;
    this.#isSame = isSame;
    this.#snapshot = this.#look();
  }

  /** The same object until something changes. */
  readonly snapshot = (): AutosaveSnapshot<V> => this.#snapshot;

  /** Only how far the writing is; the same object until that changes, which typing by itself does not. */
  readonly saving = (): SavingState => this.#savingNow;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get hasUnsaved(): boolean {
    return this.#underWay !== null || !this.#isOnDisk;
  }

  get #isOnDisk(): boolean {
    return this.#stored !== null && this.#isSame(this.#value, this.#stored.value);
  }

  /** Takes what the person has typed: the whole text, or value, as it stands now. */
  type(value: V): void {
    if (this.#isSame(value, this.#value)) return;
    this.#value = value;
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
  takeOver(stored: V, heardAt: number): void {
    if (this.hasUnsaved || this.#isComposing || heardAt <= this.#answeredAt) return;
    if (this.#isSame(stored, this.#value)) {
      this.#stored = { value: this.#value };
      return;
    }
    this.#stored = { value: stored };
    this.#value = stored;
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
    while (!(await this.flush()).ok) await new Promise((resolve) => setTimeout(resolve, this.#rest));
  }

  /** Tries at once what was refused: somebody is back at the window, and may have made room. */
  retry(): void {
    if (this.#failure !== null && this.#underWay === null && !this.#isGivenUp) void this.#start();
  }

  /** How long to wait before what was refused is tried again. */
  get #rest(): number {
    return retryAfter[Math.min(this.#refusals, retryAfter.length) - 1] ?? retryAfter[0];
  }

  /** Tries no more: what is unsaved was refused for what it says, and nobody is there any more to put it right. */
  giveUp(): void {
    this.#isGivenUp = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#underWay !== null || this.#isGivenUp) return;
    const waited = Date.now() - (this.#unsavedSince ?? Date.now());
    const wait = this.#failure === null ? Math.max(0, longestWait - waited) : this.#rest;
    this.#timer = setTimeout(() => {
      if (this.#isOnDisk) this.#forgetTyping();
      else void this.#start();
    }, wait);
  }

  /** Typed and taken back again before it was written: there is nothing to write. */
  #forgetTyping(): void {
    this.#timer = undefined;
    this.#unsavedSince = null;
    this.#tell();
  }

  #start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unsavedSince = null;
    this.#underWay = this.#attempt(this.#value);
    this.#tell();
    return this.#underWay;
  }

  async #attempt(value: V): Promise<void> {
    const answer = await this.#answerTo(value);
    this.#underWay = null;
    if (answer.ok) {
      this.#stored = { value };
      this.#failure = null;
      this.#refusals = 0;
      this.#answeredAt = Date.now();
      this.#savedAt = instantOf(this.#answeredAt);
    } else {
      this.#stored = null;
      this.#failure = answer.failure;
      this.#refusals += 1;
    }
    if (!this.#isOnDisk) this.#schedule();
    this.#tell();
  }

  async #answerTo(value: V): Promise<Result<unknown>> {
    try {
      return await this.#write(value);
    } catch {
      // The wire to main itself broke: its cause is in main's log, and the value is still here to be tried again.
      return failed({ code: 'internal' });
    }
  }

  #look(): AutosaveSnapshot<V> {
    const saving = this.#saving();
    if (!isSameSaving(saving, this.#savingNow)) this.#savingNow = saving;
    return { value: this.#value, saving: this.#savingNow };
  }

  #saving(): SavingState {
    if (this.#failure !== null) return { kind: 'failed', failure: this.#failure };
    if (this.hasUnsaved) return { kind: 'saving' };
    return this.#savedAt === null ? { kind: 'saved' } : { kind: 'saved', at: this.#savedAt };
  }

  #tell(): void {
    this.#snapshot = this.#look();
    for (const listener of [...this.#listeners]) listener();
  }
}

function isSameSaving(one: SavingState, other: SavingState): boolean {
  if (one.kind === 'failed') return other.kind === 'failed' && one.failure === other.failure;
  if (one.kind === 'saved') return other.kind === 'saved' && one.at === other.at;
  return other.kind === one.kind;
}
