import { useCallback, useEffect, useRef } from 'react';
import { chinaTime, instantOf, timeZoneHere, wallClockAt } from '@shared/dates';
import type { TimeZone } from '@shared/dates';
import type { Subject } from '@shared/ipc/subject';
import { useAsk } from '../../lib/ipc';

/** The time on the clock where the note is taken: that of the meeting's place, wherever the laptop's clock is. */
export function useTimeOfPlace({ type, id }: Subject): () => string {
  const meeting = useAsk('meetings:get', { id }, { enabled: type === 'meeting' });
  const zone = type === 'meeting' ? (meeting.data?.zone ?? chinaTime) : timeZoneHere();
  const latest = useRef<TimeZone>(zone);
  useEffect(() => {
    latest.current = zone;
  });
  return useCallback(() => wallClockAt(instantOf(Date.now()), latest.current).time, []);
}
