import { dayInWords } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { PressWords } from './press-words';

const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 31 as a release in Chinese writes them: 二十六. */
function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (numerals[tens] ?? '')}十`;
  return `${ten}${ones === 0 ? '' : (numerals[ones] ?? '')}`;
}

/** "February 26", 二月二十六日: a day as a release names it in its text. */
export function dayInPress(words: PressWords, day: CalendarDate): string {
  if (words.form === 'en') return dayInWords(day, 'en-US', { day: 'numeric', month: 'long' });
  return `${chineseNumber(Number(day.slice(5, 7)))}月${chineseNumber(Number(day.slice(8)))}日`;
}

/** The last lines: "Ends/Thursday, February 26, 2026"; 完, ２０２６年２月２６日（星期四）. When it is issued is not known. */
export function datedEnd(words: PressWords, today: CalendarDate): string[] {
  const time = words.say('press.fill.time');
  if (words.form === 'en') {
    const day = dayInWords(today, 'en-US', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    return [words.say('press.ends', { day }), words.say('press.dated', { time }), words.say('press.issued')];
  }
  const [year = '', month = '', date = ''] = today.split('-');
  const day = fullWidth(`${year}年${String(Number(month))}月${String(Number(date))}日`);
  const weekday = dayInWords(today, words.form === 'zhHant' ? 'zh-Hant-HK' : 'zh-Hans-CN', { weekday: 'long' });
  return [words.say('press.ends'), words.say('press.dated', { day, weekday }), words.say('press.issued', { time })];
}

function fullWidth(text: string): string {
  return text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
