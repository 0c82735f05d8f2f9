import { useMemo } from 'react';
import type { Meeting } from '@shared/domain/meeting/schema';
import { useAsk } from '../../lib/ipc';
import { compareMeetings } from './order';

interface Neighbours {
  readonly previous: Meeting | undefined;
  readonly next: Meeting | undefined;
}

/** The meetings of the same trip that took place before and after this one. */
export function useNeighbours({ id, tripId }: Meeting): Neighbours {
  const { data: meetings } = useAsk('meetings:list', { tripId: tripId ?? '' }, { enabled: tripId !== null });
  return useMemo(() => {
    const ordered = [...(meetings ?? [])].sort(compareMeetings);
    const at = ordered.findIndex((meeting) => meeting.id === id);
    return { previous: at === -1 ? undefined : ordered[at - 1], next: at === -1 ? undefined : ordered[at + 1] };
  }, [meetings, id]);
}
