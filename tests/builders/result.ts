import type { Result } from '@shared/result';

/** The value of a result that must be a success. */
export function valueOf<V>(result: Result<V>): V {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}
