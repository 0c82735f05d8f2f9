import { letter, mark, sign, unitClasses } from './unit-classes';

/** Words longer than this stand in the index in stretches that overlap. In units. */
export const longestStretch = 64;
/** Whatever is no longer than this stands wholly in one of the stretches. */
export const surelyWhole = longestStretch / 2;

/** A stretch of a word that is looked for, as the index has it. */
export type Piece =
  /** Part of a word of letters. */
  | { readonly kind: 'letters'; readonly part: string }
  /** Two signs beside each other, as `pairOf` numbers them. */
  | { readonly kind: 'pair'; readonly pair: number }
  /** A sign or a mark, whatever stands after it. */
  | { readonly kind: 'single'; readonly unit: number };

/** What is looked for, in the index's terms; `isExact` when whatever has all the pieces has the words too. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly isExact: boolean;
}

/** The number of a pair of units; a sign with no other after it is paired with 0. */
export function pairOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** Takes folded words apart. */
export function piecesOf(words: readonly string[]): Pieces {
  const pieces: Piece[] = [];
  let isExact = true;
  for (const word of words) {
    const { length } = pieces;
    if (!addPieces(word, pieces) || pieces.length > length + 1) isExact = false;
  }
  return { pieces, isExact };
}

/** Whether what has the pieces has the word. */
function addPieces(word: string, pieces: Piece[]): boolean {
  const classes = unitClasses();
  let isWhole = true;
  for (let at = 0; at < word.length;) {
    const first = word.charCodeAt(at);
    const kind = classes[first];
    let end = at + 1;
    if (kind === letter || kind === sign) while (end < word.length && classes[word.charCodeAt(end)] === kind) end += 1;
    if (kind === letter) {
      if (end - at > surelyWhole) isWhole = false;
      pieces.push({ kind: 'letters', part: word.slice(at, Math.min(end, at + surelyWhole)) });
    } else if (kind === mark || (kind === sign && end === at + 1)) {
      pieces.push({ kind: 'single', unit: first });
    } else if (kind === sign) {
      for (let left = at; left + 1 < end; left += 1) {
        pieces.push({ kind: 'pair', pair: pairOf(word.charCodeAt(left), word.charCodeAt(left + 1)) });
      }
    } else {
      isWhole = false;
    }
    at = end;
  }
  return isWhole;
}
