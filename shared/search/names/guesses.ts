import { cantoneseTyped } from '../sounds/cantonese';
import { pinyinTyped } from '../sounds/mandarin';
import { otherDialect } from '../sounds/other-dialect';
import { patternsOf, slippedPatternsOf } from '../sounds/patterns';
import type { Pattern } from '../sounds/patterns';
import { latinWords, penalties, turnedRound } from './lookups';
import type { Lookup } from './lookups';

const leastForSlip = 4;
const longestForSlip = 24;

/** Whether a word is long enough to be found in spite of a slip. */
export function canHaveSlipped(word: string): boolean {
  return word.length >= leastForSlip && word.length <= longestForSlip && /^[a-z]+$/.test(word);
}

/** What to look up when a letter may have slipped: the letters of the query, to be found nearly so, and what it sounds like. */
export function slipsOf(query: string): { readonly letters: string; readonly lookups: readonly Lookup[] } | null {
  const words = latinWords(query);
  const letters = words?.join('') ?? '';
  if (words === null || !canHaveSlipped(letters)) return null;
  return { letters, lookups: slipLookups(words) };
}

/** A lookup for letters that are found nearly so, in `length` units. */
export function nearlyAs(length: number): Lookup {
  return {
    array: 'text',
    options: Array.from({ length }, () => []),
    by: 'slip',
    isFromHan: false,
    isOpen: false,
    penalty: 0,
  };
}

function slipLookups(words: readonly string[]): Lookup[] {
  const spelled = [
    ['mandarin', pinyinTyped],
    ['cantonese', cantoneseTyped],
  ] as const;
  return [
    ...spelled.flatMap(([array, spellings]) => {
      const patterns = [
        ...slippedPatternsOf(words, spellings),
        ...swapsOf(words).flatMap((swapped) => patternsOf(swapped, spellings, false).filter(isWhole)),
      ];
      return patterns.map(({ options }): Lookup => ({
        array,
        options,
        by: 'slip',
        isFromHan: false,
        isOpen: false,
        penalty: penalties.spelledOut,
      }));
    }),
  ];
}

function isWhole({ initials, options }: Pattern): boolean {
  return initials === 0 && options.length > 1;
}

/** Two neighbours swapped where one syllable ends and the next begins: "liduehua". */
function swapsOf(words: readonly string[]): string[][] {
  return words.flatMap((word, index) =>
    Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => {
      const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
      return words.map((each, other) => (other === index ? swapped : each));
    }),
  );
}

/** "Liu Dehua" for somebody written down as "Lau Tak-wah" only: by the characters that names are made of. */
export function otherDialectOf(query: string): Lookup[] {
  const words = latinWords(query);
  if (words === null) return [];
  const cross = (
    from: 'mandarin' | 'cantonese',
    to: 'mandarin' | 'cantonese',
    patterns: readonly Pattern[],
  ): Lookup[] =>
    patterns
      .filter(isWhole)
      .slice(0, 4)
      .flatMap(({ options }) => {
        const other = options.map((ids) => otherDialect(from, ids));
        return [other, ...turnedRound(other)].map((each, at): Lookup => ({
          array: to,
          options: each,
          by: 'other-dialect',
          isFromHan: false,
          isOpen: false,
          penalty: at > 0 ? penalties.turned : 0,
        }));
      });
  return [
    ...cross('mandarin', 'cantonese', patternsOf(words, pinyinTyped, false)),
    ...cross('cantonese', 'mandarin', patternsOf(words, cantoneseTyped, false)),
  ];
}
