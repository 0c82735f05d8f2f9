import type { CalendarDate } from '@shared/dates';
import { compareUrgency, isOverdue } from '@shared/domain/follow-up/rules';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { FollowUpInReport } from '../../../export/compose/models/report';
import type { DocumentSources } from '../sources';

/** A follow-up as printed, and the meeting it came from. */
export interface NumberedFollowUp {
  readonly meetingId: RecordId | null;
  readonly printed: FollowUpInReport;
}

/** The records of the trip's follow-ups and of its meetings', in the order in which they want attention. */
export function followUpRecords(
  sources: DocumentSources,
  isWanted: (followUp: RecordOf<'follow-up'>) => boolean = () => true,
): RecordOf<'follow-up'>[] {
  const meetings = new Set<RecordId>(sources.meetings.map((meeting) => meeting.id));
  return sources
    .all(
      'follow-up',
      (followUp) =>
        (followUp.tripId === sources.trip.id || (followUp.meetingId !== null && meetings.has(followUp.meetingId))) &&
        isWanted(followUp),
    )
    .filter((followUp) => sources.mayAsk(followUp))
    .sort((one, other) => compareUrgency(one, other) || one.id.localeCompare(other.id));
}

/** The trip's follow-ups, numbered. */
export function followUpsOf(sources: DocumentSources, today: CalendarDate): NumberedFollowUp[] {
  return followUpRecords(sources).map((followUp, index) => ({
    meetingId: followUp.meetingId,
    printed: {
      number: index + 1,
      title: sources.words.line(sources.printed(followUp).title),
      detail: sources.words.open(followUp.detail),
      organisation: sources.organisationName(followUp.organisationId),
      referredTo: sources.words.line(followUp.referredTo),
      owner: sources.holder(followUp.ownerId),
      due: followUp.due,
      status: followUp.status,
      isOverdue: isOverdue(followUp, today),
    },
  }));
}
