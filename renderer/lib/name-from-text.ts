import { noText } from '@shared/domain/values';
import type { LocalisedText } from '@shared/domain/values';

const han = /\p{Script=Han}/u;
/** Family names of two characters; all others have one. */
const doubleNames =
  /^(欧阳|歐陽|司徒|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|尉迟|尉遲|东方|東方|慕容|令狐|长孙|長孫|范姜|张简|張簡)/u;

/** How a Chinese name is taken to be written: ours in Traditional characters, a mainland host's in Simplified. */
type Chinese = 'zhHant' | 'zhHans';

/** A name that was typed into one box, under the script it is written in. */
export function localisedFromText(name: string): LocalisedText {
  const text = name.trim();
  return han.test(text) ? { ...noText, zhHans: text } : { ...noText, en: text };
}

/** A person's name that was typed into one box: Chinese family name first, English family name last. */
export function personNameFromText(
  name: string,
  chinese: Chinese = 'zhHans',
): { familyName: LocalisedText; givenName: LocalisedText } {
  const text = name.trim();
  if (han.test(text)) {
    const family = doubleNames.exec(text)?.[0] ?? [...text][0] ?? '';
    return {
      familyName: { ...noText, [chinese]: family },
      givenName: { ...noText, [chinese]: text.slice(family.length).trim() },
    };
  }
  const words = text.split(/\s+/);
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  return {
    familyName: { ...noText, en: family },
    givenName: { ...noText, en: words.slice(0, words.length > 1 ? -1 : 1).join(' ') },
  };
}
