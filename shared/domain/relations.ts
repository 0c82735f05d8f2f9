import type { RecordType } from './records';

/**
 * How one kind of record names another. `part`: it belongs to that record, goes to the Trash with it and comes back
 * with it. `link`: it only mentions it, and goes on mentioning it when that one is in the Trash.
 */
export interface Relation {
  readonly from: RecordType;
  readonly field: string;
  readonly to: RecordType;
  readonly kind: 'part' | 'link';
}

const part = (from: RecordType, field: string, to: RecordType): Relation => ({ from, field, to, kind: 'part' });
const link = (from: RecordType, field: string, to: RecordType): Relation => ({ from, field, to, kind: 'link' });

/** Every reference between records; a field holds one id, a list of ids, or null. */
export const relations: readonly Relation[] = [
  part('delegation-member', 'tripId', 'trip'),
  link('delegation-member', 'personId', 'person'),
  part('itinerary-item', 'tripId', 'trip'),
  link('itinerary-item', 'hostOrganisationId', 'organisation'),
  link('itinerary-item', 'hostContactIds', 'person'),
  link('itinerary-item', 'participantIds', 'person'),
  link('itinerary-item', 'interpreterId', 'person'),
  link('organisation', 'parentId', 'organisation'),
  link('organisation', 'accountManagerId', 'person'),
  link('person', 'photographId', 'attachment'),
  link('person', 'cardImageIds', 'attachment'),
  part('affiliation', 'personId', 'person'),
  part('affiliation', 'organisationId', 'organisation'),
  part('meeting', 'tripId', 'trip'),
  link('meeting', 'itineraryItemId', 'itinerary-item'),
  link('meeting', 'organisationIds', 'organisation'),
  link('meeting', 'ourAttendeeIds', 'person'),
  link('meeting', 'theirAttendeeIds', 'person'),
  part('note', 'meetingId', 'meeting'),
  part('note', 'organisationId', 'organisation'),
  part('note', 'personId', 'person'),
  part('note', 'tripId', 'trip'),
  part('note-version', 'noteId', 'note'),
  link('follow-up', 'ownerId', 'person'),
  part('follow-up', 'tripId', 'trip'),
  link('follow-up', 'meetingId', 'meeting'),
  link('follow-up', 'organisationId', 'organisation'),
  link('follow-up', 'personId', 'person'),
  link('follow-up', 'projectId', 'investment-project'),
  link('follow-up', 'noteId', 'note'),
  part('investment-project', 'organisationId', 'organisation'),
  part('attachment', 'tripId', 'trip'),
  part('attachment', 'meetingId', 'meeting'),
  part('attachment', 'organisationId', 'organisation'),
  part('attachment', 'personId', 'person'),
  part('attachment', 'documentTemplateId', 'document-template'),
  link('document-template', 'letterheadId', 'attachment'),
];

/** The ids that a record names through one relation. */
export function idsAt(record: Readonly<Record<string, unknown>>, field: string): string[] {
  const value = record[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}
