import { wallClockAt } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { MoveInReport } from '../../../export/compose/models/report';
import type { DocumentSources } from '../sources';
import { mainZoneOf } from './clock';

type Project = RecordOf<'investment-project'>;
type Move = Project['stageLog'][number];

/**
 * What this trip moved: every move that names one of its meetings, and those that name no meeting but fall on its days
 * and concern an organisation that it met. What colleagues at home moved meanwhile is not the trip's doing.
 */
export function movesOf(sources: DocumentSources): MoveInReport[] {
  const { trip } = sources;
  const zone = mainZoneOf(sources);
  const meetings = new Set<RecordId>(sources.meetings.map((meeting) => meeting.id));
  const met = organisationsMet(sources);
  const belongs = (project: Project, move: Move): boolean => {
    if (move.meetingId !== null) return meetings.has(move.meetingId);
    const { day } = wallClockAt(move.at, zone);
    return met.has(project.organisationId) && day >= trip.firstDay && day <= trip.lastDay;
  };
  return sources
    .all('investment-project', (project) => project.stageLog.some((move) => belongs(project, move)))
    .flatMap((project) => project.stageLog.filter((move) => belongs(project, move)).map((move) => ({ project, move })))
    .sort((one, other) => one.move.at.localeCompare(other.move.at) || one.project.id.localeCompare(other.project.id))
    .flatMap(({ project, move }) => {
      const organisation = sources.organisationName(project.organisationId);
      if (organisation === null) return [];
      const { title, standing, likelihood } = sources.printed(project);
      const { day } = wallClockAt(move.at, zone);
      return [
        {
          organisation,
          project: sources.words.line(title),
          from: move.from,
          to: move.to,
          on: day,
          standing,
          likelihood,
        },
      ];
    });
}

function organisationsMet(sources: DocumentSources): Set<RecordId> {
  const hosts = sources.items
    .filter((item) => item.status !== 'cancelled')
    .map((item) => item.hostOrganisationId)
    .filter((id) => id !== null);
  return new Set([...hosts, ...sources.meetings.flatMap((meeting) => meeting.organisationIds)]);
}
