import { pinyin } from 'pinyin-pro';
import { getJyutpingCandidates } from 'to-jyutping';
import { fold } from '../fold';
import { cantoneseSyllable } from './cantonese';
import { mandarinSyllable } from './mandarin';
import type { SyllableId } from './spellings';
import { readingsAsSurname } from './surnames';

/*
 * pinyin-pro and to-jyutping read their tables when they are loaded (a tenth of a second together): this file, and what
 * imports it, belongs in main's worker threads and never in the window.
 */

/** For each character the syllables it can be read as, the likeliest first; none for a character that has no reading. */
export type Readings = readonly (readonly SyllableId[])[];

/** The most readings kept of one character, beside those as a surname: 行 xing, hang. */
const mostReadings = 2;
const mostCantonese = 3;

const pinyinOfOne = new Map<string, readonly SyllableId[]>();
const jyutpingOfOne = new Map<string, readonly SyllableId[]>();

/** How a run of Chinese characters is read in Standard Chinese: in its words, as a name that begins it, and otherwise. */
export function mandarinReadings(run: string): Readings {
  // pinyin-pro knows words in Simplified characters only; 銀行 would be yin xing to it.
  const characters = Array.from(fold(run));
  const simplified = characters.join('');
  const inWords = toSyllables(simplified, characters.length);
  const surname = readingsAsSurname(characters);
  return characters.map((character, at) =>
    unique([...(surname.mandarin[at] ?? []), ...optional(inWords[at]), ...pinyinAlone(character)]),
  );
}

function toSyllables(text: string, count: number): (SyllableId | undefined)[] {
  const read = pinyin(text, { toneType: 'none', type: 'array', v: true });
  return read.length === count ? read.map(mandarinSyllable) : [];
}

function pinyinAlone(character: string): readonly SyllableId[] {
  let known = pinyinOfOne.get(character);
  if (known === undefined) {
    const read = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
    known = unique(read.flatMap((each) => optional(mandarinSyllable(each)))).slice(0, mostReadings);
    pinyinOfOne.set(character, known);
  }
  return known;
}

/** How a run of Chinese characters is read in Cantonese: in its words, as a name that begins it, and otherwise. */
export function cantoneseReadings(run: string): Readings {
  const characters = Array.from(run);
  const inWords = getJyutpingCandidates(run);
  const surname = readingsAsSurname(Array.from(fold(run)));
  return characters.map((character, at) => {
    // A number word or a unit may be read as a whole; such a character is read alone.
    const here = inWords.length === characters.length ? cantoneseOf(inWords[at]?.[1]) : cantoneseAlone(character);
    return unique([...(surname.cantonese[at] ?? []), ...here.slice(0, mostCantonese)]);
  });
}

function cantoneseAlone(character: string): readonly SyllableId[] {
  let known = jyutpingOfOne.get(character);
  if (known === undefined) {
    known = cantoneseOf(getJyutpingCandidates(character)[0]?.[1]);
    jyutpingOfOne.set(character, known);
  }
  return known;
}

function cantoneseOf(jyutping: readonly string[] | undefined): SyllableId[] {
  return unique((jyutping ?? []).flatMap((each) => optional(cantoneseSyllable(each.replace(/\d$/, '')))));
}

function optional(id: SyllableId | undefined): SyllableId[] {
  return id === undefined ? [] : [id];
}

function unique(ids: readonly SyllableId[]): SyllableId[] {
  return [...new Set(ids)];
}
