import type { SearchMark } from '@shared/ipc/search-channels';
import { findAllFolded, fold, foldWithPlaces } from '@shared/search/fold';
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
  /** The folded text; null when `marks` say already what to mark, for a name that was found by its sound, say. */
  readonly folded: string | null;
  readonly marks: readonly SearchMark[];
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
    best = { text, rank, folded: inText, marks: [] };
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
const mostPlaces = 200;
const mostAway = 8;

/** A piece of a text about the place where most of the words stand near each other. */
export function excerptOf({ text: { text, shown }, folded, marks }: Match, words: readonly string[]): Excerpt {
  const found = folded === null ? (marks[0] ?? { start: 0, length: 0 }) : placeIn(text, folded, words);
  if (shown !== undefined) {
    return { excerpt: shown, excerptMarks: [{ start: 0, length: shown.length }], found };
  }
  const from = whole(text, text.length <= longest ? 0 : Math.max(0, found.start - before));
  const to = whole(text, Math.min(text.length, from + longest));
  const piece = text.slice(from, to).replace(/\s/g, ' ');
  const ahead = from > 0 ? '…' : '';
  const excerpt = `${ahead}${piece}${to < text.length ? '…' : ''}`;
  const inPiece = folded === null ? marks.filter(({ start, length }) => start >= from && start + length <= to) : null;
  const excerptMarks = (
    inPiece?.map(({ start, length }) => ({ start: start - from, length })) ?? marksIn(piece, words)
  ).map(({ start, length }) => ({ start: start + ahead.length, length }));
  return { excerpt, excerptMarks, found };
}

/** Where the words stand together in a text, or most of them near each other. */
function placeIn(text: string, folded: string, words: readonly string[]): SearchMark {
  const phrase = words.join(' ');
  const together = folded.indexOf(phrase);
  const { start, length } = together === -1 ? densest(folded, words) : { start: together, length: phrase.length };
  const wanted = folded.slice(start, start + length);
  // Nearly always a text is as long folded as it was typed: then it stands where it stands there, or not far from it.
  for (let away = 0; away <= mostAway; away += 1) {
    for (const at of [start + away, start - away]) {
      if (at >= 0 && fold(text.slice(at, at + length)) === wanted) return { start: at, length };
    }
  }
  const { places } = foldWithPlaces(text);
  const from = places[start] ?? 0;
  return { start: from, length: Math.max(1, (places[start + length] ?? text.length) - from) };
}

/** The place of a word from which most others are within reach of one excerpt. */
function densest(folded: string, words: readonly string[]): SearchMark {
  const marks = words.flatMap((word) => placesOf(word, folded)).sort((one, other) => one.start - other.start);
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

function placesOf(word: string, folded: string): SearchMark[] {
  const places: SearchMark[] = [];
  for (let at = folded.indexOf(word); at !== -1 && places.length < mostPlaces; at = folded.indexOf(word, at + 1)) {
    places.push({ start: at, length: word.length });
  }
  return places;
}

/** Never between the two halves of a character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}
