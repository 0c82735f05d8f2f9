import { success } from '@shared/result';
import type { Result } from '@shared/result';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Reader } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';

type Item = RecordOf<'itinerary-item'>;
type Meeting = RecordOf<'meeting'>;

const kindOfMeeting = {
  meeting: 'meeting',
  'site-visit': 'visit',
  'courtesy-call': 'visit',
  banquet: 'banquet',
  transport: 'meeting',
  hotel: 'meeting',
  internal: 'meeting',
  free: 'meeting',
} as const satisfies Record<Item['kind'], Meeting['kind']>;

/** The meeting of a programme item; made with the item's people, place and times when there is none yet. */
export async function openMeetingForItem(context: ServiceContext, itineraryItemId: RecordId): Promise<Result<Meeting>> {
  const [found] = context.store.naming('meeting', 'itineraryItemId', itineraryItemId);
  if (found !== undefined) return success(found);
  return context.store.transact(intend(context, 'create', 'meeting'), (tx) => {
    // Looked for again: two quick presses of the key must not make two meetings.
    const [made] = tx.naming('meeting', 'itineraryItemId', itineraryItemId);
    if (made !== undefined) return made;
    const item = tx.existing('itinerary-item', itineraryItemId);
    return tx.create('meeting', {
      tripId: item.tripId,
      itineraryItemId,
      kind: kindOfMeeting[item.kind],
      title: item.title,
      organisationIds: item.hostOrganisationId === null ? [] : [item.hostOrganisationId],
      day: item.day,
      start: item.start,
      end: item.endDay === null ? item.end : null,
      zone: item.zone,
      ourAttendeeIds: item.participantIds.length > 0 ? item.participantIds : delegationOf(tx, item.tripId),
      theirAttendeeIds: item.hostContactIds,
      classification: item.classification,
    });
  });
}

/** The people of a trip's delegation in order of precedence. */
export function delegationOf(reader: Reader, tripId: RecordId): RecordId[] {
  return [...reader.naming('delegation-member', 'tripId', tripId)]
    .sort((one, other) => one.precedence - other.precedence)
    .map((member) => member.personId);
}
