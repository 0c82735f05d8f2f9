import { useMemo } from 'react';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { useAsk } from '../../lib/ipc';

/** Whose follow-ups are meant: those of one trip, organisation, person or meeting, or those that one of us owns. */
export interface FollowUpFilter {
  readonly tripId?: string;
  readonly organisationId?: string;
  readonly personId?: string;
  readonly meetingId?: string;
  readonly ownerId?: string;
}

export type FollowUpLinks = Pick<FollowUp, 'tripId' | 'organisationId' | 'personId' | 'meetingId'>;

/**
 * What a follow-up made in this place is linked to: a meeting brings its trip and its first organisation along.
 * Undefined until the meeting has been read.
 */
export function useLinks({ tripId, organisationId, personId, meetingId }: FollowUpFilter): FollowUpLinks | undefined {
  const { data: meeting } = useAsk('meetings:get', { id: meetingId ?? '' }, { enabled: meetingId !== undefined });
  const isKnown = meetingId === undefined || meeting !== undefined;
  return useMemo(
    () =>
      isKnown
        ? {
            tripId: tripId ?? meeting?.tripId ?? null,
            organisationId: organisationId ?? meeting?.organisationIds[0] ?? null,
            personId: personId ?? null,
            meetingId: meetingId ?? null,
          }
        : undefined,
    [isKnown, tripId, organisationId, personId, meetingId, meeting],
  );
}
