import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { wallClockAt } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Meeting } from '@shared/domain/meeting/schema';
import { slotsOf } from '@shared/domain/meeting/slots';
import type { Trip } from '@shared/domain/trip/schema';
import { useNow } from '../../lib/clock';
import { useAsk, useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';

/** What is over and not finished: meetings whose notes are a draft, and what the programme had without any note. */
interface Unfinished {
  readonly drafts: readonly Meeting[];
  readonly unwritten: readonly ItineraryItem[];
}

/** What is to be finished of meetings that have ended; one that is on or still to come is not yet. */
export function useUnfinished(trips: readonly Trip[], meetings: readonly Meeting[]): Unfinished {
  // One trip is under way; of two at once the first is looked at, the other is on its own page.
  const trip = trips[0];
  const items = useAsk('itinerary:list', { tripId: trip?.id ?? '' }, { enabled: trip !== undefined }).data;
  const now = useNow();
  return useMemo(() => {
    const moment = Date.parse(now);
    const slots = slotsOf(items ?? [], meetings, null);
    // Slots have one meeting for an item; a second one (made on another computer) is to be finished too.
    const spans = new Map(slots.map(({ meeting, item, span }) => [item?.id ?? meeting?.id, span]));
    return {
      drafts: meetings.filter((meeting) => {
        if (meeting.status !== 'draft') return false;
        const span = spans.get(meeting.itineraryItemId ?? meeting.id) ?? spans.get(meeting.id) ?? null;
        return span === null ? meeting.day <= wallClockAt(now, meeting.zone).day : span.ends <= moment;
      }),
      // Internal items need no note.
      unwritten: slots.flatMap(({ item, meeting, span }) =>
        item !== null && meeting === null && item.kind !== 'internal' && span !== null && span.ends <= moment
          ? [item]
          : [],
      ),
    };
  }, [items, meetings, now]);
}

/** Opens the note of a programme item; its meeting is made when there is none yet. */
export function useOpenItem(): (itineraryItemId: string) => Promise<void> {
  const navigate = useNavigate();
  const { run } = useDo('meetings:open-for-item');
  return useCallback(
    async (itineraryItemId) => {
      const opened = await run({ itineraryItemId });
      if (opened.ok) void navigate(paths.meeting(opened.value.id));
    },
    [navigate, run],
  );
}
