import type { Failure, Result } from '@shared/result';
import { failed, success } from '@shared/result';

/** Why a bundle cannot be written or read; thrown through the streams that it is made of. */
export class BundleTrouble extends Error {
  override readonly name = 'BundleTrouble';

  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure.code, options);
  }
}

export function damaged(cause?: unknown): BundleTrouble {
  return new BundleTrouble({ code: 'bundle-damaged' }, { cause });
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new BundleTrouble({ code: 'cancelled' });
}

/** What work on a bundle ended in. Errors of the disk are failures, too; what is neither is thrown on. */
export async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await work());
  } catch (cause) {
    return failed(failureOf(cause));
  }
}

function failureOf(cause: unknown): Failure {
  if (cause instanceof BundleTrouble) return cause.failure;
  const code = systemCode(cause);
  if (code === undefined) throw cause;
  return code === 'ENOSPC' || code === 'EDQUOT' ? { code: 'disk-full' } : { code: 'cannot-read', reason: code };
}

/** The error code of the system (`ENOENT`), or undefined for an error that is not the disk's. */
export function systemCode(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('syscall' in cause) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
