import { hanClasses } from './tables/han-classes';

/*
 * Folding takes away what a person who searches does not mean: case, accents, width, the many forms of one dash, and
 * which of the Traditional, Hong Kong, Taiwan, Japanese or Simplified forms a character was written in. It goes unit by
 * unit of UTF-16, by a table of 65,536 entries made when it is first asked for, so that long texts fold at the speed of
 * memory and every place of a folded text leads back to the text as it was typed.
 */

/** In the table: this unit folds to nothing (a combining accent, a zero-width joiner). */
export const foldsToNothing = 0;
/** In the table: ask `foldCharacter` for the whole character (half of a surrogate pair, or several units such as ㎏). */
export const foldsToSeveral = 1;

/** Letters that Unicode does not take apart, and signs that have many shapes. */
const alikes: readonly (readonly [string, string])[] = [
  ['øǿ', 'o'],
  ['đð', 'd'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['‐‑‒–—―−﹣－', '-'],
  ['‘’‚‛′＇ʼ', "'"],
  ['“”„‟″＂', '"'],
  ['・•‧∙⋅', '·'],
];

interface Folding {
  readonly table: Uint16Array;
  readonly likes: ReadonlyMap<string, string>;
  readonly several: Map<number, string>;
}

let made: Folding | undefined;

function folding(): Folding {
  made ??= makeFolding();
  return made;
}

function makeFolding(): Folding {
  const likes = new Map<string, string>();
  for (const [shapes, one] of alikes) for (const shape of shapes) likes.set(shape, one);
  for (const members of hanClasses.split(' ')) {
    const [head = '', ...others] = members;
    for (const other of others) likes.set(other, head);
  }
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  const several = new Map<number, string>();
  table[0] = foldsToSeveral;
  table[1] = foldsToSeveral;
  several.set(0, '').set(1, '');
  const put = (unit: number): void => {
    const piece = pieceOf(String.fromCharCode(unit), likes);
    if (piece.length === 1) table[unit] = piece.charCodeAt(0);
    else if (piece === '') table[unit] = foldsToNothing;
    else {
      table[unit] = foldsToSeveral;
      several.set(unit, piece);
    }
  };
  // The large blocks in which only what `likes` names is changed are not walked through: this runs when a program starts.
  for (let unit = 2; unit < 0x10000; unit += 1) {
    if (unit === 0x3400) unit = 0xa000;
    if (unit === 0xac00) unit = 0xd7b0;
    if (unit >= 0xd800 && unit < 0xe000) table[unit] = foldsToSeveral;
    else if (unit < 0xe000 || unit >= 0xf900) put(unit);
  }
  for (const shape of likes.keys()) if (shape.length === 1) put(shape.charCodeAt(0));
  return { table, likes, several };
}

/** What one character folds to, by Unicode's compatibility forms and by what is alike. */
function pieceOf(character: string, likes: ReadonlyMap<string, string>): string {
  const bare = character
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '');
  let piece = '';
  for (const each of bare) piece += likes.get(each) ?? each;
  return piece;
}

/** What each UTF-16 unit folds to: a unit, `foldsToNothing` or `foldsToSeveral`. Not to be written to. */
export function foldTable(): Uint16Array {
  return folding().table;
}

/** What the character with this code point (not a unit of it) folds to; '' when to nothing. */
export function foldCharacter(codePoint: number): string {
  const { table, likes, several } = folding();
  const unit = codePoint < 0x10000 ? (table[codePoint] ?? codePoint) : foldsToSeveral;
  if (unit === foldsToNothing) return '';
  if (unit !== foldsToSeveral) return String.fromCharCode(unit);
  let piece = several.get(codePoint);
  if (piece === undefined) {
    piece = pieceOf(String.fromCodePoint(codePoint), likes);
    several.set(codePoint, piece);
  }
  return piece;
}

/** A text folded to units, and for each the place in the text of the character that it is from. */
export interface FoldedText {
  readonly units: Uint16Array;
  /** One longer than `length`: the last is the length of the text. */
  readonly places: Uint32Array;
  readonly length: number;
}

/** No character folds to more units than this (U+FDFA to 18). */
const longestPiece = 18;

/** Folds a text and keeps where each unit is from. */
export function foldWithPlaces(text: string): FoldedText {
  const table = foldTable();
  let units = new Uint16Array(text.length + longestPiece);
  let places = new Uint32Array(text.length + longestPiece + 1);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = table[text.charCodeAt(at)] ?? foldsToNothing;
    if (unit > foldsToSeveral) {
      units[length] = unit;
      places[length] = at;
      length += 1;
    } else if (unit === foldsToSeveral) {
      const codePoint = text.codePointAt(at) ?? 0;
      const piece = foldCharacter(codePoint);
      for (let part = 0; part < piece.length; part += 1) {
        units[length] = piece.charCodeAt(part);
        places[length] = at;
        length += 1;
      }
      if (codePoint > 0xffff) at += 1;
    }
    // Room for the longest piece and for one unit of each character that is left.
    if (units.length - length < text.length - at + longestPiece) {
      units = grown(units, new Uint16Array(units.length * 2 + longestPiece * 2));
      places = grown(places, new Uint32Array(units.length + 1));
    }
  }
  places[length] = text.length;
  return { units, places, length };
}

function grown<Numbers extends Uint16Array | Uint32Array>(numbers: Numbers, into: Numbers): Numbers {
  into.set(numbers);
  return into;
}

/** A text as it is compared when searching; folding what is folded changes nothing. */
export function fold(text: string): string {
  const table = foldTable();
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const before = text.charCodeAt(at);
    const unit = table[before] ?? foldsToNothing;
    if (unit === before && unit > foldsToSeveral) continue;
    folded += text.slice(from, at);
    if (unit > foldsToSeveral) folded += String.fromCharCode(unit);
    else if (unit === foldsToSeveral) {
      const codePoint = text.codePointAt(at) ?? 0;
      folded += foldCharacter(codePoint);
      if (codePoint > 0xffff) at += 1;
    }
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** A part of a text, in the units of the text as it was typed. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/** Where `wanted` (folded already) first stands in `text`, in the units of `text` itself; null when it is not there. */
export function findFolded(text: string, wanted: string): Place | null {
  return findAllFolded(text, wanted, 1)[0] ?? null;
}

/** Every place where `wanted` (folded already) stands in `text`, none over another, from the first on; at most `most`. */
export function findAllFolded(text: string, wanted: string, most = Number.POSITIVE_INFINITY): Place[] {
  if (wanted === '') return [];
  const folded = fold(text);
  let found = folded.indexOf(wanted);
  if (found === -1) return [];
  // Where nothing changed in length the places are the same, which is nearly always so.
  const places = folded.length === text.length && !hasUneven(text) ? null : foldWithPlaces(text).places;
  const all: Place[] = [];
  while (found !== -1 && all.length < most) {
    const end = found + wanted.length;
    const start = places === null ? found : (places[found] ?? 0);
    const stop = places === null ? end : endOf(places, end, text.length);
    all.push({ start, length: Math.max(1, stop - start) });
    found = folded.indexOf(wanted, end);
  }
  return all;
}

/** A match that ends inside a character's piece (k of ㎏) takes the whole character. */
function endOf(places: Uint32Array, end: number, textLength: number): number {
  const last = places[end - 1] ?? 0;
  let next = end;
  while ((places[next] ?? textLength) === last && last < textLength) next += 1;
  return places[next] ?? textLength;
}

/** Whether some character of the text folds to more or fewer units than it has, which may have evened out. */
function hasUneven(text: string): boolean {
  const table = foldTable();
  for (let at = 0; at < text.length; at += 1) {
    if ((table[text.charCodeAt(at)] ?? foldsToNothing) > foldsToSeveral) continue;
    const codePoint = text.codePointAt(at) ?? 0;
    if (foldCharacter(codePoint).length !== (codePoint > 0xffff ? 2 : 1)) return true;
    if (codePoint > 0xffff) at += 1;
  }
  return false;
}
