import type { Meeting } from '@shared/domain/meeting/schema';

type Timed = Pick<Meeting, 'day' | 'start' | 'id'>;

/** The order in which meetings took place; one without a time stands at the end of its day. */
export function compareMeetings(one: Timed, other: Timed): number {
  return (
    one.day.localeCompare(other.day) ||
    (one.start ?? '99').localeCompare(other.start ?? '99') ||
    one.id.localeCompare(other.id)
  );
}
