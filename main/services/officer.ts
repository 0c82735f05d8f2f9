import { noText } from '@shared/domain/values';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import type { Transaction } from '../storage/store';

interface SplitName {
  readonly familyName: LocalisedText;
  readonly givenName: LocalisedText;
}

/** Chinese family names of two characters, in both written forms. */
const longFamilyNames = new Set(
  (
    '歐陽 欧阳 司徒 司馬 司马 上官 諸葛 诸葛 東方 东方 皇甫 尉遲 尉迟 公孫 公孙 慕容 令狐 宇文 長孫 长孙 端木 夏侯 軒轅 轩辕 ' +
    '鍾離 钟离 南宮 南宫 獨孤 独孤 呼延 西門 西门 申屠 鮮于 鲜于 淳于 濮陽 濮阳 澹臺 澹台 赫連 赫连 聞人 闻人 拓跋 百里'
  ).split(' '),
);

/** Makes the person record that the officer at this laptop signs with, unless it is there already. */
export function createOfficer(tx: Pick<Transaction, 'get' | 'create'>, me: RecordId, name: string): void {
  if (tx.get('person', me) !== undefined) return;
  tx.create('person', { side: 'ours', ...splitName(name) }, me);
}

/** A name typed on one line, in Chinese characters, Latin letters or both, as family and given name. */
export function splitName(name: string): SplitName {
  const han = (name.match(/\p{Script=Han}[\p{Script=Han}·\s]*/gu) ?? []).join(' ').trim();
  const rest = name.replaceAll(/\p{Script=Han}[\p{Script=Han}·]*/gu, ' ').trim();
  const chinese = splitChinese(han);
  const latin = splitLatin(rest);
  return {
    familyName: { ...noText, zhHant: chinese.family, en: latin.family },
    givenName: { ...noText, zhHant: chinese.given, en: latin.given },
  };
}

function splitChinese(name: string): { family: string; given: string } {
  const [first = '', ...others] = name.split(/\s+/);
  if (others.length > 0) return { family: first, given: others.join('') };
  const characters = [...name];
  // Four characters without a long family name are a married woman's two: 陳方安生.
  const isLong =
    characters.length === 4 || (characters.length > 2 && longFamilyNames.has(characters.slice(0, 2).join('')));
  const length = isLong ? 2 : 1;
  return { family: characters.slice(0, length).join(''), given: characters.slice(length).join('') };
}

function splitLatin(name: string): { family: string; given: string } {
  const [beforeComma = '', afterComma] = name.split(/,\s*/, 2);
  if (afterComma !== undefined && afterComma !== '') return { family: beforeComma.trim(), given: afterComma.trim() };
  const words = beforeComma.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2) return { family: '', given: words.join('') };
  const at = familyWordIn(words);
  return { family: words[at] ?? '', given: words.filter((_, index) => index !== at).join(' ') };
}

/** Hong Kong marks a family name by capitals (CHAN Tai Man) or by what follows it (Chan Tai-man); else it stands last. */
function familyWordIn(words: readonly string[]): number {
  const capital = words.map((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word));
  if (capital.filter(Boolean).length === 1) return capital.indexOf(true);
  const last = words.length - 1;
  return /^\p{Lu}\p{Ll}*-\p{Ll}+$/u.test(words[last] ?? '') ? last - 1 : last;
}
