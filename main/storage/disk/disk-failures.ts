import type { Failure } from '@shared/result';
import { systemCode } from './disk-files';

/** What a failed write means to a person. An error that is not the disk's is a broken invariant and is thrown on. */
export function failureOfWriting(error: unknown): Failure {
  const code = systemCode(error);
  if (code === undefined) throw error;
  return code === 'ENOSPC' || code === 'EDQUOT' ? { code: 'disk-full' } : { code: 'cannot-write', reason: code };
}

/** What a failed read means to a person. An error that is not the disk's is a broken invariant and is thrown on. */
export function failureOfReading(error: unknown): Failure {
  const code = systemCode(error);
  if (code === undefined) throw error;
  return { code: 'cannot-read', reason: code };
}
