import { tz } from '@date-fns/tz';
import { addDays, differenceInCalendarDays, format, isValid, parse } from 'date-fns';

declare const brand: unique symbol;

/** A day of the calendar, `yyyy-MM-dd`, without a time or a zone. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };
/** A moment, ISO 8601 in UTC with milliseconds: `2026-02-26T01:30:00.000Z`. */
export type Instant = string & { readonly [brand]: 'Instant' };
/** A time on a wall clock somewhere, `HH:mm`, 00:00 to 23:59. With a day and a zone it is a moment. */
export type WallTime = string & { readonly [brand]: 'WallTime' };
/** An IANA zone name that this runtime knows, `Asia/Shanghai`. */
export type TimeZone = string & { readonly [brand]: 'TimeZone' };

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Mainland China and Hong Kong keep one clock; what is planned there starts out in it. */
export const chinaTime = 'Asia/Shanghai' as TimeZone;

export function isCalendarDate(value: unknown): value is CalendarDate {
  return (
    typeof value === 'string' &&
    datePattern.test(value) &&
    value >= '1900-01-01' &&
    value <= '2200-12-31' &&
    isMoment(`${value}T00:00:00.000Z`)
  );
}

export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && instantPattern.test(value) && isMoment(value);
}

/** Whether a text in the shape of an instant is one. Every record has several of them, and each change is validated. */
function isMoment(text: string): boolean {
  const date = new Date(text);
  return isValid(date) && date.toISOString() === text;
}

export function isWallTime(value: unknown): value is WallTime {
  return typeof value === 'string' && timePattern.test(value);
}

const knownZones = new Map<string, boolean>();

export function isTimeZone(value: unknown): value is TimeZone {
  if (typeof value !== 'string' || value.length === 0 || value.length > 64) return false;
  let known = knownZones.get(value);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      known = true;
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      known = false;
    }
    knownZones.set(value, known);
  }
  return known;
}

/** Days are counted from noon: no zone's summer time moves noon to another day, as it may move midnight. */
function noonOf(day: string): Date {
  return parse(`${day} 12:00`, 'yyyy-MM-dd HH:mm', new Date(2000, 0, 1));
}

function dayOf(date: Date): CalendarDate {
  return format(date, 'yyyy-MM-dd') as CalendarDate;
}

/** The day `count` days later (earlier when negative). */
export function daysLater(day: CalendarDate, count: number): CalendarDate {
  return dayOf(addDays(noonOf(day), count));
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(noonOf(to), noonOf(from));
}

/** Each day from the first to the last, both included; none when the last is before the first. */
export function eachDay(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => daysLater(first, index));
}

export function instantOf(moment: Date | number): Instant {
  return new Date(moment).toISOString() as Instant;
}

/** The moment at which a wall clock in `zone` shows `time` on `day`. */
export function momentOf(day: CalendarDate, time: WallTime, zone: TimeZone): Instant {
  const local = parse(`${day} ${time}`, 'yyyy-MM-dd HH:mm', new Date(2000, 0, 1), { in: tz(zone) });
  return instantOf(local.getTime());
}

/** What the wall clock and calendar in `zone` show at a moment. */
export function wallClockAt(moment: Instant, zone: TimeZone): { day: CalendarDate; time: WallTime } {
  const local = tz(zone)(moment);
  return { day: format(local, 'yyyy-MM-dd') as CalendarDate, time: format(local, 'HH:mm') as WallTime };
}

/** The zone that this machine is set to. */
export function timeZoneHere(): TimeZone {
  return Intl.DateTimeFormat().resolvedOptions().timeZone as TimeZone;
}

/** Minutes since midnight, 0 to 1439. */
export function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The wall time that many minutes after midnight, kept within the day. */
export function wallTimeAt(minutes: number): WallTime {
  const kept = Math.min(24 * 60 - 1, Math.max(0, Math.round(minutes)));
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}` as WallTime;
}

/** A day in words of a language, by `Intl`; the options are those of `Intl.DateTimeFormat`. */
export function dayInWords(day: CalendarDate, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** A span of days in words, each part once: "24–26 February 2026". */
export function daysInWords(
  first: CalendarDate,
  last: CalendarDate,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const words = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return words.formatRange(new Date(`${first}T12:00:00Z`), new Date(`${last}T12:00:00Z`));
}
