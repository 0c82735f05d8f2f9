import { useMemo } from 'react';
import { timeZoneHere } from '@shared/dates';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import type { Meeting } from '@shared/domain/meeting/schema';
import { useDirectory } from '../../lib/directory';
import { useAsk } from '../../lib/ipc';
import { historyOf } from './history';
import type { HistoryEntry } from './history';

/** Whose history is meant. */
export interface HistorySubject {
  readonly type: 'organisation' | 'person';
  readonly id: string;
}

interface History {
  readonly entries: readonly HistoryEntry[];
  readonly isLoading: boolean;
}

/** All meetings, notes and follow-ups of an organisation or a person, the newest first. */
export function useHistory(subject: HistorySubject): History {
  const meetings = useMeetingsOf(subject);
  const notes = useAsk('notes:list', { [`${subject.type}Id`]: subject.id });
  const followUps = useAsk('follow-ups:list', {});
  const { person } = useDirectory();
  const isOurs = subject.type === 'person' && person(subject.id)?.side === 'ours';
  const entries = useMemo(() => {
    const met = new Set(meetings.data.map(({ id }) => id));
    return historyOf({
      meetings: meetings.data,
      notes: notes.data ?? [],
      followUps: (followUps.data ?? []).filter((each) => isAbout(each, subject, isOurs ? new Set() : met)),
      zone: timeZoneHere(),
    });
  }, [meetings.data, notes.data, followUps.data, subject, isOurs]);
  return { entries, isLoading: meetings.isLoading || notes.isPending || followUps.isPending };
}

/** What came out of a meeting with them concerns them, also where the follow-up names only the meeting. */
function isAbout(followUp: FollowUp, { type, id }: HistorySubject, met: ReadonlySet<string>): boolean {
  if (type === 'organisation') {
    const { organisationId, meetingId } = followUp;
    return organisationId === id || (organisationId === null && meetingId !== null && met.has(meetingId));
  }
  if (followUp.personId === id || followUp.ownerId === id) return true;
  return followUp.personId === null && followUp.meetingId !== null && met.has(followUp.meetingId);
}

const noMeetings: readonly Meeting[] = [];

function useMeetingsOf({ type, id }: HistorySubject): { data: readonly Meeting[]; isLoading: boolean } {
  const isPerson = type === 'person';
  const asOrganisation = useAsk('meetings:list', { organisationIds: id }, { enabled: !isPerson });
  const asContact = useAsk('meetings:list', { theirAttendeeIds: id }, { enabled: isPerson });
  const asOurs = useAsk('meetings:list', { ourAttendeeIds: id }, { enabled: isPerson });
  const ofPerson = useMemo(() => {
    const all = [...(asContact.data ?? noMeetings), ...(asOurs.data ?? noMeetings)];
    return [...new Map(all.map((meeting) => [meeting.id, meeting])).values()];
  }, [asContact.data, asOurs.data]);
  return isPerson
    ? { data: ofPerson, isLoading: asContact.isPending || asOurs.isPending }
    : { data: asOrganisation.data ?? noMeetings, isLoading: asOrganisation.isPending };
}
