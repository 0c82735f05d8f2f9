import { useMemo } from 'react';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { LocalisedText } from '@shared/domain/values';
import { useAsk } from '../../lib/ipc';
import { inOrder } from './order';
import { isPicture } from '@shared/domain/attachment/rules';

/** The photographs of one meeting, or (without a title) of the trip as a whole. */
export interface PhotographGroup {
  readonly id: string;
  readonly title: LocalisedText | null;
  readonly photographs: readonly Attachment[];
}

/** A trip's photographs in the groups and the order in which its report prints them; undefined until they are known. */
export function useTripPhotographs(tripId: string): readonly PhotographGroup[] | undefined {
  const files = useAsk('attachments:list', {}).data;
  const meetings = useAsk('meetings:list', { tripId }).data;
  return useMemo(() => {
    if (files === undefined || meetings === undefined) return undefined;
    const pictures = files.filter(isPicture);
    const ofMeetings = [...meetings]
      .sort((a, b) => `${a.day} ${a.start ?? ''}`.localeCompare(`${b.day} ${b.start ?? ''}`))
      .map(({ id, title }): PhotographGroup => ({
        id,
        title,
        photographs: inOrder(pictures.filter(({ meetingId }) => meetingId === id)),
      }));
    const ofTrip = pictures.filter((file) => file.tripId === tripId && file.meetingId === null);
    return [...ofMeetings, { id: tripId, title: null, photographs: inOrder(ofTrip) }].filter(
      ({ photographs }) => photographs.length > 0,
    );
  }, [files, meetings, tripId]);
}
