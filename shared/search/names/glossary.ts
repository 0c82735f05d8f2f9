import { businessWords } from '../tables/business-words';
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
}

let made: Glossary | undefined;

function glossary(): Glossary {
  made ??= makeGlossary();
  return made;
}

function makeGlossary(): Glossary {
  const byForm = new Map<string, Meaning[]>();
  let longest = 0;
  for (const row of [places, terms, businessWords, regionalWords].flatMap((table) => table.split('|'))) {
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
  return { byForm, longest };
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

/** A single character is a word only where it says what kind of thing stands before it: 深圳市, not 市. */
function longestAt(run: string, at: number): number {
  for (let length = Math.min(glossary().longest, run.length - at); length > 0; length -= 1) {
    const meanings = meaningsOf(run.slice(at, at + length));
    if (meanings.length === 0) continue;
    if (length > 1 || (at > 1 && at + 1 === run.length && meanings.some(({ isKind }) => isKind))) return length;
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
