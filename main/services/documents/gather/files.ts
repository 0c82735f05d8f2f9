import { isPicture } from '@shared/domain/attachment/rules';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { AnnexInReport, PhotographInReport } from '../../../export/compose/models/report';
import type { DocumentSources } from '../sources';

type Attachment = RecordOf<'attachment'>;

function inOrder(one: Attachment, other: Attachment): number {
  return (
    one.position - other.position ||
    (one.takenAt ?? one.createdAt).localeCompare(other.takenAt ?? other.createdAt) ||
    one.id.localeCompare(other.id)
  );
}

function photographs(sources: DocumentSources, belongs: (attachment: Attachment) => boolean): PhotographInReport[] {
  return sources
    .all('attachment', (attachment) => attachment.isInReport && isPicture(attachment) && belongs(attachment))
    .filter((attachment) => sources.mayShow(attachment))
    .sort(inOrder)
    .map((attachment) => ({
      attachmentId: sources.printed(attachment).id,
      caption: sources.words.open(attachment.caption),
    }));
}

export function photographsOfMeeting(sources: DocumentSources, meetingId: RecordId): PhotographInReport[] {
  return photographs(sources, (attachment) => attachment.meetingId === meetingId);
}

/** Photographs of the trip as a whole, not of one of its meetings. */
export function photographsOfTrip(sources: DocumentSources): PhotographInReport[] {
  return photographs(sources, (attachment) => attachment.tripId === sources.trip.id && attachment.meetingId === null);
}

/** The files that go with the report but are no pictures: they are named at its end. */
export function annexesOf(sources: DocumentSources): AnnexInReport[] {
  const meetings = new Set<RecordId>(sources.meetings.map((meeting) => meeting.id));
  return sources
    .all(
      'attachment',
      (attachment) =>
        attachment.isInReport &&
        !isPicture(attachment) &&
        (attachment.tripId === sources.trip.id ||
          (attachment.meetingId !== null && meetings.has(attachment.meetingId))),
    )
    .filter((attachment) => sources.mayShow(attachment))
    .sort(inOrder)
    .map((attachment) => ({
      name: sources.words.line(sources.printed(attachment).name),
      caption: sources.words.open(attachment.caption),
    }));
}
