import { en, zh } from 'chrono-node';
import type { ParsedResult } from 'chrono-node';
import { daysBetween, daysLater } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';

/** A day that was written in words, and where: `from` and `to` also take in the "by" before it or the 前 after it. */
export interface DueWords {
  readonly due: CalendarDate;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly day: CalendarDate;
  readonly from: number;
  readonly to: number;
  /** False where the words say more than a day ("Friday 3pm"), which must not be taken away with it. */
  readonly isWhole: boolean;
}

const digits = '零一二三四五六七八九十';
const number = '(\\d{1,3}|[一二三四五六七八九十兩两]{1,3})';

/** 12, 二, 十二, 二十 or 二十一 as a number. */
function numberIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.replace(/[兩两]/g, '二').split('十');
  if (ones === undefined) return digits.indexOf(tens ?? '');
  return (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));
const monthOf = (day: CalendarDate): number => Number(day.slice(5, 7));
/** Monday is 0: a week begins on Monday, in Hong Kong's offices and on the mainland. */
const weekdayOf = (day: CalendarDate): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

/** The last, the middle or the first day of a month that is `months` after January of `year`. */
function dayInMonth(year: number, months: number, part: string): CalendarDate {
  const day = /[底末]/.test(part) ? 0 : part === '中' ? 15 : 1;
  const date = new Date(Date.UTC(year, months + (day === 0 ? 1 : 0), day, 12));
  return date.toISOString().slice(0, 10) as CalendarDate;
}

function monthsLater(today: CalendarDate, count: number): CalendarDate {
  const last = dayInMonth(yearOf(today), monthOf(today) - 1 + count, '底');
  return `${last.slice(0, 8)}${today.slice(8) < last.slice(8) ? today.slice(8) : last.slice(8)}` as CalendarDate;
}

/** The first of these days that is not past. */
function firstAhead(today: CalendarDate, ...days: readonly CalendarDate[]): CalendarDate {
  return days.find((day) => day >= today) ?? today;
}

type Rule = readonly [RegExp, (found: readonly string[], today: CalendarDate) => CalendarDate];

const near: Readonly<Record<string, number>> = { 今: 0, 明: 1, 聽: 1, 听: 1, 後: 2, 后: 2, 大後: 3, 大后: 3 };

/** What chrono-node does not know, or knows in one of the two scripts only. */
const rules: readonly Rule[] = [
  [/(今|明|聽|听|大後|大后|後|后)[天日]/g, ([, which = ''], today) => daysLater(today, near[which] ?? 0)],
  [
    /(下下|下|這|这|今|本)?[個个]?(?:星期|禮拜|礼拜|週|周)([一二三四五六日天])/g,
    ([, which = '', name = ''], today) => {
      const weekday = '一二三四五六日'.indexOf(name === '天' ? '日' : name);
      const inThisWeek = daysLater(today, weekday - weekdayOf(today));
      if (which.startsWith('下')) return daysLater(inThisWeek, which.length * 7);
      return firstAhead(today, inThisWeek, daysLater(inThisWeek, 7));
    },
  ],
  [/下[個个]?(?:星期|禮拜|礼拜|週|周)(?![一二三四五六日天末])/g, (_found, today) => daysLater(today, 7)],
  [
    new RegExp(`${number}[個个]?(天|日|星期|禮拜|礼拜|週|周|月)(?:之|以)?[後后內内]`, 'g'),
    ([, count = '', unit = ''], today) => {
      if (unit === '月') return monthsLater(today, numberIn(count));
      return daysLater(today, numberIn(count) * (unit === '天' || unit === '日' ? 1 : 7));
    },
  ],
  [
    new RegExp(`(?:(明年|今年)?${number}|(下)[個个]?|[這这本今][個个]?)?月(底|末|初|中)(?![文心國国])`, 'g'),
    ([, year, month, next, part = ''], today) => {
      if (month !== undefined) {
        const at = (years: number) => dayInMonth(yearOf(today) + years, numberIn(month) - 1, part);
        return year === '明年' ? at(1) : firstAhead(today, at(0), at(1));
      }
      const at = (months: number) => dayInMonth(yearOf(today), monthOf(today) - 1 + months, part);
      return next !== undefined ? at(1) : firstAhead(today, at(0), at(1));
    },
  ],
  [/(明|今)?年[底末]/g, ([, which], today) => dayInMonth(yearOf(today) + (which === '明' ? 1 : 0), 11, '底')],
  [/\b(?:EOM|end of (?:the |this )?month)\b/gi, (_found, today) => dayInMonth(yearOf(today), monthOf(today) - 1, '底')],
  [
    /\b(?:EOY|end of (?:the |this )?year|(?:the )?year[- ]end)\b/gi,
    (_found, today) => dayInMonth(yearOf(today), 11, '底'),
  ],
  [
    /\b(?:EOW|end of (?:the |this )?week|(end of next week))\b/gi,
    ([, next], today) => {
      const friday = daysLater(today, 4 - weekdayOf(today));
      return next !== undefined ? daysLater(friday, 7) : firstAhead(today, friday, daysLater(friday, 7));
    },
  ],
  [/\b(?:in|within) a fortnight\b/gi, (_found, today) => daysLater(today, 14)],
  [/\b(?:the )?day after tomorrow\b/gi, (_found, today) => daysLater(today, 2)],
];

// "sat" and "sun" are words, 24/7 is no day in July, and neither the past nor "two weeks" by itself is a day to do it by.
const noDay =
  /^(?:sat|sun|wed|mon|now)$|^24\/7$|^(?:last|past|yesterday)\b|\bago$|^(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|half an?)\s+(?:hour|day|week|month|year)s?$/;
const isCertain = (found: ParsedResult): boolean =>
  found.start.isCertain('day') || found.start.isCertain('weekday') || found.end?.isCertain('day') === true;

/** What a person's words were read as by a parser of whole dates. */
function parsed(text: string, today: CalendarDate): Found[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // Noon of the machine's own day, and read back from it: no zone's clock comes into it.
  const noon = new Date(year, month - 1, day, 12);
  return [en.GB, zh.hant, zh.hans]
    .flatMap((parser) => parser.parse(text, noon, { forwardDate: true }))
    .filter((found) => isCertain(found) && (!noDay.test(found.text) || hasPreposition(text, found)))
    .map((found) => {
      const last = found.end ?? found.start;
      const date = last.date();
      const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
      return {
        day: parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-') as CalendarDate,
        from: found.index,
        to: found.index + found.text.length,
        isWhole: !last.isCertain('hour'),
      };
    });
}

const prepositionPattern =
  /(?:^|[\s(（,，])(?:by|before|due|until|till|on|no later than|not later than)\s+(?:the\s+)?$/i;

function hasPreposition(text: string, found: ParsedResult): boolean {
  return /^(?:sat|sun|wed|mon)$/.test(found.text) && prepositionPattern.test(text.slice(0, found.index));
}

/**
 * The day in a line that says until when, reckoned from the day of writing; null when there is none. Of several the one
 * with a "by" or 前, else the last. Numbers are day/month. A weekday is never past; a day without its year is ahead.
 */
export function findDue(text: string, today: CalendarDate): DueWords | null {
  const own = rules.flatMap(([pattern, dayOf]) =>
    [...text.matchAll(pattern)].map((match): Found => ({
      day: dayOf(match, today),
      from: match.index,
      to: match.index + match[0].length,
      isWhole: true,
    })),
  );
  const read = parsed(text, today).filter((found) => own.every(({ from, to }) => to <= found.from || found.to <= from));
  const candidates = [...own, ...read]
    // "Friday's call" is about the call; nobody promises for a day that is past, or in another generation.
    .filter(({ day, to }) => !/^['’]s\b/.test(text.slice(to)) && day >= today && daysBetween(today, day) < 3700)
    .map((found) => ({ ...found, ...withPrepositions(text, found) }))
    .sort((one, other) => Number(other.isBy) - Number(one.isBy) || other.to - one.to || one.from - other.from);
  const best = candidates[0];
  if (best === undefined) return null;
  const { day, from, to, isWhole } = best;
  return { due: day, words: text.slice(from, to), from: isWhole ? from : to, to };
}

function withPrepositions(text: string, { from, to }: Found): { from: number; to: number; isBy: boolean } {
  const before = prepositionPattern.exec(text.slice(0, from))?.[0].replace(/^[\s(（,，]/, '').length ?? 0;
  const after = /^\s*(?:之前|以前|前)/.exec(text.slice(to))?.[0].length ?? 0;
  const chinese = /[於于在]$/.exec(text.slice(0, from))?.[0].length ?? 0;
  return { from: from - Math.max(before, chinese), to: to + after, isBy: before > 0 || after > 0 };
}
