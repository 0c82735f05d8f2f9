import { compareByTime } from '@shared/domain/itinerary-item/rules';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { DocumentSources } from '../sources';

type Item = RecordOf<'itinerary-item'>;
type Meeting = RecordOf<'meeting'>;

/** An organisation that the trip meets, when, and whom of its people. `organisation` is null for those who stand for none. */
export interface OrganisationOnTheWay {
  readonly organisation: RecordOf<'organisation'> | null;
  readonly items: readonly Item[];
  readonly meetings: readonly Meeting[];
  /** In order of precedence, as the programme and the meetings have it. */
  readonly peopleIds: readonly RecordId[];
}

/** The organisations of a trip in the order in which they are first met. */
export function organisationsOnTheWay(sources: DocumentSources): OrganisationOnTheWay[] {
  const items = sources.items.filter((item) => item.status !== 'cancelled');
  const itemIds = new Set(items.map((item) => item.id));
  const meetings = [...sources.meetings].sort(
    (one, other) => one.day.localeCompare(other.day) || (one.start ?? '99').localeCompare(other.start ?? '99'),
  );
  const apart = meetings.filter((meeting) => !itemIds.has(meeting.itineraryItemId ?? ''));
  const steps = [
    ...[...items]
      .sort(compareByTime)
      .map((item) => ({ when: `${item.day} ${item.start}`, ids: hostsOf(item, meetings) })),
    ...apart.map((meeting) => ({ when: `${meeting.day} ${meeting.start ?? '99'}`, ids: meeting.organisationIds })),
  ].sort((one, other) => one.when.localeCompare(other.when));

  const ids = [...new Set(steps.flatMap((step) => step.ids))];
  const met = ids.flatMap((id) => {
    const organisation = sources.live('organisation', id);
    if (organisation === undefined) return [];
    const own = items.filter((item) => item.hostOrganisationId === id);
    const with_ = meetings.filter((meeting) => meeting.organisationIds.includes(id));
    return [{ organisation, items: own, meetings: with_, peopleIds: peopleAt(sources, id, own, with_) }];
  });
  const nowhere = [
    ...items.filter((item) => item.hostOrganisationId === null).flatMap((item) => item.hostContactIds),
    ...meetings
      .filter((meeting) => meeting.organisationIds.length === 0)
      .flatMap((meeting) => meeting.theirAttendeeIds),
  ];
  const known = new Set(met.flatMap(({ peopleIds }) => peopleIds));
  const others = [...new Set(nowhere)].filter((id) => !known.has(id));
  return others.length === 0 ? met : [...met, { organisation: null, items: [], meetings: [], peopleIds: others }];
}

function hostsOf(item: Item, meetings: readonly Meeting[]): RecordId[] {
  const host = item.hostOrganisationId === null ? [] : [item.hostOrganisationId];
  return [
    ...host,
    ...meetings.filter((meeting) => meeting.itineraryItemId === item.id).flatMap((meeting) => meeting.organisationIds),
  ];
}

/** Whom the host named first, then those who came, of several organisations each with those who hold a post there. */
function peopleAt(
  sources: DocumentSources,
  id: RecordId,
  items: readonly Item[],
  meetings: readonly Meeting[],
): RecordId[] {
  const hosts = items.flatMap((item) => item.hostContactIds);
  const came = meetings.flatMap((meeting) =>
    meeting.organisationIds.length === 1
      ? meeting.theirAttendeeIds
      : meeting.theirAttendeeIds.filter((personId) => holdsPostAt(sources, personId, id)),
  );
  return [...new Set([...hosts, ...came])];
}

function holdsPostAt(sources: DocumentSources, personId: RecordId, organisationId: RecordId): boolean {
  return (
    sources.naming('affiliation', 'personId', personId, (post) => post.organisationId === organisationId).length > 0
  );
}
