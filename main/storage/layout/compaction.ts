import type { Failure } from '@shared/result';
import { failureOfWriting } from '../disk/disk-failures';
import type { Generation } from './generation';

/** Puts journals into buckets beside everything else, one generation at a time. */
export class Compaction {
  #running: Promise<void> | null = null;
  #isStopped = false;

  /** `onProblem` is told when the disk did not let it. Nothing is lost by that but room; it is tried again later. */
  constructor(private readonly onProblem: (failure: Failure) => void) {}

  /** To be called while nothing is being appended. */
  beginIfDue(generation: Generation | null): void {
    if (generation === null || this.#running !== null || !generation.isCompactionDue) return;
    this.#isStopped = false;
    this.#running = generation
      .compact(() => this.#isStopped)
      .catch((cause: unknown) => {
        this.onProblem(failureOfWriting(cause));
      })
      .finally(() => {
        this.#running = null;
      });
  }

  /** Answers when none is under way any more; what one had not finished stays to be done. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }
}
