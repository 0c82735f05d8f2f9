import { businessWords } from '../tables/business-words';
import { commonWords } from '../tables/common-words';
import { places } from '../tables/places';
import { regionalWords } from '../tables/regional-words';
import { terms } from '../tables/terms';
import { squeeze } from './name-keys';

/** Ways of saying one thing: 軟件, 軟體, software. */
export interface Meaning {
  /** Folded, letters and digits only. */
  readonly forms: readonly string[];
  /** Says what kind of thing a name is of (a city, a company) and may be missing from how it was written. */
  readonly isKind: boolean;
}

interface Glossary {
  readonly byForm: ReadonlyMap<string, readonly Meaning[]>;
  readonly longest: number;
  /** All forms in the order of their units, to look up by how they begin. */
  readonly inOrder: readonly string[];
}

let made: Glossary | undefined;

function glossary(): Glossary {
  made ??= makeGlossary();
  return made;
}

function makeGlossary(): Glossary {
  const byForm = new Map<string, Meaning[]>();
  let longest = 0;
  for (const row of [places, terms, businessWords, commonWords, regionalWords].flatMap((table) => table.split('|'))) {
    const isKind = row.startsWith('~');
    const forms = [
      ...new Set(
        row
          .slice(isKind ? 1 : 0)
          .split('=')
          .map(squeeze),
      ),
    ];
    const meaning: Meaning = { forms, isKind };
    for (const form of forms) {
      longest = Math.max(longest, form.length);
      const known = byForm.get(form);
      if (known === undefined) byForm.set(form, [meaning]);
      else known.push(meaning);
    }
  }
  return { byForm, longest, inOrder: [...byForm.keys()].sort() };
}

/** The words of the glossary in Chinese characters that have a name in Latin letters too: they are found by their sound. */
export function termsInCharacters(): string[] {
  const rows = [places, terms, businessWords]
    .flatMap((table) => table.split('|'))
    .filter((row) => !row.startsWith('~'));
  return rows.flatMap((row) => row.split('=').filter((form) => /^\p{Script=Han}{2,}$/u.test(form)));
}

/** What a word (folded, letters and digits only) may mean; nothing when it is in no glossary. */
export function meaningsOf(word: string): readonly Meaning[] {
  return glossary().byForm.get(word) ?? [];
}

/** The words that one that is still being typed may become: "artificial int". */
export function wordsBeginning(typed: string, most: number): readonly string[] {
  const { inOrder } = glossary();
  let from = 0;
  let to = inOrder.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((inOrder[middle] ?? '') < typed) from = middle + 1;
    else to = middle;
  }
  const found: string[] = [];
  while (found.length < most && inOrder[from]?.startsWith(typed) === true) {
    found.push(inOrder[from] ?? '');
    from += 1;
  }
  return found;
}

/** A piece of a query: a word of the glossary, or what stands between two of them. */
export interface Piece {
  readonly text: string;
  readonly meanings: readonly Meaning[];
}

/** Takes a run of Chinese characters (folded) apart into the words of the glossary, the longest first, and the rest. */
export function piecesOfRun(run: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = '';
  const flush = (): void => {
    if (rest !== '') pieces.push({ text: rest, meanings: [] });
    rest = '';
  };
  for (let at = 0; at < run.length;) {
    const length = longestAt(run, at);
    if (length === 0) {
      rest += run.charAt(at);
      at += 1;
    } else {
      flush();
      const text = run.slice(at, at + length);
      pieces.push({ text, meanings: meaningsOf(text) });
      at += length;
    }
  }
  flush();
  return pieces;
}

/** A single character is a word only at the end, behind what it says more of: 深圳市, 九龍東, not 市. */
function longestAt(run: string, at: number): number {
  for (let length = Math.min(glossary().longest, run.length - at); length > 0; length -= 1) {
    const meanings = meaningsOf(run.slice(at, at + length));
    if (meanings.length === 0) continue;
    if (length > 1 || (at > 1 && at + 1 === run.length)) return length;
  }
  return 0;
}

const mostWordsOfTerm = 8;

/** Takes words (folded, letters and digits only) apart into those of the glossary, the longest first, and the rest one by one. */
export function piecesOfWords(words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length;) {
    let count = Math.min(mostWordsOfTerm, words.length - at);
    while (count > 1 && meaningsOf(words.slice(at, at + count).join('')).length === 0) count -= 1;
    const text = words.slice(at, at + count).join('');
    pieces.push({ text, meanings: meaningsOf(text) });
    at += count;
  }
  return pieces;
}
