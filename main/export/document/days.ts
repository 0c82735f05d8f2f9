import { dayInWords, daysInWords } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { Money, WrittenForm } from '@shared/domain/values';

const locales = { en: 'en-GB', zhHant: 'zh-Hant-HK', zhHans: 'zh-Hans-CN' } as const satisfies Record<
  WrittenForm,
  string
>;

/** English dates stand without commas, as the Government writes them. */
function written(words: string, form: WrittenForm): string {
  return form === 'en' ? words.replaceAll(',', '') : words;
}

/** "Tuesday 24 February 2026", "2026年2月24日星期二" */
export function longDay(day: CalendarDate, form: WrittenForm): string {
  return written(
    dayInWords(day, locales[form], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    form,
  );
}

/** "24 February 2026", "2026年2月24日" */
export function plainDay(day: CalendarDate, form: WrittenForm): string {
  return written(dayInWords(day, locales[form], { day: 'numeric', month: 'long', year: 'numeric' }), form);
}

/** "24 Feb 2026"; Chinese has no shorter way. */
export function shortDay(day: CalendarDate, form: WrittenForm): string {
  const month = form === 'en' ? 'short' : 'long';
  return written(dayInWords(day, locales[form], { day: 'numeric', month, year: 'numeric' }), form);
}

/** "27 Feb", "2月27日" */
export function dayOfMonth(day: CalendarDate, form: WrittenForm): string {
  return written(dayInWords(day, locales[form], { day: 'numeric', month: form === 'en' ? 'short' : 'long' }), form);
}

/**
 * "24–26 February 2026", "28 February – 2 March 2026", "2026年2月24日至26日": two numbers stand close in English,
 * whatever this version of ICU thinks.
 */
export function spanOfDays(first: CalendarDate, last: CalendarDate, form: WrittenForm): string {
  if (first === last) return plainDay(first, form);
  if (form !== 'en') return chineseSpan(first, last);
  const words = written(
    daysInWords(first, last, locales[form], { day: 'numeric', month: 'long', year: 'numeric' }),
    form,
  );
  return words.replace(/\s*–\s*/, ' – ').replace(/^(\d+) – (?=\d+ )/, '$1–');
}

/** What both days share is said once, as in "2026年2月24日至26日". */
function chineseSpan(first: CalendarDate, last: CalendarDate): string {
  const [year, month] = first.split('-');
  const [lastYear, lastMonth] = last.split('-');
  const whole = plainDay(last, 'zhHant');
  const from = year === lastYear ? whole.indexOf('年') + 1 : 0;
  const shown = year === lastYear && month === lastMonth ? whole.indexOf('月') + 1 : from;
  return `${plainDay(first, 'zhHant')}至${whole.slice(shown)}`;
}

/** 1,200: how many of something. */
export function wholeNumber(count: number, form: WrittenForm): string {
  return new Intl.NumberFormat(locales[form], { maximumFractionDigits: 0 }).format(count);
}

/** 12,345.60 with a real minus sign; the currency stands at the head of the table. */
export function amount({ minor }: Money, form: WrittenForm): string {
  const words = new Intl.NumberFormat(locales[form], { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return words.format(minor / 100).replace('-', '−');
}

/** "HK$12,345.60", "12,345.60元人民幣": money in running text. */
export function money(sum: Money, form: WrittenForm): string {
  const number = amount(sum, form);
  if (form === 'en') return `${sum.currency === 'HKD' ? 'HK$' : 'RMB'}${number}`;
  if (sum.currency === 'HKD') return `${number}港元`;
  return `${number}${form === 'zhHant' ? '元人民幣' : '元人民币'}`;
}
