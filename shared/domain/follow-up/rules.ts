import type { CalendarDate } from '../../dates';
import type { FollowUp } from './schema';

/** Nothing more is to be done about it. */
export function isClosed(followUp: Pick<FollowUp, 'status'>): boolean {
  return followUp.status === 'done' || followUp.status === 'dropped';
}

/** Its day is past and it is not closed; on its very day it is not overdue yet. */
export function isOverdue(followUp: Pick<FollowUp, 'status' | 'due'>, today: CalendarDate): boolean {
  return followUp.due !== null && followUp.due < today && !isClosed(followUp);
}

const rank = { high: 0, normal: 1, low: 2 } as const;

/** What to look at first: open before closed, then the earlier day, then the higher priority. */
export function compareUrgency(
  one: Pick<FollowUp, 'status' | 'due' | 'priority' | 'title'>,
  other: Pick<FollowUp, 'status' | 'due' | 'priority' | 'title'>,
): number {
  return (
    Number(isClosed(one)) - Number(isClosed(other)) ||
    (one.due ?? '9999').localeCompare(other.due ?? '9999') ||
    rank[one.priority] - rank[other.priority] ||
    one.title.localeCompare(other.title)
  );
}
