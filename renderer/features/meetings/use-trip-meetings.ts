import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { isClosed } from '@shared/domain/follow-up/rules';
import { useAsk, useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { tripMeetingRows } from './trip-meeting-rows';
import type { TripMeetingRow } from './trip-meeting-rows';

interface TripMeetingList {
  readonly rows: readonly TripMeetingRow[];
  readonly isLoading: boolean;
  /** How many follow-ups of a meeting are still to be done. */
  readonly openFollowUps: (meetingId: string) => number;
  /** Goes to the meeting; one that is not there yet is made from its programme item. */
  readonly open: (row: TripMeetingRow) => Promise<void>;
}

/** The meetings of one trip, written down or still to be. */
export function useTripMeetings(tripId: string): TripMeetingList {
  const navigate = useNavigate();
  const meetings = useAsk('meetings:list', { tripId });
  const items = useAsk('itinerary:list', { tripId });
  const followUps = useAsk('follow-ups:list', { tripId });
  const { run: openForItem } = useDo('meetings:open-for-item');

  const rows = useMemo(() => tripMeetingRows(meetings.data ?? [], items.data ?? []), [meetings.data, items.data]);
  const counts = useMemo(() => {
    const open = new Map<string, number>();
    for (const followUp of followUps.data ?? []) {
      if (followUp.meetingId === null || isClosed(followUp)) continue;
      open.set(followUp.meetingId, (open.get(followUp.meetingId) ?? 0) + 1);
    }
    return open;
  }, [followUps.data]);
  const open = useCallback(
    async (row: TripMeetingRow) => {
      if (row.kind === 'meeting') {
        void navigate(paths.meeting(row.id));
        return;
      }
      const made = await openForItem({ itineraryItemId: row.id });
      if (made.ok) void navigate(paths.meeting(made.value.id));
    },
    [navigate, openForItem],
  );
  return {
    rows,
    isLoading: meetings.isPending || items.isPending,
    openFollowUps: useCallback((meetingId) => counts.get(meetingId) ?? 0, [counts]),
    open,
  };
}
