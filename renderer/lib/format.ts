import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, daysBetween, daysInWords, instantOf, timeZoneHere, wallClockAt } from '@shared/dates';
import type { CalendarDate, Instant, WallTime } from '@shared/dates';
import { textIn } from '@shared/domain/values';
import type { LocalisedText, Money, WrittenForm } from '@shared/domain/values';

/** The day on this machine's calendar. */
export function todayHere(): CalendarDate {
  return wallClockAt(instantOf(Date.now()), timeZoneHere()).day;
}

const dayStyles = {
  /** 26 Feb 2026 */
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Thu 26 Feb */
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Thursday 26 February 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DayStyle = keyof typeof dayStyles;

export interface Format {
  /** The written form in which data is shown first. */
  readonly form: WrittenForm;
  readonly locale: string;
  readonly text: (text: LocalisedText) => string;
  readonly day: (day: CalendarDate, style?: DayStyle) => string;
  /** "24–26 Feb 2026" */
  readonly days: (first: CalendarDate, last: CalendarDate) => string;
  /** "today", "tomorrow", "3 days ago", and beyond a fortnight the day itself. */
  readonly nearDay: (day: CalendarDate, today: CalendarDate) => string;
  /** "09:30–11:00" */
  readonly times: (start: WallTime, end: WallTime) => string;
  /** The day and time of a moment on this machine's clock. */
  readonly moment: (instant: Instant) => string;
  /** "14:32:05", the time of a moment on this machine's clock. */
  readonly clock: (instant: Instant) => string;
  readonly money: (money: Money) => string;
  readonly bytes: (count: number) => string;
  readonly number: (count: number) => string;
}

/** "2026年2月24日至26日": Intl writes such spans in figures only. */
function daysInChinese(first: CalendarDate, last: CalendarDate): string {
  const [firstYear = 0, firstMonth = 0, firstOfMonth = 0] = first.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = last.split('-').map(Number);
  const beginning = `${firstYear}年${firstMonth}月${firstOfMonth}日`;
  if (first === last) return beginning;
  const inYear = year === firstYear ? '' : `${year}年`;
  const inMonth = inYear === '' && month === firstMonth ? '' : `${month}月`;
  return `${beginning}至${inYear}${inMonth}${day}日`;
}

function makeFormat(locale: string, form: WrittenForm): Format {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' });
  const number = new Intl.NumberFormat(locale);
  const day = (value: CalendarDate, style: DayStyle = 'short'): string =>
    dayInWords(value, locale, dayStyles[style]).replaceAll(',', '');
  return {
    form,
    locale,
    text: (text) => textIn(text, form),
    day,
    days: (first, last) =>
      form === 'en' ? daysInWords(first, last, locale, dayStyles.short) : daysInChinese(first, last),
    nearDay: (value, today) => {
      const away = daysBetween(today, value);
      return Math.abs(away) <= 14 ? relative.format(away, 'day') : day(value);
    },
    times: (start, end) => `${start}–${end}`,
    moment: (instant) => moment.format(new Date(instant)),
    clock: (instant) => clock.format(new Date(instant)),
    money: ({ currency, minor }) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(minor / 100),
    bytes: (count) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const at = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: units[at] ?? 'byte',
        unitDisplay: at === 0 ? 'long' : 'short',
        maximumFractionDigits: at > 1 ? 1 : 0,
      }).format(count / 1000 ** at);
    },
    number: (count) => number.format(count),
  };
}

const forms: Readonly<Record<string, WrittenForm>> = { en: 'en', 'zh-Hant-HK': 'zhHant', 'zh-Hans': 'zhHans' };
const locales: Readonly<Record<string, string>> = { en: 'en-GB', 'zh-Hant-HK': 'zh-Hant-HK', 'zh-Hans': 'zh-Hans-CN' };

/** Days, times, money and names in the screen's language. */
export function useFormat(): Format {
  const { language } = useTranslation().i18n;
  return useMemo(() => makeFormat(locales[language] ?? 'en-GB', forms[language] ?? 'en'), [language]);
}
