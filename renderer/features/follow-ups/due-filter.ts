import { daysLater } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { isClosed, isOverdue } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';

/** Which follow-ups are looked at: by whether they are closed and when they are due. */
export const dueFilters = ['open', 'overdue', 'week', 'undated', 'closed', 'all'] as const;
export type DueFilter = (typeof dueFilters)[number];

export function isDueFilter(value: string): value is DueFilter {
  return dueFilters.some((each) => each === value);
}

/** Whether a follow-up is looked at; `week` is what is due by the seventh day from today, the overdue with it. */
export function isLookedAt(followUp: FollowUp, filter: DueFilter, today: CalendarDate): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'closed':
      return isClosed(followUp);
    case 'open':
      return !isClosed(followUp);
    case 'overdue':
      return isOverdue(followUp, today);
    case 'week':
      return !isClosed(followUp) && followUp.due !== null && followUp.due <= daysLater(today, 7);
    case 'undated':
      return !isClosed(followUp) && followUp.due === null;
  }
}
