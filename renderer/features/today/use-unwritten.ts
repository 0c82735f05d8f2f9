import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Meeting } from '@shared/domain/meeting/schema';
import { slotsOf } from '@shared/domain/meeting/slots';
import type { Trip } from '@shared/domain/trip/schema';
import { useNow } from '../../lib/clock';
import { useAsk, useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';

/** What these trips have had in their programme without anything being written down of it; internal items need none. */
export function useUnwritten(trips: readonly Trip[], meetings: readonly Meeting[]): readonly ItineraryItem[] {
  // One trip is under way; of two at once the first is looked at, the other is on its own page.
  const trip = trips[0];
  const items = useAsk('itinerary:list', { tripId: trip?.id ?? '' }, { enabled: trip !== undefined }).data;
  const now = Date.parse(useNow());
  return useMemo(
    () =>
      slotsOf(items ?? [], meetings, null).flatMap(({ item, meeting, span }) =>
        item !== null && meeting === null && item.kind !== 'internal' && span !== null && span.ends <= now
          ? [item]
          : [],
      ),
    [items, meetings, now],
  );
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
