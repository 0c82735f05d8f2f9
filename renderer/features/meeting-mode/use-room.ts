import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { neighboursOf, slotsOf } from '@shared/domain/meeting/slots';
import type { MeetingSlot } from '@shared/domain/meeting/slots';
import type { Meeting } from '@shared/domain/meeting/schema';
import { useAsk, useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { fromOf } from './use-open-meeting-now';

interface Room {
  /** The programme item that the meeting is of. */
  readonly item: ItineraryItem | undefined;
  readonly items: readonly ItineraryItem[];
  readonly previous: MeetingSlot | undefined;
  readonly next: MeetingSlot | undefined;
  /** Goes to another meeting and stays in meeting mode; one that is not written down yet is made from its item. */
  readonly goTo: (slot: MeetingSlot | undefined) => Promise<void>;
  readonly goToMeeting: (meetingId: string) => void;
  readonly leave: () => void;
}

const noItems: readonly ItineraryItem[] = [];

/** What surrounds a meeting in meeting mode: its place in the programme, the ones beside it, and the way out. */
export function useRoom(meeting: Meeting): Room {
  const navigate = useNavigate();
  const location = useLocation();
  const { tripId } = meeting;
  const isOnTrip = { enabled: tripId !== null };
  const items = useAsk('itinerary:list', { tripId: tripId ?? '' }, isOnTrip).data ?? noItems;
  const meetings = useAsk('meetings:list', { tripId: tripId ?? '' }, isOnTrip).data;
  const me = useAsk('settings:get', {}).data?.meId ?? null;
  const { run: openForItem } = useDo('meetings:open-for-item');
  const from = fromOf(location.state) ?? paths.meeting(meeting.id);

  const slots = useMemo(() => slotsOf(items, meetings ?? [], me), [items, meetings, me]);
  const { previous, next } = neighboursOf(slots, meeting.id);
  const goToMeeting = useCallback(
    (meetingId: string) => void navigate(paths.room(meetingId), { replace: true, state: { from } }),
    [navigate, from],
  );
  const goTo = useCallback(
    async (slot: MeetingSlot | undefined) => {
      if (slot?.meeting) goToMeeting(slot.meeting.id);
      else if (slot?.item) {
        const opened = await openForItem({ itineraryItemId: slot.item.id });
        if (opened.ok) goToMeeting(opened.value.id);
      }
    },
    [goToMeeting, openForItem],
  );
  return {
    item: items.find(({ id }) => id === meeting.itineraryItemId),
    items,
    previous,
    next,
    goTo,
    goToMeeting,
    leave: () => void navigate(from),
  };
}
