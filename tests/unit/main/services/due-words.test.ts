import { describe, expect, it } from '@jest/globals';
import { findDue } from '@main/services/due-words';
import { day } from '../../../builders/records';

/** A Wednesday. */
const wednesday = day('2026-02-25');

/** What was understood, and what is left of the words. */
function read(text: string, today = wednesday): [string | null, string] {
  const found = findDue(text, today);
  return found === null ? [null, text] : [found.due, (text.slice(0, found.from) + text.slice(found.to)).trim()];
}

describe('a day in the words of a follow-up line', () => {
  it.each([
    ['call Friday', '2026-02-27'],
    ['call this Friday', '2026-02-27'],
    ['call next Friday', '2026-03-06'],
    ['call by Fri', '2026-02-27'],
    ['call on wed', '2026-02-25'],
    ['call 3/3', '2026-03-03'],
    ['call by 3/3/2027', '2027-03-03'],
    ['call 31/1', '2027-01-31'],
    ['call 3 March', '2026-03-03'],
    ['call March 3rd', '2026-03-03'],
    ['call 3-5 March', '2026-03-05'],
    ['call 1 Feb', '2027-02-01'],
    ['call 2026-03-05', '2026-03-05'],
    ['call tomorrow', '2026-02-26'],
    ['call the day after tomorrow', '2026-02-27'],
    ['call in two weeks', '2026-03-11'],
    ['call within 10 days', '2026-03-07'],
    ['call in a fortnight', '2026-03-11'],
    ['call by EOM', '2026-02-28'],
    ['call by end of month', '2026-02-28'],
    ['call by the end of the month', '2026-02-28'],
    ['call end of next month', '2026-03-31'],
    ['call by end of March', '2026-03-31'],
    ['call by end of the year', '2026-12-31'],
    ['call by end of the week', '2026-02-27'],
    ['call by the end of next week', '2026-03-06'],
    ['call next week', '2026-03-04'],
    ['call 3月3日', '2026-03-03'],
    ['call 三月三日', '2026-03-03'],
    ['call 今天', '2026-02-25'],
    ['call 明天', '2026-02-26'],
    ['call 聽日', '2026-02-26'],
    ['call 後天', '2026-02-27'],
    ['call 后天', '2026-02-27'],
    ['call 大后天', '2026-02-28'],
    ['call 星期五', '2026-02-27'],
    ['call 周五', '2026-02-27'],
    ['call 下周五', '2026-03-06'],
    ['call 下週五', '2026-03-06'],
    ['call 下星期五', '2026-03-06'],
    ['call 下禮拜五', '2026-03-06'],
    ['call 下個星期日', '2026-03-08'],
    ['call 這週五', '2026-02-27'],
    ['call 本周五', '2026-02-27'],
    ['call 下週', '2026-03-04'],
    ['call 月底', '2026-02-28'],
    ['call 月底前', '2026-02-28'],
    ['call 月初', '2026-03-01'],
    ['call 月中', '2026-03-15'],
    ['call 下月底', '2026-03-31'],
    ['call 下個月初', '2026-03-01'],
    ['call 3月底', '2026-03-31'],
    ['call 一月底', '2027-01-31'],
    ['call 十二月中', '2026-12-15'],
    ['call 年底', '2026-12-31'],
    ['call 明年底', '2027-12-31'],
    ['call 兩週後', '2026-03-11'],
    ['call 两周后', '2026-03-11'],
    ['call 三天內', '2026-02-28'],
    ['call 十二日後', '2026-03-09'],
    ['call 3個月後', '2026-05-25'],
  ])('%s', (text, due) => {
    expect(read(text)).toEqual([due, 'call']);
  });

  it.each([
    ['下週五前把租約寄給陳先生', '2026-03-06', '把租約寄給陳先生'],
    ['月底交報告', '2026-02-28', '交報告'],
    ['請於3月3日之前回覆', '2026-03-03', '請回覆'],
    ['Before Friday send the deck', '2026-02-27', 'send the deck'],
    ['tell Ada by 3/3 what was said on Friday', '2026-03-03', 'tell Ada what was said on Friday'],
    ['summarise Friday’s call on Monday', '2026-03-02', 'summarise Friday’s call'],
    ['lunch Friday 3pm', '2026-02-27', 'lunch Friday 3pm'],
  ])('%s', (text, due, left) => {
    const [found, words] = read(text);
    expect([found, words.replace(/\s+/g, ' ')]).toEqual([due, left]);
  });

  it.each([
    'they sat down',
    'the sun and the sea',
    'support 24/7',
    'a plan of two weeks',
    'what they said yesterday',
    'minutes of last Friday',
    'call in March',
    '31/6',
    'the second draft',
    '月中國',
    'version 3.3',
    '電話 2345 6789',
    '',
  ])('%s says no day', (text) => {
    expect(read(text)).toEqual([null, text]);
  });

  it.each([
    ['2026-02-28', '本週五', '2026-03-06'],
    ['2026-03-01', '下週五', '2026-03-06'],
    ['2026-02-28', 'Friday', '2026-03-06'],
    ['2026-02-28', '月底', '2026-02-28'],
    ['2026-12-31', '年底', '2026-12-31'],
    ['2026-12-30', 'in two weeks', '2027-01-13'],
    ['2026-12-30', '3/1', '2027-01-03'],
    ['2026-12-30', '下月底', '2027-01-31'],
    ['2027-01-31', '一個月後', '2027-02-28'],
  ])('on %s, %s', (today, text, due) => {
    expect(read(text, day(today))).toEqual([due, '']);
  });
});
