import type { Failure } from '@shared/result';

/** Thrown inside a transaction to end it: nothing of it is kept, and the failure is its answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly failure: Failure) {
    super(`Refused: ${failure.code}`);
  }
}
