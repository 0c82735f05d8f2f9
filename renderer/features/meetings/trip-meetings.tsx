/** The meetings of a trip, and the programme's items that have none yet. */
export function TripMeetings({ tripId }: { readonly tripId: string }) {
  return <div data-trip={tripId} />;
}
