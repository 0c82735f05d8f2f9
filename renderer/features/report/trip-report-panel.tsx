/** The trip's report: what it still lacks, its pages, and where to keep it. */
export function TripReportPanel({ tripId }: { readonly tripId: string }) {
  return <div data-trip={tripId} />;
}
