import { daysBetween, daysLater, isCalendarDate, isWallTime } from '@shared/dates';
import type { CalendarDate, WallTime } from '@shared/dates';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dayFrom(year: number, month: number, day: number): CalendarDate | undefined {
  const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isCalendarDate(written) ? written : undefined;
}

/** Without a year the day is the one nearest to today, so that in December "3 jan" is next month's. */
function nearest(month: number, day: number, today: CalendarDate): CalendarDate | undefined {
  const year = Number(today.slice(0, 4));
  const candidates = [year, year + 1, year - 1]
    .map((each) => dayFrom(each, month, day))
    .filter((each) => each !== undefined);
  return candidates.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthNamed(word: string): number {
  return months.indexOf(word.slice(0, 3)) + 1;
}

/** Reads a typed day: `2026-02-26`, `26/2`, `26.2.26`, `26 feb`, `feb 26 2026`, `26022026`, `+3` (days on), `t` (today). */
export function parseDay(typed: string, today: CalendarDate): CalendarDate | undefined {
  const text = typed.trim().toLowerCase().replace(/,/g, ' ');
  if (isCalendarDate(text)) return text;
  if (text === 't') return today;
  const later = /^([+-])(\d{1,3})$/.exec(text);
  if (later) return daysLater(today, Number(later[2]) * (later[1] === '-' ? -1 : 1));
  const yearFirst = /^(\d{4})[-/. 年](\d{1,2})[-/. 月](\d{1,2})日?$/.exec(text);
  if (yearFirst) return dayFrom(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const chinese = /^(\d{1,2})月(\d{1,2})日?$/.exec(text);
  if (chinese) return nearest(Number(chinese[1]), Number(chinese[2]), today);
  const dayFirst = /^(?:[a-z]+ +)?(\d{1,2}) *[-/. ] *(\d{1,2}|[a-z]{3,})(?: *[-/. ] *(\d{4}|\d{2}))?$/.exec(text);
  if (dayFirst) return fromParts(dayFirst[1] ?? '', dayFirst[2] ?? '', dayFirst[3], today);
  const monthFirst = /^([a-z]{3,}) *(\d{1,2})(?: +(\d{4}|\d{2}))?$/.exec(text);
  if (monthFirst) return fromParts(monthFirst[2] ?? '', monthFirst[1] ?? '', monthFirst[3], today);
  const run = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (run) return dayFrom(Number(run[3]), Number(run[2]), Number(run[1]));
  return undefined;
}

function fromParts(
  day: string,
  month: string,
  year: string | undefined,
  today: CalendarDate,
): CalendarDate | undefined {
  const number = /^\d/.test(month) ? Number(month) : monthNamed(month);
  return year === undefined ? nearest(number, Number(day), today) : dayFrom(fullYear(year), number, Number(day));
}

/** Reads a typed time on a 24-hour clock: `9`, `930`, `9:30`, `9.30`, `1430`, `2pm`, `2:15 pm`. */
export function parseTime(typed: string): WallTime | undefined {
  const text = typed.trim().toLowerCase();
  const parts = /^(\d{1,2})(?:[:.h]?([0-5]\d))? *(a|p|am|pm)?$/.exec(text);
  if (!parts) return undefined;
  const half = parts[3]?.charAt(0);
  let hour = Number(parts[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const time = `${two(hour)}:${parts[2] ?? '00'}`;
  return isWallTime(time) ? time : undefined;
}
