/** Whose follow-ups are meant: those of one trip, organisation, person or meeting. */
export interface FollowUpFilter {
  readonly tripId?: string;
  readonly organisationId?: string;
  readonly personId?: string;
  readonly meetingId?: string;
}
