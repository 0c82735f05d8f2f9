import { momentOf } from '../../dates';
import { spanOf } from '../itinerary-item/rules';
import type { ItineraryItem, ItineraryKind } from '../itinerary-item/schema';
import type { RecordId } from '../values';
import type { Meeting } from './schema';

/** What something is written down about; nobody takes notes of a train, a hotel or free time. */
const notedKinds: ReadonlySet<ItineraryKind> = new Set([
  'meeting',
  'site-visit',
  'courtesy-call',
  'banquet',
  'internal',
]);

/** How long a meeting is taken to last whose end nobody has set yet, in milliseconds. */
const unsetLength = 2 * 3_600_000;

/** One meeting on the line of time: an item of the programme, what was written of it, or both. */
export interface MeetingSlot {
  readonly item: ItineraryItem | null;
  readonly meeting: Meeting | null;
  /** Moments in milliseconds; null for a meeting of which only the day is known. */
  readonly span: { readonly begins: number; readonly ends: number } | null;
  /** Whether the officer takes part: an item without participants is for the whole delegation. */
  readonly isMine: boolean;
}

/** Whether a programme item is something that notes are taken of. */
export function isNoted(item: Pick<ItineraryItem, 'kind' | 'status'>): boolean {
  return item.status !== 'cancelled' && notedKinds.has(item.kind);
}

/**
 * The meetings of the programme and those beside it, each once, in the order of time. The programme says when an item
 * takes place, even if its record was begun before the item was moved.
 */
export function slotsOf(
  items: readonly ItineraryItem[],
  meetings: readonly Meeting[],
  me: RecordId | null,
): MeetingSlot[] {
  const written = new Map<string, Meeting>();
  for (const meeting of meetings) {
    if (meeting.itineraryItemId !== null) written.set(meeting.itineraryItemId, meeting);
  }
  const noted = items.filter((item) => isNoted(item) || (written.has(item.id) && item.status !== 'cancelled'));
  const planned = noted.map((item): MeetingSlot => ({
    item,
    meeting: written.get(item.id) ?? null,
    span: spanOf(item),
    isMine: item.participantIds.length === 0 || (me !== null && item.participantIds.includes(me)),
  }));
  const known = new Set(noted.map(({ id }) => id));
  const apart = meetings
    .filter(({ itineraryItemId }) => itineraryItemId === null || !known.has(itineraryItemId))
    .map((meeting): MeetingSlot => ({ item: null, meeting, span: spanOfMeeting(meeting), isMine: true }));
  return [...planned, ...apart].sort(compareSlots);
}

function spanOfMeeting({ day, start, end, zone }: Meeting): MeetingSlot['span'] {
  if (start === null) return null;
  const begins = Date.parse(momentOf(day, start, zone));
  return { begins, ends: end === null ? begins + unsetLength : Date.parse(momentOf(day, end, zone)) };
}

function compareSlots(one: MeetingSlot, other: MeetingSlot): number {
  return (
    orderOf(one) - orderOf(other) ||
    (one.span?.ends ?? Infinity) - (other.span?.ends ?? Infinity) ||
    idOf(one).localeCompare(idOf(other))
  );
}

/** A meeting of which only the day is known stands at the end of that day. */
function orderOf({ span, meeting }: MeetingSlot): number {
  if (span !== null) return span.begins;
  return meeting === null ? Infinity : Date.parse(`${meeting.day}T23:59:59.999Z`);
}

function idOf({ item, meeting }: MeetingSlot): string {
  return item?.id ?? meeting?.id ?? '';
}

/** The meetings before and after one of them. */
export function neighboursOf(
  slots: readonly MeetingSlot[],
  meetingId: RecordId,
): { readonly previous: MeetingSlot | undefined; readonly next: MeetingSlot | undefined } {
  const at = slots.findIndex(({ meeting }) => meeting?.id === meetingId);
  return { previous: at === -1 ? undefined : slots[at - 1], next: at === -1 ? undefined : slots[at + 1] };
}

/** What begins next in the programme after a moment, notes or not: the car that leaves counts too. */
export function nextItemAfter(
  items: readonly ItineraryItem[],
  at: number,
  exceptId: RecordId | null,
): ItineraryItem | undefined {
  return items
    .filter((item) => item.status !== 'cancelled' && item.kind !== 'hotel' && item.kind !== 'free')
    .filter((item) => item.id !== exceptId && spanOf(item).begins > at)
    .sort((one, other) => spanOf(one).begins - spanOf(other).begins)[0];
}
