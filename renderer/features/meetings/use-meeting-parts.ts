import type { Meeting } from '@shared/domain/meeting/schema';
import { useMeetingPart } from './use-meeting-part';

const names = {
  title: ['title'],
  kind: ['kind'],
  when: ['day', 'start', 'end'],
  organisations: ['organisationIds'],
  ours: ['ourAttendeeIds'],
  theirs: ['theirAttendeeIds'],
  outcome: ['outcome'],
  intention: ['intention'],
  status: ['status'],
  classification: ['classification'],
} as const;

/** Every field of a meeting that can be changed on its page, each writing itself; one that is refused holds no other up. */
export function useMeetingParts(meeting: Meeting, heardAt: number) {
  return {
    title: useMeetingPart(meeting, names.title, heardAt),
    kind: useMeetingPart(meeting, names.kind, heardAt),
    when: useMeetingPart(meeting, names.when, heardAt),
    organisations: useMeetingPart(meeting, names.organisations, heardAt),
    ours: useMeetingPart(meeting, names.ours, heardAt),
    theirs: useMeetingPart(meeting, names.theirs, heardAt),
    outcome: useMeetingPart(meeting, names.outcome, heardAt),
    intention: useMeetingPart(meeting, names.intention, heardAt),
    status: useMeetingPart(meeting, names.status, heardAt),
    classification: useMeetingPart(meeting, names.classification, heardAt),
  };
}

export type MeetingParts = ReturnType<typeof useMeetingParts>;
