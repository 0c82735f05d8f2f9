import type { CalendarDate } from '@shared/dates';
import type { Affiliation } from '@shared/domain/affiliation/schema';

/** Held on that day. One that ends today is over: "ended today" must be seen at once. */
export function isHeld({ to }: Pick<Affiliation, 'to'>, today: CalendarDate): boolean {
  return to === null || to > today;
}

/** Posts that are held before those that are over, the primary first, then the latest begun or ended. */
export function inOrderOfPosts(posts: readonly Affiliation[], today: CalendarDate): Affiliation[] {
  return [...posts].sort(
    (one, other) =>
      Number(isHeld(other, today)) - Number(isHeld(one, today)) ||
      (isHeld(one, today) ? Number(other.isPrimary) - Number(one.isPrimary) : 0) ||
      (other.to ?? '').localeCompare(one.to ?? '') ||
      (other.from ?? '').localeCompare(one.from ?? '') ||
      one.createdAt.localeCompare(other.createdAt),
  );
}
