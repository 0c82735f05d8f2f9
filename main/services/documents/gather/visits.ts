import type { CalendarDate } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import { hasText, noText } from '@shared/domain/values';
import type { RecordId } from '@shared/domain/values';
import type { NoteInReport, PersonInReport, VisitInReport } from '../../../export/compose/models/report';
import { clockIn, mainZoneOf } from './clock';
import { photographsOfMeeting } from './files';
import type { NumberedFollowUp } from './follow-ups';
import { postsOn } from './posts';
import { timesOf } from './programme';
import type { DocumentSources } from '../sources';

type Item = RecordOf<'itinerary-item'>;
type Meeting = RecordOf<'meeting'>;

/** `outline`: without the notes and photographs, which are then not read at all. */
export type Fullness = 'whole' | 'outline';

/** Somebody wrote about the meeting: in its note, its outcome or what the enterprise intends. */
export function wasWritten(sources: DocumentSources, meeting: Meeting): boolean {
  return meeting.outcome.trim() !== '' || meeting.intention.trim() !== '' || blocksOf(sources, meeting.id).length > 0;
}

export function visitFromMeeting(
  sources: DocumentSources,
  meeting: Meeting,
  item: Item | undefined,
  followUps: readonly NumberedFollowUp[],
  fullness: Fullness = 'whole',
): VisitInReport {
  sources.printed(meeting);
  const organisations = meeting.organisationIds
    .map((id) => sources.organisationName(id))
    .filter((name) => name !== null);
  return {
    id: `visit-${meeting.id}`,
    kind: meeting.kind,
    title:
      [sources.words.title(meeting.title), item && sources.words.title(item.title), organisations[0]].find(
        (title) => title !== undefined && hasText(title),
      ) ?? noText,
    day: meeting.day,
    times:
      meeting.start === null
        ? null
        : {
            start: meeting.start,
            end: meeting.end ?? '',
            endDay: null,
            clock: clockIn(meeting.zone, mainZoneOf(sources), meeting.day, meeting.start),
          },
    place: sources.words.title(item?.place ?? noText),
    organisations,
    theirs: theirPeople(sources, meeting.theirAttendeeIds, meeting.organisationIds, meeting.day),
    ours: sources.people(meeting.ourAttendeeIds),
    notes: fullness === 'whole' ? notesOf(sources, meeting.id) : [],
    outcome: sources.words.open(meeting.outcome),
    intention: sources.words.open(meeting.intention),
    photographs: fullness === 'whole' ? photographsOfMeeting(sources, meeting.id) : [],
    followUpNumbers: followUps.filter((one) => one.meetingId === meeting.id).map(({ printed }) => printed.number),
    record: meeting.status === 'complete' ? 'complete' : wasWritten(sources, meeting) ? 'draft' : 'unwritten',
  };
}

/** A visit of the programme that nobody has opened a note for: who was to meet whom, and no more. */
export function visitFromItem(sources: DocumentSources, item: Item): VisitInReport {
  sources.printed(item);
  const host = sources.organisationName(item.hostOrganisationId);
  const hostIds = item.hostOrganisationId === null ? [] : [item.hostOrganisationId];
  const ours = item.participantIds.length > 0 ? item.participantIds : sources.members.map((member) => member.personId);
  return {
    id: `visit-${item.id}`,
    kind: item.kind === 'meeting' ? 'meeting' : 'visit',
    title: sources.words.title(item.title),
    day: item.day,
    times: timesOf(item, mainZoneOf(sources)),
    place: sources.words.title(item.place),
    organisations: host === null ? [] : [host],
    theirs: theirPeople(sources, item.hostContactIds, hostIds, item.day),
    ours: sources.people(ours),
    notes: [],
    outcome: '',
    intention: '',
    photographs: [],
    followUpNumbers: [],
    record: 'unwritten',
  };
}

function theirPeople(
  sources: DocumentSources,
  ids: readonly RecordId[],
  organisationIds: readonly RecordId[],
  day: CalendarDate,
): PersonInReport[] {
  return ids
    .map((id) => sources.person(id, postsOn(sources, id, organisationIds, day)))
    .filter((person) => person !== undefined);
}

function blocksOf(sources: DocumentSources, meetingId: RecordId): RecordOf<'note'>['blocks'] {
  return sources
    .naming('note', 'meetingId', meetingId)
    .flatMap((note) => note.blocks)
    .filter((block) => block.markdown.trim() !== '')
    .sort((one, other) => one.begunAt.localeCompare(other.begunAt));
}

function notesOf(sources: DocumentSources, meetingId: RecordId): NoteInReport[] {
  for (const note of sources.naming('note', 'meetingId', meetingId)) sources.printed(note);
  const blocks = blocksOf(sources, meetingId)
    .map((block) => ({ ...block, markdown: sources.words.open(block.markdown) }))
    .filter((block) => block.markdown.trim() !== '');
  const areSeveral = new Set(blocks.map((block) => block.authorId)).size > 1;
  return blocks.map((block) => ({
    author: areSeveral ? sources.holder(block.authorId) : null,
    markdown: block.markdown,
  }));
}
