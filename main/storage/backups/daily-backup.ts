import { performance } from 'node:perf_hooks';
import type { Instant } from '@shared/dates';
import type { Failure } from '@shared/result';
import { failureOfWriting } from '../disk/disk-failures';
import { SealWiped } from '../seal/sealed';
import type { Snapshot } from '../snapshot';
import { localDayOf } from './backup-names';
import type { BackupShelf } from './backup-shelf';
import type { OtherFolder } from './other-folder';
import { Cancelled } from './unhurried';

export interface DailyBackupParts {
  readonly shelf: BackupShelf;
  readonly other: OtherFolder;
  readonly ready: () => Promise<void>;
  readonly snapshot: () => Snapshot;
  readonly clock: () => Instant;
  /** Milliseconds that only ever grow; a clock that is set back must not keep a failed backup from being tried again. */
  readonly elapsed?: (() => number) | undefined;
}

const aMinute = 60_000;
const longestWait = 15 * aMinute;
/** How often the other disk is looked at, at the most. */
const betweenLooks = aMinute;

/**
 * Keeps the store after each day's first change, beside everything else that goes on: no save waits for it. One that
 * fails is remembered and tried again with the next change; if it fails again and again, not with every single one.
 */
export class DailyBackup {
  problem: Failure | null = null;
  readonly #parts: DailyBackupParts;
  readonly #ending = new AbortController();
  #running: Promise<void> | null = null;
  #doneFor: string | null = null;
  #minute = '';
  #isDone = false;
  #failures = 0;
  #nextTry = 0;
  #nextLook = 0;
  #later: NodeJS.Timeout | null = null;

  constructor(parts: DailyBackupParts) {
    this.#parts = parts;
  }

  /** To be called when a change is on the disk. */
  changed(): void {
    if (this.#ending.signal.aborted) return;
    const now = this.#now();
    const isDue = !this.#isDoneToday() && now >= this.#nextTry;
    const hasOther = this.#parts.shelf.places.chosen() !== null;
    if (this.#running === null && (isDue || (hasOther && now >= this.#nextLook))) {
      this.#nextLook = now + betweenLooks;
      this.#running = this.#work(isDue).finally(() => {
        this.#running = null;
      });
    } else if (hasOther && this.#later === null) {
      // This may be the day's last change, a photograph say, and must not wait for another one.
      this.#later = setTimeout(() => {
        this.#later = null;
        this.changed();
      }, betweenLooks).unref();
    }
  }

  /** Answers when nothing of it is under way any more; what takes longer than `patience` milliseconds is broken off. */
  async end(patience: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#ending.abort();
    }, patience);
    await this.#running;
    clearTimeout(timer);
    clearTimeout(this.#later ?? undefined);
    this.#ending.abort();
  }

  /** Answers when what is under way now is done. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #work(isDue: boolean): Promise<void> {
    const { other } = this.#parts;
    const watch = { signal: this.#ending.signal };
    try {
      if (isDue) await this.#keepToday();
      await other.visit(watch);
    } catch (cause) {
      // Locked or closed meanwhile: the next change of the day begins it anew.
      if (!(cause instanceof Cancelled) && !(cause instanceof SealWiped)) throw cause;
    }
  }

  async #keepToday(): Promise<void> {
    const { shelf, ready, snapshot, clock } = this.#parts;
    const today = localDayOf(clock());
    try {
      const made = await shelf.list();
      const isMade = made.some(
        ({ reason, madeAt, isOwn, isDamaged }) =>
          reason === 'daily' && isOwn && !isDamaged && localDayOf(madeAt) === today,
      );
      if (!isMade) {
        await ready();
        await shelf.keep(snapshot(), 'daily', { signal: this.#ending.signal });
      }
      this.#doneFor = today;
      this.#minute = '';
      this.problem = null;
      this.#failures = 0;
    } catch (cause) {
      if (cause instanceof Cancelled || cause instanceof SealWiped) throw cause;
      this.problem = failureOfWriting(cause);
      this.#failures += 1;
      // The very next change tries again; a disk that stays full is then given some time.
      const wait = this.#failures === 1 ? 0 : Math.min(longestWait, aMinute * 2 ** (this.#failures - 2));
      this.#nextTry = this.#now() + wait;
    }
  }

  /** Asked at every change: which day it is here takes longer to find out than to save, so it is asked once a minute. */
  #isDoneToday(): boolean {
    const moment = this.#parts.clock();
    const minute = moment.slice(0, 'yyyy-MM-ddThh:mm'.length);
    if (this.#doneFor === null || minute !== this.#minute) {
      this.#minute = minute;
      this.#isDone = this.#doneFor === localDayOf(moment);
    }
    return this.#isDone;
  }

  #now(): number {
    return (this.#parts.elapsed ?? (() => performance.now()))();
  }
}
