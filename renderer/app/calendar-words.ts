// The calendar to pick a day from takes its names of months and days from here; no day is reckoned with it.
// eslint-disable-next-line no-restricted-imports -- the words of the calendar are kept in that package alone
import 'dayjs/locale/zh-cn';
// eslint-disable-next-line no-restricted-imports -- the same
import 'dayjs/locale/zh-hk';

const locales: Readonly<Record<string, string>> = { 'zh-Hant-HK': 'zh-hk', 'zh-Hans': 'zh-cn' };

/** The name under which the calendar knows the words of a language of the window. */
export function calendarWords(language: string): string {
  return locales[language] ?? 'en';
}
