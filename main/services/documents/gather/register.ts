import { wallClockAt } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { isClosed, isOverdue } from '@shared/domain/follow-up/rules';
import type { RecordOf } from '@shared/domain/records';
import type { FollowUpInRegister, FollowUpRegister } from '../../../export/compose/models/register';
import type { DocumentSources } from '../sources';
import { aboutTrip } from './about';
import { mainZoneOf } from './clock';
import { followUpRecords } from './follow-ups';

type FollowUp = RecordOf<'follow-up'>;

/** Open ones are numbered first, in the order in which they want attention; then those that were closed, the latest first. */
export function gatherRegister(
  sources: DocumentSources,
  today: CalendarDate,
  parts: ReadonlySet<string>,
): FollowUpRegister {
  const all = followUpRecords(sources, (followUp) => parts.has(isClosed(followUp) ? 'closed' : 'open'));
  const open = all.filter((followUp) => !isClosed(followUp));
  const closed = all
    .filter((followUp) => isClosed(followUp))
    .sort((one, other) => (other.doneAt ?? other.updatedAt).localeCompare(one.doneAt ?? one.updatedAt));
  const numbered = [...open, ...closed].map((followUp, at) => entryOf(sources, followUp, at + 1, today));
  return {
    open: numbered.slice(0, open.length),
    closed: numbered.slice(open.length),
    about: aboutTrip(sources, today),
  };
}

function entryOf(
  sources: DocumentSources,
  followUp: FollowUp,
  number: number,
  today: CalendarDate,
): FollowUpInRegister {
  const { words } = sources;
  sources.printed(followUp);
  const meeting = sources.live('meeting', followUp.meetingId);
  return {
    number,
    title: words.line(followUp.title),
    detail: words.open(followUp.detail),
    isUrgent: followUp.priority === 'high' && !isClosed(followUp),
    organisation: sources.organisationName(followUp.organisationId),
    owner: sources.holder(followUp.ownerId),
    due: followUp.due,
    isOverdue: isOverdue(followUp, today),
    status: followUp.status,
    doneOn: followUp.doneAt === null ? null : wallClockAt(followUp.doneAt, mainZoneOf(sources)).day,
    referredTo: words.line(followUp.referredTo),
    from: meeting === undefined ? null : { title: words.title(sources.printed(meeting).title), day: meeting.day },
  };
}
