import { useMemo } from 'react';
import { useAsk } from '../../lib/ipc';
import { gapsOf } from './gaps';
import type { Gap } from './gaps';

/** What the report of a trip still lacks; undefined until everything has been read. */
export function useGaps(tripId: string): readonly Gap[] | undefined {
  const { data: trip } = useAsk('trips:get', { id: tripId });
  const { data: members } = useAsk('delegation:list', { tripId });
  const { data: items } = useAsk('itinerary:list', { tripId });
  const { data: meetings } = useAsk('meetings:list', { tripId });
  const { data: followUps } = useAsk('follow-ups:list', { tripId });
  return useMemo(
    () =>
      trip && members && items && meetings && followUps
        ? gapsOf({ trip, members, items, meetings, followUps })
        : undefined,
    [trip, members, items, meetings, followUps],
  );
}
