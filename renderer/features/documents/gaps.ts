import type { DelegationMember } from '@shared/domain/delegation-member/schema';
import { isClosed } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Meeting } from '@shared/domain/meeting/schema';
import type { Trip } from '@shared/domain/trip/schema';
import { paths } from '../../lib/paths';

/** What a reader of the report would miss. */
export const gapKinds = [
  'reference',
  'purpose',
  'objectives',
  'delegation',
  'head',
  'programme',
  'unwritten-meetings',
  'draft-meetings',
  'outcomes',
  'observations',
  'conclusions',
  'follow-ups',
  'owners',
  'due-days',
] as const;
export type GapKind = (typeof gapKinds)[number];

export interface Gap {
  readonly kind: GapKind;
  readonly count: number;
  /** Where it can be mended. */
  readonly to: string;
}

interface TripParts {
  readonly trip: Trip;
  readonly members: readonly DelegationMember[];
  readonly items: readonly ItineraryItem[];
  readonly meetings: readonly Meeting[];
  readonly followUps: readonly FollowUp[];
}

/** What the report of a trip still lacks, in the report's own order. */
export function gapsOf({ trip, members, items, meetings, followUps }: TripParts): Gap[] {
  const overview = paths.trip(trip.id, 'overview');
  const written = new Set(meetings.map(({ itineraryItemId }) => itineraryItemId));
  const visits = items.filter(({ kind, status }) => status !== 'cancelled' && visitKinds.includes(kind));
  const drafts = meetings.filter(({ status }) => status === 'draft');
  const withoutOutcome = meetings.filter(({ outcome }) => isBlank(outcome));
  const open = followUps.filter((followUp) => !isClosed(followUp));
  const toMeetings = (some: readonly Meeting[]): string => {
    const [only, another] = some;
    return only && !another ? paths.meeting(only.id) : paths.trip(trip.id, 'meetings');
  };
  const found: [GapKind, number, string][] = [
    ['reference', Number(isBlank(trip.reference)), overview],
    ['purpose', Number(isBlank(trip.purpose)), overview],
    ['objectives', Number(trip.objectives.every(isBlank)), overview],
    ['delegation', Number(members.length === 0), paths.trip(trip.id, 'delegation')],
    [
      'head',
      Number(members.length > 0 && !members.some(({ role }) => role === 'head')),
      paths.trip(trip.id, 'delegation'),
    ],
    ['programme', Number(items.length === 0), paths.trip(trip.id, 'programme')],
    ['unwritten-meetings', visits.filter(({ id }) => !written.has(id)).length, paths.trip(trip.id, 'meetings')],
    ['draft-meetings', drafts.length, toMeetings(drafts)],
    ['outcomes', withoutOutcome.length, toMeetings(withoutOutcome)],
    ['observations', Number(isBlank(trip.observations)), overview],
    ['conclusions', Number(isBlank(trip.conclusions)), overview],
    ['follow-ups', Number(meetings.length > 0 && followUps.length === 0), paths.trip(trip.id, 'follow-ups')],
    ['owners', open.filter(({ ownerId }) => ownerId === null).length, paths.trip(trip.id, 'follow-ups')],
    ['due-days', open.filter(({ due }) => due === null).length, paths.trip(trip.id, 'follow-ups')],
  ];
  return found.filter(([, count]) => count > 0).map(([kind, count, to]) => ({ kind, count, to }));
}

const visitKinds: readonly ItineraryItem['kind'][] = ['meeting', 'site-visit', 'courtesy-call', 'banquet'];

function isBlank(text: string): boolean {
  return text.trim() === '';
}
