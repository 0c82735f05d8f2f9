import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patch } from '@shared/domain/records';
import type { Trip } from '@shared/domain/trip/schema';
import type { TripCounts } from '@shared/ipc/trip-channels';
import type { Result } from '@shared/result';
import { useToday } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import { useAsk, useDo, useRefresh } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';

/** Changes a trip, and answers when the change is on the screen too. */
export function useTripUpdate(tripId: string): (patch: Patch<'trip'>) => Promise<Result<Trip>> {
  const { run } = useDo('trips:update');
  const refresh = useRefresh();
  return useCallback(
    async (patch) => {
      const answer = await run({ id: tripId, patch });
      if (answer.ok) await refresh('trips:get');
      return answer;
    },
    [run, refresh, tripId],
  );
}

/** Moves a trip to the Trash, with the way back in the notification. */
export function useTripTrash(): (trip: Trip) => Promise<boolean> {
  const { t } = useTranslation('actions');
  const { text } = useFormat();
  const { run } = useDo('trips:trash');
  return useCallback(
    async (trip) => {
      const answer = await run({ id: trip.id });
      if (answer.ok) notifyUndoable(t('movedToTrash', { name: text(trip.title) }));
      return answer.ok;
    },
    [run, t, text],
  );
}

/** The trip's counts of items, meetings and follow-ups. */
export function useTripCounts(tripId: string): TripCounts | undefined {
  const today = useToday();
  const { data } = useAsk('trips:counts', { today });
  return useMemo(() => data?.find((counts) => counts.tripId === tripId), [data, tripId]);
}
