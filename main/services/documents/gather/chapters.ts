import type { RecordOf } from '@shared/domain/records';
import { writtenForms } from '@shared/domain/values';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import type { ChapterInReport, VisitInReport } from '../../../export/compose/models/report';
import type { NumberedFollowUp } from './follow-ups';
import type { DocumentSources } from '../sources';
import { visitFromItem, visitFromMeeting, wasWritten } from './visits';
import type { Fullness } from './visits';

type Item = RecordOf<'itinerary-item'>;
type Meeting = RecordOf<'meeting'>;

/** Programme items that are visits by their nature, whether or not somebody has written about them. */
const visitKinds: ReadonlySet<Item['kind']> = new Set(['meeting', 'site-visit', 'courtesy-call']);

/** A visit as the records have it, and the city of the trip where it was; `meeting` is null when nobody opened one. */
export type PlacedVisit = { readonly cityId: RecordId | null } & (
  { readonly meeting: Meeting; readonly item: Item | undefined } | { readonly meeting: null; readonly item: Item }
);

/** The visits of a trip: what was held, and what was arranged by its nature and not written about. */
export function placedVisits(sources: DocumentSources): PlacedVisit[] {
  const itemOf = new Map(sources.items.map((item) => [item.id, item]));
  const held = sources.meetings.filter((meeting) =>
    tookPlace(sources, meeting, itemOf.get(meeting.itineraryItemId ?? '')),
  );
  const withMeeting = new Set(held.map((meeting) => meeting.itineraryItemId));
  const unwritten = sources.items.filter(
    (item) =>
      visitKinds.has(item.kind) &&
      item.status !== 'cancelled' &&
      !withMeeting.has(item.id) &&
      !sources.untold.has(item.id),
  );
  return [
    ...held.map((meeting) => {
      const item = itemOf.get(meeting.itineraryItemId ?? '');
      return { cityId: cityOf(sources, meeting, item), meeting, item };
    }),
    ...unwritten.map((item) => ({ cityId: knownCity(sources, item.cityId), meeting: null, item })),
  ];
}

/**
 * A chapter for each city of the trip that has visits, in the trip's order, and a last one for what belongs to none.
 * A visit that was arranged but not written about is there too, and says so.
 */
export function chaptersOf(
  sources: DocumentSources,
  followUps: readonly NumberedFollowUp[],
  fullness: Fullness = 'whole',
): ChapterInReport[] {
  const placed = placedVisits(sources)
    .map(({ cityId, ...place }): { cityId: RecordId | null; visit: VisitInReport } => ({
      cityId,
      visit:
        place.meeting === null
          ? visitFromItem(sources, place.item)
          : visitFromMeeting(sources, place.meeting, place.item, followUps, fullness),
    }))
    .sort(
      (one, other) =>
        one.visit.day.localeCompare(other.visit.day) ||
        (one.visit.times?.start ?? '99').localeCompare(other.visit.times?.start ?? '99') ||
        one.visit.id.localeCompare(other.visit.id),
    );
  const chapterOf = (cityId: RecordId | null, city: LocalisedText | null): ChapterInReport => ({
    city: city === null ? null : sources.words.name(city),
    visits: placed.filter((one) => one.cityId === cityId).map(({ visit }) => visit),
  });
  return [...sources.trip.cities.map((city) => chapterOf(city.id, city.name)), chapterOf(null, null)].filter(
    (chapter) => chapter.visits.length > 0,
  );
}

/** A meeting whose programme item was cancelled took place only if something was written about it. */
function tookPlace(sources: DocumentSources, meeting: Meeting, item: Item | undefined): boolean {
  return item?.status !== 'cancelled' || wasWritten(sources, meeting);
}

function knownCity(sources: DocumentSources, cityId: RecordId | null): RecordId | null {
  return sources.trip.cities.find((city) => city.id === cityId)?.id ?? null;
}

/** The city of the programme item; of a meeting without one, the city where an organisation it met has its seat. */
function cityOf(sources: DocumentSources, meeting: Meeting, item: Item | undefined): RecordId | null {
  if (item !== undefined) return knownCity(sources, item.cityId);
  const seats = meeting.organisationIds.map((id) => sources.live('organisation', id)?.city);
  const city = sources.trip.cities.find(({ name }) => seats.some((seat) => seat !== undefined && isSame(name, seat)));
  return city?.id ?? null;
}

function isSame(one: LocalisedText, other: LocalisedText): boolean {
  return writtenForms.some((form) => one[form].trim() !== '' && one[form].trim() === other[form].trim());
}
