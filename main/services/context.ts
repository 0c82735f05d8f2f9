import type { Instant } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import type { ChangeVerb, Intent, Store } from '../storage/store';
import type { RecordType } from '@shared/domain/records';

/** What use cases work with; clock and ids are given, so that tests can set them. */
export interface ServiceContext {
  readonly store: Store;
  readonly now: () => Instant;
  readonly newId: () => RecordId;
  /** The officer at this laptop: the person record that changes are signed with. */
  readonly me: () => RecordId;
}

/** What is about to be done, signed by the officer at this laptop. */
export function intend(context: ServiceContext, verb: ChangeVerb, type: RecordType, mergeKey?: string): Intent {
  return { by: context.me(), verb, type, ...(mergeKey === undefined ? {} : { mergeKey }) };
}
