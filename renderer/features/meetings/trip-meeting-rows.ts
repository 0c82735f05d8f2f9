import { compareByTime } from '@shared/domain/itinerary-item/rules';
import type { ItineraryItem, ItineraryKind } from '@shared/domain/itinerary-item/schema';
import type { Meeting } from '@shared/domain/meeting/schema';
import { compareMeetings } from './order';

/** A line of a trip's meetings: one that was written down, or an item of the programme that none was written for yet. */
export type TripMeetingRow =
  | { readonly kind: 'meeting'; readonly id: string; readonly meeting: Meeting }
  | { readonly kind: 'item'; readonly id: string; readonly item: ItineraryItem };

/** What somebody is met at; a train and a hotel want no record of what was said. */
const metAt: readonly ItineraryKind[] = ['meeting', 'site-visit', 'courtesy-call', 'banquet'];

/** The meetings of a trip and the programme's items without one, in the order of their times. */
export function tripMeetingRows(meetings: readonly Meeting[], items: readonly ItineraryItem[]): TripMeetingRow[] {
  const written = new Set(meetings.map(({ itineraryItemId }) => itineraryItemId));
  const rows: TripMeetingRow[] = meetings.map((meeting) => ({ kind: 'meeting', id: meeting.id, meeting }));
  for (const item of [...items].sort(compareByTime)) {
    if (item.status === 'cancelled' || !metAt.includes(item.kind) || written.has(item.id)) continue;
    rows.push({ kind: 'item', id: item.id, item });
  }
  return rows.sort((one, other) => compareMeetings(timeOf(one), timeOf(other)));
}

function timeOf(row: TripMeetingRow): Pick<Meeting, 'day' | 'start' | 'id'> {
  return row.kind === 'meeting' ? row.meeting : row.item;
}
