import type { RecordType } from '@shared/domain/records';

export const tripTabs = [
  'overview',
  'programme',
  'delegation',
  'meetings',
  'follow-ups',
  'files',
  'documents',
] as const;
export type TripTab = (typeof tripTabs)[number];

/** The address of every screen, in one place. `…New` opens the screen with its form for a new record. */
export const paths = {
  today: '/today',
  trips: '/trips',
  newTrip: '/trips?new',
  trip: (id: string, tab: TripTab = 'overview') => `/trips/${id}/${tab}`,
  organisations: '/organisations',
  newOrganisation: '/organisations?new',
  organisation: (id: string) => `/organisations/${id}`,
  people: '/people',
  newPerson: '/people?new',
  person: (id: string) => `/people/${id}`,
  followUps: '/follow-ups',
  newFollowUp: '/follow-ups?new',
  followUp: (id: string) => `/follow-ups?open=${id}`,
  meeting: (id: string) => `/meetings/${id}`,
  /** Meeting mode: of the meeting that is on now, or of one. */
  meetingNow: '/room',
  room: (id: string) => `/room/${id}`,
  search: (text = '') => (text === '' ? '/search' : `/search?q=${encodeURIComponent(text)}`),
  /** What two people wrote differently: the list, or one record. */
  conflicts: '/conflicts',
  conflict: ({ type, id }: { readonly type: RecordType; readonly id: string }) => `/conflicts/${type}/${id}`,
  settings: '/settings',
  trash: '/trash',
} as const;

interface Place {
  readonly type: RecordType;
  readonly id: string;
  readonly subject?: { readonly type: RecordType; readonly id: string } | null;
}

/** Where the words of a programme item stand, which its line in the programme does not show. */
export function pathOfItemDetail(tripId: string, itemId: string): string {
  return `${paths.trip(tripId, 'programme')}?show=${itemId}`;
}

/** Where a record is shown: its own page, or the page of what it belongs to; null when it has neither. */
export function pathOf({ type, id, subject }: Place): string | null {
  switch (type) {
    case 'trip':
      return paths.trip(id);
    case 'organisation':
      return paths.organisation(id);
    case 'person':
      return paths.person(id);
    case 'meeting':
      return paths.meeting(id);
    case 'follow-up':
      return paths.followUp(id);
    case 'itinerary-item':
      return subject?.type === 'trip' ? `${paths.trip(subject.id, 'programme')}?item=${id}` : null;
    case 'delegation-member':
      return subject?.type === 'trip' ? paths.trip(subject.id, 'delegation') : null;
    case 'attachment':
      return subject?.type === 'trip' ? paths.trip(subject.id, 'files') : pathOfSubject(subject);
    case 'note':
    case 'note-version':
    case 'affiliation':
    case 'investment-project':
    case 'conflict':
      return pathOfSubject(subject);
    // Chosen where documents are made, and nowhere else.
    case 'document-template':
      return null;
  }
}

function pathOfSubject(subject: Place['subject']): string | null {
  return subject ? pathOf(subject) : null;
}
