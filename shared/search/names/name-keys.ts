import { fold, foldCharacter, foldsToNothing, foldsToSeveral, foldTable } from '../fold';
import { cantoneseTyped } from '../sounds/cantonese';
import { pinyinTyped, romanMandarin } from '../sounds/mandarin';
import { patternsOf } from '../sounds/patterns';
import type { Pattern } from '../sounds/patterns';
import { cantoneseReadings, mandarinReadings } from '../sounds/readings';
import type { Spellings, SyllableId } from '../sounds/spellings';

/** `name`: of people, organisations, places, titles. `number`: phones, credit and card codes, found by any part. */
export type NameKind = 'name' | 'number';

/** A sequence of units that can be found from any of its `starts` on; 0 parts what does not belong together. */
export interface Sequence {
  readonly units: readonly number[];
  /** For each unit, where what it is from begins and ends in the name as it was written. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly starts: readonly number[];
}

/** Everything a name can be found by: its letters, and what it sounds like in two ways of speaking. */
export interface NameKeys {
  readonly text: Sequence;
  readonly mandarin: readonly Sequence[];
  readonly cantonese: readonly Sequence[];
}

/** A title may be long; what stands behind this many characters is found by its letters only. */
const mostSounded = 80;
const longestWithAllReadings = 8;
const mostReadingsOfShort = 16;
const mostOtherReadingsOfLong = 2;

/** The keys of one name, made here for search, for finding duplicates and for the queries themselves. */
export function keysOfName(name: string, kind: NameKind): NameKeys {
  const text = textOf(name, kind);
  if (kind === 'number') return { text, mandarin: [], cantonese: [] };
  const tokens = tokensOf(name);
  return {
    text,
    mandarin: sequencesOf(tokens, mandarinReadings, mandarinSplits),
    cantonese: sequencesOf(tokens, cantoneseReadings, cantoneseSplits),
  };
}

/** The letters and digits of a text, folded, nothing between them: "Tak-wah" and "Tak Wah" are `takwah`. */
export function squeeze(text: string): string {
  return String.fromCharCode(...textOf(text, 'name').units);
}

const kinds = { skipped: 1, letter: 2, character: 3, digit: 4 } as const;
const kindOfUnit = new Uint8Array(0x10000);

function unitKind(unit: number): number {
  let kind = kindOfUnit[unit] ?? 0;
  if (kind === 0) {
    const character = String.fromCharCode(unit);
    if (unit >= 0xd800 && unit < 0xdc00) kind = kinds.character;
    else if (unit >= 0xdc00 && unit < 0xe000) kind = kinds.letter;
    else if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) kind = kinds.character;
    else if (/\p{N}/u.test(character)) kind = kinds.digit;
    else kind = /\p{L}/u.test(character) ? kinds.letter : kinds.skipped;
    kindOfUnit[unit] = kind;
  }
  return kind;
}

function textOf(name: string, kind: NameKind): Sequence {
  const table = foldTable();
  const units: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const starts: number[] = [];
  let before: number = kinds.skipped;
  let place = 0;
  const take = (unit: number, isFirst: boolean): void => {
    const now = unitKind(unit);
    if (now !== kinds.skipped) {
      const isWord = now === kinds.character || (now !== before && !isLowSurrogate(unit)) || isHump(name, place);
      if (isFirst && (kind === 'number' || isWord)) starts.push(units.length);
      units.push(unit);
      from.push(place);
    }
    before = now;
  };
  for (let next = 0; place < name.length; place = next) {
    const first = units.length;
    const unit = table[name.charCodeAt(place)] ?? foldsToNothing;
    next = place + 1;
    if (unit > foldsToSeveral) take(unit, true);
    else if (unit === foldsToSeveral) {
      const codePoint = name.codePointAt(place) ?? 0;
      if (codePoint > 0xffff) next += 1;
      const piece = foldCharacter(codePoint);
      for (let at = 0; at < piece.length; at += 1) take(piece.charCodeAt(at), at === 0);
    }
    // Accents that follow a letter are marked with it.
    while (next < name.length && table[name.charCodeAt(next)] === foldsToNothing) next += 1;
    for (let at = first; at < units.length; at += 1) to.push(next);
  }
  return { units, from, to, starts };
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** The D of CloudDeep begins a word. */
function isHump(name: string, at: number): boolean {
  return at > 0 && /\p{Lu}/u.test(name.charAt(at)) && /\p{Ll}/u.test(name.charAt(at - 1));
}

/** A run of Chinese characters, a word in Latin letters, or something that parts them. */
export interface Token {
  readonly kind: 'han' | 'latin' | 'break';
  readonly text: string;
  readonly at: number;
}

const wordPattern =
  /(?<han>\p{Script=Han}+)|(?<latin>[\p{Script=Latin}\p{Mn}]+(?:['‘’ʻʼ`][\p{Script=Latin}\p{Mn}]+)*)|(?<other>[^\s\-‐‑'’.,·・/]+)/gu;

/** The words of a name; signs that stand between the parts of a name part nothing: "Lau, Tak-wah". */
export function tokensOf(name: string): Token[] {
  return Array.from(name.matchAll(wordPattern), (match) => {
    const { han, latin } = match.groups ?? {};
    return {
      kind: han !== undefined ? 'han' : latin !== undefined ? 'latin' : 'break',
      text: match[0],
      at: match.index,
    };
  });
}

interface Cell {
  readonly id: SyllableId;
  readonly from: number;
  readonly to: number;
}
type Readable = (run: string) => readonly (readonly SyllableId[])[];
type Splits = (words: readonly string[]) => readonly Pattern[];

function sequencesOf(tokens: readonly Token[], read: Readable, splitsOf: Splits): Sequence[] {
  const words: (readonly (readonly Cell[])[])[] = [];
  let count = 0;
  for (const token of tokens) {
    if (count >= mostSounded) break;
    const cells = cellsOf(token, read, splitsOf);
    count += cells.length;
    words.push(...cells);
  }
  const first = words.flatMap((alternatives) => alternatives[0] ?? []);
  if (!first.some(({ id }) => id > 0)) return [];
  return first.length > longestWithAllReadings ? fewReadings(words, first) : allReadings(words);
}

/** Of a short name every combination of readings, the likeliest first. */
function allReadings(words: readonly (readonly (readonly Cell[])[])[]): Sequence[] {
  let rows: readonly Row[] = [{ cells: [], startsUntil: 0, cost: 0 }];
  for (const alternatives of words) {
    const next = alternatives.flatMap((cells, at) =>
      rows.map((row) => {
        const all = [...row.cells, ...cells];
        // What begins behind the last other reading is found by the first row already.
        return { cells: all, startsUntil: at > 0 ? all.length : row.startsUntil, cost: row.cost + at };
      }),
    );
    rows = cheapest(next);
  }
  return rows.map(({ cells, startsUntil }, at) => sequenceOf(cells, at === 0 ? cells.length : startsUntil));
}

interface Row {
  readonly cells: readonly Cell[];
  readonly startsUntil: number;
  /** How unlikely the readings are. */
  readonly cost: number;
}

function cheapest<Each extends { readonly cost: number }>(rows: readonly Each[]): readonly Each[] {
  if (rows.length === 1) return rows;
  return [...rows].sort((one, other) => one.cost - other.cost).slice(0, mostReadingsOfShort);
}

/** Of a long one the likeliest readings, and a few in which one word is read otherwise. */
function fewReadings(words: readonly (readonly (readonly Cell[])[])[], first: readonly Cell[]): Sequence[] {
  const sequences = [sequenceOf(first, first.length)];
  for (const [at, alternatives] of words.entries()) {
    for (const other of alternatives.slice(1)) {
      if (sequences.length > mostOtherReadingsOfLong) return sequences;
      const before = words.slice(0, at).flatMap((each) => each[0] ?? []);
      const after = words.slice(at + 1).flatMap((each) => each[0] ?? []);
      sequences.push(sequenceOf([...before, ...other, ...after], before.length + other.length));
    }
  }
  return sequences;
}

/** For each character or word of a token its readings, each a row of cells. */
function cellsOf(token: Token, read: Readable, splitsOf: Splits): (readonly (readonly Cell[])[])[] {
  const gap: Cell = { id: 0, from: token.at, to: token.at + token.text.length };
  if (token.kind === 'break') return [[[gap]]];
  if (token.kind === 'latin') {
    const rows = latinCells(token, splitsOf);
    return [rows.length > 0 ? rows : [[gap]]];
  }
  let at = token.at;
  const readings = read(token.text);
  return Array.from(token.text, (character, index) => {
    const from = at;
    at += character.length;
    const ids = readings[index] ?? [];
    return (ids.length > 0 ? ids : [0]).map((id) => [{ id, from, to: from + character.length }]);
  });
}

const mostLatinSplits = 3;
const mostLatinReadings = 4;

/** A name in Latin letters is heard as Chinese syllables where it can be taken apart into some, the fewest first. */
function latinCells({ text, at }: Token, splitsOf: Splits): (readonly Cell[])[] {
  const letters = Array.from(text, (letter, index) => ({ letter: fold(letter), at: at + index })).filter(({ letter }) =>
    /^[a-z]$/.test(letter),
  );
  const parts = fold(text).split(/[^a-z]+/);
  if (letters.length !== parts.join('').length) return [];
  const splits = [...splitsOf(parts), ...(parts.length > 1 ? splitsOf([parts.join('')]) : [])]
    .sort((one, other) => one.lengths.length - other.lengths.length)
    .slice(0, mostLatinSplits);
  const all = splits.flatMap(({ options, lengths }, split) => {
    let begun = 0;
    let rows: readonly { readonly cells: readonly Cell[]; readonly cost: number }[] = [{ cells: [], cost: split }];
    for (const [index, ids] of options.entries()) {
      const from = letters[begun]?.at ?? at;
      begun += lengths[index] ?? 0;
      const to = (letters[begun - 1]?.at ?? from) + 1;
      const next = ids
        .slice(0, mostLatinReadings)
        .flatMap((id, rare) =>
          rows.map(({ cells, cost }) => ({ cells: [...cells, { id, from, to }], cost: cost + rare })),
        );
      rows = cheapest(next);
    }
    return rows;
  });
  return cheapest(all).map(({ cells }) => cells);
}

/** Pinyin first, and then the other ways in which Mandarin names are written. */
function mandarinSplits(words: readonly string[]): Pattern[] {
  return [pinyinTyped, romanMandarin].flatMap((spellings) => likeliestFirst(words, spellings, romanMandarin));
}

function cantoneseSplits(words: readonly string[]): Pattern[] {
  return likeliestFirst(words, cantoneseTyped, cantoneseTyped);
}

/** Words taken apart by some spellings, with the syllables that each piece stands for in all. */
function likeliestFirst(words: readonly string[], spellings: Spellings, all: Spellings): Pattern[] {
  const whole = words.join('');
  return patternsOf(words, spellings, false)
    .filter(({ initials }) => initials === 0)
    .map((pattern) => {
      let at = 0;
      const options = pattern.lengths.map((length) => {
        const piece = whole.slice(at, at + length);
        at += length;
        return all.likeliest(piece);
      });
      return { ...pattern, options };
    });
}

function sequenceOf(cells: readonly Cell[], startsUntil: number): Sequence {
  const starts: number[] = [];
  for (let at = 0; at < startsUntil; at += 1) if ((cells[at]?.id ?? 0) > 0) starts.push(at);
  return {
    units: cells.map(({ id }) => id),
    from: cells.map(({ from }) => from),
    to: cells.map(({ to }) => to),
    starts,
  };
}
