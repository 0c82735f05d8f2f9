import type { SearchMark, SearchedField } from '@shared/ipc/search-channels';
import { findAllFolded, fold } from '@shared/search/fold';
import type { SearchedText } from './searched-texts';

/** What is looked for: folded words, each of which must stand somewhere in a record. */
export function wordsOf(text: string): string[] {
  return [...new Set(fold(text).split(/\s+/))].filter((word) => word !== '');
}

/** Where words were found in a record. */
export interface Match {
  /** The text that tells most of it. */
  readonly text: SearchedText;
  /** The smaller the better. */
  readonly rank: number;
}

/** In a match's rank: the whole of a name, its beginning, that of a word of it, inside it; then other texts. */
const ranks = { whole: 0, start: 1, word: 2, within: 3, together: 5, apart: 6 } as const;

/**
 * The match of words in the texts of a record; null when one of the words is nowhere. `folded` gives the folded texts in
 * the same order.
 */
export function matchIn(
  words: readonly string[],
  texts: readonly SearchedText[],
  folded: readonly string[] = texts.map(({ text }) => fold(text)),
): Match | null {
  const phrase = words.join(' ');
  let best: Match | null = null;
  let most = 0;
  const found = new Set<string>();
  for (const [at, text] of texts.entries()) {
    const inText = folded[at] ?? '';
    const here = words.filter((word) => inText.includes(word));
    if (here.length === 0) continue;
    for (const word of here) found.add(word);
    const rank =
      here.length < words.length
        ? ranks.apart
        : text.isName
          ? rankInName(phrase, words, inText)
          : rankInText(phrase, inText);
    const isBetter = best === null || here.length > most || (here.length === most && rank < best.rank);
    if (!isBetter) continue;
    most = here.length;
    best = { text, rank };
  }
  return best !== null && found.size === words.length ? best : null;
}

function rankInName(phrase: string, words: readonly string[], name: string): number {
  if (name === phrase) return ranks.whole;
  if (name.startsWith(phrase)) return ranks.start;
  return words.every((word) => startsWord(word, name)) ? ranks.word : ranks.within;
}

function startsWord(word: string, name: string): boolean {
  for (let at = name.indexOf(word); at !== -1; at = name.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(name.charAt(at - 1))) return true;
  }
  return false;
}

function rankInText(phrase: string, text: string): number {
  return text.includes(phrase) ? ranks.together : ranks.apart;
}

/** Where the words stand in a text as it is typed, from the first on, none over another. */
export function marksIn(text: string, words: readonly string[]): SearchMark[] {
  const all = words.flatMap((word) => findAllFolded(text, word, 20));
  all.sort((one, other) => one.start - other.start || other.length - one.length);
  const marks: SearchMark[] = [];
  for (const { start, length } of all) {
    const last = marks.at(-1);
    if (last === undefined || start > last.start + last.length) marks.push({ start, length });
    else if (start + length > last.start + last.length) {
      marks[marks.length - 1] = { start: last.start, length: start + length - last.start };
    }
  }
  return marks;
}

/** The words around a match as they are shown, and where they came from. */
export interface Excerpt {
  readonly excerpt: string;
  readonly excerptMarks: SearchMark[];
  /** The match in the text that was looked through. */
  readonly found: SearchMark;
}

const before = 40;
const longest = 160;

/** A piece of a text about the place where most of the words stand near each other. */
export function excerptOf({ text, shown }: SearchedText, words: readonly string[]): Excerpt {
  const phrase = words.join(' ');
  const marks = findAllFolded(text, phrase, 1);
  const all = marks.length > 0 ? marks : marksIn(text, words);
  const found = densest(all);
  if (shown !== undefined) {
    return { excerpt: shown, excerptMarks: [{ start: 0, length: shown.length }], found };
  }
  const from = whole(text, text.length <= longest ? 0 : Math.max(0, found.start - before));
  const to = whole(text, Math.min(text.length, from + longest));
  const piece = text.slice(from, to).replace(/\s/g, ' ');
  const ahead = from > 0 ? '…' : '';
  const excerpt = `${ahead}${piece}${to < text.length ? '…' : ''}`;
  const excerptMarks = marksIn(piece, words).map(({ start, length }) => ({ start: start + ahead.length, length }));
  return { excerpt, excerptMarks, found };
}

/** The mark from which most others are within reach of one excerpt. */
function densest(marks: readonly SearchMark[]): SearchMark {
  let best = marks[0] ?? { start: 0, length: 0 };
  let most = 0;
  for (const [at, mark] of marks.entries()) {
    let count = 1;
    while ((marks[at + count]?.start ?? Infinity) < mark.start + longest - before) count += 1;
    if (count > most) {
      most = count;
      best = mark;
    }
  }
  return best;
}

/** Never between the two halves of a character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}

/** What is called by its field rather than by itself where it is shown. */
export function isTitleField(field: SearchedField): boolean {
  return field === 'name' || field === 'title';
}
