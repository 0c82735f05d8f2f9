import { dayInWords, daysInWords } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { Money } from '@shared/domain/values';
import type { TimesInReport } from './model';
import { say } from './text';

const locale = 'en-GB';

function without(commas: string): string {
  return commas.replaceAll(',', '');
}

/** Tuesday 24 February 2026 */
export function longDay(day: CalendarDate): string {
  return without(dayInWords(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));
}

/** 24 February 2026 */
export function plainDay(day: CalendarDate): string {
  return without(dayInWords(day, locale, { day: 'numeric', month: 'long', year: 'numeric' }));
}

/** 24 Feb 2026 */
export function shortDay(day: CalendarDate): string {
  return without(dayInWords(day, locale, { day: 'numeric', month: 'short', year: 'numeric' }));
}

/** "24–26 February 2026", "28 February – 2 March 2026": two numbers stand close, whatever this version of ICU thinks. */
export function spanOfDays(first: CalendarDate, last: CalendarDate): string {
  if (first === last) return plainDay(first);
  const words = without(daysInWords(first, last, locale, { day: 'numeric', month: 'long', year: 'numeric' }));
  return words.replace(/\s*–\s*/, ' – ').replace(/^(\d+) – (?=\d+ )/, '$1–');
}

/** "09:30–11:00"; "22:10 to 07:30, 27 Feb"; whose clock it is when that is not the trip's own. */
export function timesInWords({ start, end, endDay, clock }: TimesInReport): string {
  const until =
    endDay === null
      ? ''
      : say('programme.until', {
          time: end,
          day: without(dayInWords(endDay, locale, { day: 'numeric', month: 'short' })),
        });
  const times = endDay !== null ? `${start} ${until}` : end === '' ? start : `${start}–${end}`;
  return clock === '' ? times : `${times} (${say('programme.clock', { place: clock })})`;
}

/** 12,345.60 with a real minus sign; the currency stands at the head of the table. */
export function amount({ minor }: Money): string {
  const words = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return words.format(minor / 100).replace('-', '−');
}
