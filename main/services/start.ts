import type { Instant } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import type { StartState, StoreNotice } from '@shared/ipc/app-channels';
import type { Result } from '@shared/result';
import type { Reader } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';
import { createOfficer } from './officer';

/** A store in which nothing was ever made, not even its officer. */
export function isFresh(reader: Reader): boolean {
  return reader.all('person').length === 0 && reader.all('trip').length === 0 && reader.trashed('person').length === 0;
}

export function startState(reader: Reader, suggestedName: string, notices: readonly StoreNotice[]): StartState {
  return isFresh(reader)
    ? { kind: 'fresh', suggestedName, notices: [...notices] }
    : { kind: 'ready', notices: [...notices] };
}

export function startEmpty(context: ServiceContext, name: string): Promise<Result<void>> {
  return context.store.transact(intend(context, 'import', 'person'), (tx) => {
    createOfficer(tx, context.me(), name);
  });
}

/**
 * Who works at this laptop when its settings do not say, or name nobody in the store (after a restored backup): the
 * colleague of our own side who changed something last.
 */
export function lastOfficer(reader: Reader): RecordId | undefined {
  const ours = new Set(
    reader
      .all('person')
      .filter((person) => person.side === 'ours')
      .map((person) => person.id),
  );
  let last: { by: RecordId; at: Instant } | undefined;
  for (const type of ['trip', 'itinerary-item', 'meeting', 'note', 'follow-up', 'person', 'organisation'] as const) {
    for (const { updatedBy, updatedAt } of reader.all(type)) {
      if (ours.has(updatedBy) && (last === undefined || updatedAt > last.at)) last = { by: updatedBy, at: updatedAt };
    }
  }
  return last?.by;
}
