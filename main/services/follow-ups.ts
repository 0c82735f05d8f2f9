import type { Patch, RecordType } from '@shared/domain/records';
import type { ServiceContext } from './context';

/** Done is done at a moment: the status of a follow-up carries `doneAt` with it. */
export function settleFollowUp<T extends RecordType>(context: ServiceContext, patch: Patch<T>): Patch<T> {
  if (!('status' in patch)) return patch;
  return { ...patch, doneAt: patch.status === 'done' ? context.now() : null };
}
