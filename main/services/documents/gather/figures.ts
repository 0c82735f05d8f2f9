import type { RecordId } from '@shared/domain/values';
import { daysOf } from '@shared/domain/trip/rules';
import type { ChapterInReport, FiguresInReport, FollowUpInReport } from '../../../export/compose/models/report';
import type { DocumentSources } from '../sources';

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
