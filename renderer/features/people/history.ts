import type { CalendarDate, TimeZone } from '@shared/dates';
import { wallClockAt } from '@shared/dates';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { isClosed } from '@shared/domain/follow-up/rules';
import type { Meeting } from '@shared/domain/meeting/schema';
import type { Note } from '@shared/domain/note/schema';

export const historyFilters = ['all', 'meetings', 'notes', 'followUps'] as const;
export type HistoryFilter = (typeof historyFilters)[number];

/** Something that happened with an organisation or a person, or is to happen, on the day it stands at. */
export type HistoryEntry =
  | { readonly kind: 'meetings'; readonly id: string; readonly day: CalendarDate; readonly meeting: Meeting }
  | { readonly kind: 'notes'; readonly id: string; readonly day: CalendarDate; readonly note: Note }
  | { readonly kind: 'followUps'; readonly id: string; readonly day: CalendarDate; readonly followUp: FollowUp };

interface Sources {
  readonly meetings: readonly Meeting[];
  readonly notes: readonly Note[];
  readonly followUps: readonly FollowUp[];
  /** The zone of this machine, in which moments become days. */
  readonly zone: TimeZone;
}

/** Everything on one line of time, the newest first. A note stands where it was last written. */
export function historyOf({ meetings, notes, followUps, zone }: Sources): HistoryEntry[] {
  const entries: HistoryEntry[] = [
    ...meetings.map((meeting) => ({ kind: 'meetings' as const, id: meeting.id, day: meeting.day, meeting })),
    ...notes
      .filter((note) => note.blocks.some(({ markdown }) => markdown.trim() !== ''))
      .map((note) => ({ kind: 'notes' as const, id: note.id, day: wallClockAt(note.updatedAt, zone).day, note })),
    ...followUps.map((followUp) => ({
      kind: 'followUps' as const,
      id: followUp.id,
      day: dayOfFollowUp(followUp, zone),
      followUp,
    })),
  ];
  return entries.sort((one, other) => other.day.localeCompare(one.day) || timeOf(other).localeCompare(timeOf(one)));
}

/** A follow-up stands at the day it was done, else at the day it is due, else at the day it was made. */
function dayOfFollowUp(followUp: FollowUp, zone: TimeZone): CalendarDate {
  if (isClosed(followUp) && followUp.doneAt !== null) return wallClockAt(followUp.doneAt, zone).day;
  return followUp.due ?? wallClockAt(followUp.createdAt, zone).day;
}

function timeOf(entry: HistoryEntry): string {
  return entry.kind === 'meetings' ? (entry.meeting.start ?? '') : '';
}

export interface HistoryGroup {
  /** `upcoming`, or a month as `yyyy-MM`. */
  readonly key: string;
  readonly entries: readonly HistoryEntry[];
}

/** What is still to come in one group, then a group a month. */
export function groupsOf(entries: readonly HistoryEntry[], today: CalendarDate): HistoryGroup[] {
  const groups = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const key = entry.day > today ? 'upcoming' : entry.day.slice(0, 7);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups].map(([key, grouped]) => ({ key, entries: grouped }));
}
