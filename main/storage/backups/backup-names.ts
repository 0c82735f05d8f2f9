import { createHash } from 'node:crypto';
import { isInstant, timeZoneHere, wallClockAt } from '@shared/dates';
import type { CalendarDate, Instant } from '@shared/dates';

export const backupReasons = ['daily', 'migration', 'restore', 'asked', 'import', 'merge'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** What a backup's file name says of it. */
export interface BackupName {
  /** The same however it is sealed: what a backup is called everywhere but on the disk. */
  readonly name: string;
  readonly isSealed: boolean;
  readonly madeAt: Instant;
  readonly reason: BackupReason;
  /** The store that it was made of (see `markOf`) and that store's count of changes; null in a backup of version 1. */
  readonly device: string | null;
  readonly seq: number;
  /** Tells apart backups that are the same in all the rest. */
  readonly number: number;
}

const reasons = backupReasons.join('|');
const stamp = '(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z';
const pattern = new RegExp(`^attache-${stamp}-(${reasons})-(\\d{1,15})-([0-9a-f]{8})(?:-(\\d{1,6}))?\\.json\\.gz$`);
const firstPattern = new RegExp(`^attache-${stamp}-(${reasons})(?:-(\\d{1,6}))?\\.json$`);

export const sealedEnding = '.sealed';

/** A moment as it stands in the names of files, to the second: `20261122T031500Z`. */
export function stampOf(moment: Instant): string {
  return `${moment.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A device's mark in the names of its backups: eight hexadecimal digits. */
export function markOf(deviceId: string): string {
  return createHash('sha256').update(deviceId).digest('hex').slice(0, 8);
}

/** The name of a new backup; those that are the same in all the rest are told apart by `number`, from 1. */
export function nameFor(made: Omit<BackupName, 'name' | 'isSealed' | 'device'> & { readonly device: string }): string {
  const { madeAt, reason, seq, device, number } = made;
  return `attache-${stampOf(madeAt)}-${reason}-${seq}-${device}${number === 1 ? '' : `-${number}`}.json.gz`;
}

/** Reads the name of a file; null for one that is no backup of ours. */
export function backupNameOf(file: string): BackupName | null {
  const isSealed = file.endsWith(sealedEnding);
  const name = isSealed ? file.slice(0, -sealedEnding.length) : file;
  const found = pattern.exec(name);
  const [, year, month, day, hour, minute, second, reason, ...rest] = found ?? firstPattern.exec(name) ?? [];
  const madeAt = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.000Z`;
  const known = backupReasons.find((each) => each === reason);
  if (known === undefined || !isInstant(madeAt)) return null;
  const [seq, device, number] = found === null ? [undefined, undefined, rest[0]] : rest;
  return {
    name,
    isSealed,
    madeAt,
    reason: known,
    device: device ?? null,
    seq: Number(seq ?? 0),
    number: Number(number ?? 1),
  };
}

/** The file that a backup stands in. */
export function fileOf({ name, isSealed }: Pick<BackupName, 'name' | 'isSealed'>): string {
  return isSealed ? `${name}${sealedEnding}` : name;
}

/**
 * The newest first: this device's own, then those of others, then those of version 1. A device's backups follow its own
 * count of changes, which only ever grows; its clock decides only where nothing was changed in between.
 */
export function newestFirst<B extends BackupName>(backups: readonly B[], own: string | null = null): B[] {
  const rank = ({ device }: BackupName): string => (device === own ? '0' : device === null ? '2' : `1${device}`);
  return [...backups].sort(
    (one, other) =>
      compare(rank(one), rank(other)) ||
      other.seq - one.seq ||
      compare(other.madeAt, one.madeAt) ||
      other.number - one.number,
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The calendar day of the laptop's own zone: a person's day, not Greenwich's. */
export function localDayOf(moment: Instant): CalendarDate {
  return wallClockAt(moment, timeZoneHere()).day;
}

const keptNewest = 10;
const daysKept = 31;

/**
 * Those that may go: all but the last ten, the last of each of the thirty latest days that have one, and the last of
 * each month; for each device by itself. The clock is not asked: one that is wrong today would drop the wrong ones.
 * Those that are known to be damaged take nobody's place and stay; so does `newestGood`.
 */
export function backupsToDrop(
  backups: readonly BackupName[],
  { newestGood, isDamaged }: { newestGood?: string; isDamaged?: (name: string) => boolean } = {},
): BackupName[] {
  const devices = new Set(backups.map(({ device }) => device));
  return [...devices].flatMap((device) => {
    const ofDevice = backups.filter((backup) => backup.device === device && isDamaged?.(backup.name) !== true);
    const days = new Set<string>();
    const months = new Set<string>();
    return newestFirst(ofDevice).filter(({ name, madeAt }, index) => {
      const day = localDayOf(madeAt);
      const month = day.slice(0, 7);
      const isLastOfDay = !days.has(day);
      const isLastOfMonth = !months.has(month);
      days.add(day);
      months.add(month);
      const isWanted = index < keptNewest || isLastOfMonth || (isLastOfDay && days.size <= daysKept);
      return !isWanted && name !== newestGood;
    });
  });
}
