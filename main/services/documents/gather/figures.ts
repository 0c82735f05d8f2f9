import type { Sector } from '@shared/domain/organisation/schema';
import type { RecordId } from '@shared/domain/values';
import { daysOf } from '@shared/domain/trip/rules';
import type {
  ChapterInReport,
  FiguresInReport,
  FollowUpInReport,
  SectorInReport,
} from '../../../export/compose/models/report';
import type { DocumentSources } from '../sources';

/** How many of the visits were to each sector; one to an enterprise of several counts for each. The most first. */
export function sectorsOf(sources: DocumentSources, chapters: readonly ChapterInReport[]): SectorInReport[] {
  const told = new Set(chapters.flatMap((chapter) => chapter.visits).map(({ id }) => id));
  const hosts = [
    ...sources.meetings.map(({ id, organisationIds }) => ({ id, organisationIds })),
    ...sources.items.map(({ id, hostOrganisationId }) => ({
      id,
      organisationIds: hostOrganisationId === null ? [] : [hostOrganisationId],
    })),
  ].filter(({ id }) => told.has(`visit-${id}`));
  const visits = new Map<Sector, number>();
  for (const { organisationIds } of hosts) {
    const met = organisationIds.flatMap((id) => sources.live('organisation', id)?.sectors ?? []);
    for (const sector of new Set(met)) visits.set(sector, (visits.get(sector) ?? 0) + 1);
  }
  return [...visits]
    .map(([sector, count]) => ({ sector, visits: count }))
    .sort((one, other) => other.visits - one.visits);
}

/** The visit in figures: what the report itself lists, counted. */
export function figuresOf(
  sources: DocumentSources,
  chapters: readonly ChapterInReport[],
  followUps: readonly FollowUpInReport[],
): FiguresInReport {
  const visits = chapters.flatMap((chapter) => chapter.visits);
  const met = new Set<RecordId>();
  const people = new Set<RecordId>();
  for (const meeting of sources.meetings) {
    if (!visits.some((visit) => visit.id === `visit-${meeting.id}`)) continue;
    for (const id of meeting.organisationIds) if (sources.live('organisation', id)) met.add(id);
    for (const id of meeting.theirAttendeeIds) if (sources.live('person', id)) people.add(id);
  }
  for (const item of sources.items) {
    if (!visits.some((visit) => visit.id === `visit-${item.id}`)) continue;
    if (sources.live('organisation', item.hostOrganisationId)) met.add(item.hostOrganisationId ?? '');
    for (const id of item.hostContactIds) if (sources.live('person', id)) people.add(id);
  }
  return {
    days: daysOf(sources.trip).length,
    cities: sources.trip.cities.length,
    visits: visits.length,
    organisations: met.size,
    peopleMet: people.size,
    followUps: followUps.length,
  };
}
