import { instantOf, isInstant, timeZoneHere, wallClockAt } from '@shared/dates';
import type { CalendarDate, Instant } from '@shared/dates';

export const backupReasons = ['daily', 'migration', 'restore', 'asked'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** What a backup's file name says of it. */
export interface BackupName {
  readonly name: string;
  readonly madeAt: Instant;
  readonly reason: BackupReason;
}

const pattern = new RegExp(
  `^attache-(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z-(${backupReasons.join('|')})(-\\d+)?\\.json$`,
);

/** A moment as it stands in the names of files, to the second: `20261122T031500Z`. */
export function stampOf(moment: Instant): string {
  return `${moment.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Reads a name; null for a file that is no backup of ours. */
export function backupNameOf(name: string): BackupName | null {
  const [, year, month, day, hour, minute, second, reason] = pattern.exec(name) ?? [];
  const madeAt = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.000Z`;
  const known = backupReasons.find((each) => each === reason);
  return known !== undefined && isInstant(madeAt) ? { name, madeAt, reason: known } : null;
}

/** The newest first; of one second, the later name first. */
export function newestFirst(backups: readonly BackupName[]): BackupName[] {
  return [...backups].sort((one, other) =>
    one.madeAt === other.madeAt ? byName(other, one) : one.madeAt < other.madeAt ? 1 : -1,
  );
}

function byName(one: BackupName, other: BackupName): number {
  // Without the ending: "…-asked" is before "…-asked-2".
  return one.name
    .slice(0, -'.json'.length)
    .localeCompare(other.name.slice(0, -'.json'.length), 'en', { numeric: true });
}

/** The calendar day of the laptop's own zone: a person's day, not Greenwich's. */
export function localDayOf(moment: Instant): CalendarDate {
  return wallClockAt(moment, timeZoneHere()).day;
}

const keptNewest = 10;
const daysKept = 30;

/** Those that may go: all but the last ten, the last of each of the past thirty days, and the last of each month. */
export function backupsToDrop(backups: readonly BackupName[], now: Instant): BackupName[] {
  const ordered = newestFirst(backups);
  const oldestDay = localDayOf(instantOf(Date.parse(now) - daysKept * 24 * 60 * 60 * 1000));
  const periods = new Set<string>();
  return ordered.filter(({ madeAt }, index) => {
    const day = localDayOf(madeAt);
    const month = day.slice(0, 7);
    const isLastOfMonth = !periods.has(month);
    const isLastOfRecentDay = day >= oldestDay && !periods.has(day);
    periods.add(month).add(day);
    return index >= keptNewest && !isLastOfMonth && !isLastOfRecentDay;
  });
}
