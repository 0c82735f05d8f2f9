import { fold } from '../fold';
import { cantoneseTyped } from '../sounds/cantonese';
import { pinyinTyped, romanMandarin } from '../sounds/mandarin';
import { patternsOf } from '../sounds/patterns';
import type { Pattern } from '../sounds/patterns';
import { meaningsOf, piecesOfRun, piecesOfWords, wordsBeginning } from './glossary';
import type { Piece } from './glossary';
import { keysOfName, squeeze, tokensOf } from './name-keys';

/** By what a name was found, the surest first. */
export type FoundBy = 'letters' | 'term' | 'sound' | 'initials' | 'other-dialect' | 'slip';

/** One question to one of the arrays: sequences that go on with one of `options` at each step. */
export interface Lookup {
  readonly array: 'text' | 'mandarin' | 'cantonese';
  readonly options: readonly (readonly number[])[];
  readonly by: FoundBy;
  /** Asked in Chinese characters: a name in other characters that sounds alike is less than one in Latin letters. */
  readonly isFromHan: boolean;
  /** The last syllable is still being typed, so nothing is found as a whole. */
  readonly isOpen: boolean;
  /** Taken from the score: words turned round, a syllable not yet whole. */
  readonly penalty: number;
}

/** What must all be in a record: for each part the lookups of which one must find it. */
export interface Part {
  /** What was asked for, folded. */
  readonly text: string;
  readonly lookups: readonly Lookup[];
  readonly isKind: boolean;
}

/** What is taken from the score of what is found in a roundabout way. */
export const penalties = {
  turned: 25,
  turnedSound: 65,
  shortened: 130,
  open: 30,
  wade: 60,
  spelledOut: 10,
  echo: 75,
} as const;

/** Everything to look up for a query as a whole. */
export function lookupsOf(query: string): Lookup[] {
  const words = wordsOf(query);
  const whole = words.join('');
  if (whole === '') return [];
  return [
    textLookup(whole, 'letters'),
    ...turned(words).map((text) => textLookup(text, 'letters', penalties.turned)),
    ...numberLookups(query),
    ...termLookups(query),
    ...soundLookups(query),
    ...shortenedLookups(query),
  ];
}

/** A name with an English one before or behind it, or in brackets, for who is written down without: "Andy Lau Tak-wah" is 劉德華. */
function shortenedLookups(query: string): Lookup[] {
  const words = latinWords(query);
  if (words === null || words.length < 3 || words.length > 5) return [];
  return [words.slice(1), words.slice(0, -1)].flatMap((rest) =>
    [textLookup(rest.join(''), 'letters'), ...soundLookups(rest.join(' '))]
      .filter(({ isOpen, by }) => !isOpen && by !== 'initials')
      .map((lookup) => ({ ...lookup, penalty: lookup.penalty + penalties.shortened })),
  );
}

/** The letters and digits of a query, word by word, folded; a run of Chinese characters is one word. */
function wordsOf(query: string): string[] {
  return query
    .split(/[\s\p{P}\p{S}]+/u)
    .map(squeeze)
    .filter((word) => word !== '');
}

function textLookup(text: string, by: FoundBy, penalty = 0): Lookup {
  return { array: 'text', options: unitsOf(text), by, isFromHan: false, isOpen: false, penalty };
}

function unitsOf(text: string): number[][] {
  return Array.from({ length: text.length }, (_, at) => [text.charCodeAt(at)]);
}

/** The last word first, and the first word last: "Andy Lau" is "Lau Andy". */
function turned(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  const whole = words.join('');
  const both = [
    [...words.slice(-1), ...words.slice(0, -1)].join(''),
    [...words.slice(1), ...words.slice(0, 1)].join(''),
  ];
  return [...new Set(both)].filter((text) => text !== whole);
}

/** A number without the code of its country: +852 9123 4567 is kept as 9123 4567 by many. */
function numberLookups(query: string): Lookup[] {
  if (!/^[\d\s()+./-]+$/.test(fold(query))) return [];
  const digits = squeeze(query).replace(/^00/, '');
  const bare = /^(?:\+|00)?(?:852|853|86)(?<bare>\d{5,})$/.exec(digits)?.groups?.['bare'];
  return bare === undefined ? [] : [textLookup(bare, 'letters', penalties.turned)];
}

/** The query with one of its words said in another way: 軟件園, 軟體園; "software". */
function termLookups(query: string): Lookup[] {
  const pieces = piecesOf(query);
  const found = new Set<string>();
  for (const [at, piece] of pieces.entries()) {
    const before = pieces.slice(0, at).map(({ text }) => text);
    const after = pieces.slice(at + 1).map(({ text }) => text);
    for (const { forms } of piece.meanings) {
      for (const form of forms) if (form !== piece.text) found.add([...before, form, ...after].join(''));
    }
  }
  return [...[...found].map((text) => textLookup(text, 'term')), ...openTermLookups(squeeze(query))];
}

const leastForOpenTerm = 4;
const mostOpenTerms = 5;

/** A word of the glossary that is still being typed, said in its other ways. */
function openTermLookups(typed: string): Lookup[] {
  const isLong = typed.length >= (/^[a-z]/.test(typed) ? leastForOpenTerm : 2);
  if (!isLong || meaningsOf(typed).length > 0) return [];
  const forms = wordsBeginning(typed, mostOpenTerms).flatMap((word) =>
    meaningsOf(word).flatMap((meaning) => meaning.forms.filter((form) => form !== word)),
  );
  return [...new Set(forms)].map((form) => ({ ...textLookup(form, 'term', penalties.open), isOpen: true }));
}

function piecesOf(query: string): Piece[] {
  const pieces: Piece[] = [];
  let words: string[] = [];
  const flush = (): void => {
    pieces.push(...piecesOfWords(words));
    words = [];
  };
  for (const word of wordsOf(query)) {
    // U盤 is one word of the glossary.
    if (meaningsOf(word).length > 0) {
      words.push(word);
      continue;
    }
    for (const run of word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
      if (/\p{Script=Han}/u.test(run)) {
        flush();
        pieces.push(...piecesOfRun(run));
      } else words.push(run);
    }
  }
  flush();
  return pieces;
}

function soundLookups(query: string): Lookup[] {
  const readings = latinReadings(query);
  if (readings.length > 0) {
    return readings.flatMap((words) => [
      ...patternLookups('mandarin', patternsOf(words, pinyinTyped, true)),
      ...patternLookups('cantonese', patternsOf(words, cantoneseTyped, true)),
      ...patternLookups('mandarin', patternsOf(words, romanMandarin, false).filter(isSpelledOut), penalties.wade),
    ]);
  }
  const tokens = tokensOf(query);
  if (tokens.some(({ kind }) => kind === 'break') || !tokens.some(({ kind }) => kind === 'han')) return [];
  const { mandarin, cantonese } = keysOfName(query, 'name');
  return [
    ...mandarin.flatMap(({ units }, at) => hanLookups('mandarin', units, at)),
    ...cantonese.flatMap(({ units }, at) => hanLookups('cantonese', units, at)),
  ];
}

/** The words of a query all in Latin letters, tones of Jyutping and Pinyin left out; null when there is something else in it. */
export function latinWords(query: string): string[] | null {
  const words = wordsOf(query).flatMap((word) =>
    /^(?:[a-z]+[1-6])+$/.test(word) ? word.split(/[1-6]/).filter((each) => each !== '') : [word],
  );
  return words.length > 0 && words.every((word) => /^[a-z]+$/.test(word)) ? words : null;
}

/** An apostrophe parts syllables (Xi'an) or is part of one (Ts'ao). */
function latinReadings(query: string): string[][] {
  const parted = latinWords(query);
  const joined = latinWords(query.replace(/(?<=\p{L})['‘’ʻʼ`](?=\p{L})/gu, ''));
  if (parted === null || joined === null) return [];
  return parted.length === joined.length ? [parted] : [parted, joined];
}

function isSpelledOut({ initials }: Pattern): boolean {
  return initials === 0;
}

function patternLookups(array: 'mandarin' | 'cantonese', patterns: readonly Pattern[], penalty = 0): Lookup[] {
  return patterns.flatMap((pattern) => {
    const { options, isOpen, initials } = pattern;
    const by = initials > 0 ? 'initials' : 'sound';
    const given = penalty + (isOpen ? penalties.open : 0);
    const straight: Lookup = { array, options, by, isFromHan: false, isOpen, penalty: given };
    if (isOpen || initials > 0) return [straight];
    return [
      straight,
      ...turnedRound(options).map((other): Lookup => ({
        ...straight,
        options: other,
        penalty: given + penalties.turnedSound,
      })),
    ];
  });
}

function hanLookups(array: 'mandarin' | 'cantonese', units: readonly number[], at: number): Lookup[] {
  if (units.includes(0)) return [];
  const options = units.map((unit) => [unit]);
  const penalty = at > 0 ? penalties.spelledOut : 0;
  const straight: Lookup = { array, options, by: 'sound', isFromHan: true, isOpen: false, penalty };
  return [
    straight,
    ...turnedRound(options).map((other): Lookup => ({
      ...straight,
      options: other,
      penalty: penalty + penalties.turnedSound,
    })),
  ];
}

const longestPersonName = 5;

/** A name of a person with the family name, of one or two syllables, first or last. */
export function turnedRound<Each>(options: readonly Each[]): (readonly Each[])[] {
  const count = options.length;
  if (count < 2 || count > longestPersonName) return [];
  const by = (places: number): readonly Each[] => [...options.slice(places), ...options.slice(0, places)];
  const places = count === 2 ? [1] : count === 3 ? [1, 2] : [1, count - 1, 2, count - 2];
  return [...new Set(places)].map(by);
}

/** The parts that a record must have all of, in whatever order and name; none when the query is one word. */
export function partsOf(query: string): Part[] {
  const pieces = piecesOf(query);
  if (pieces.length < 2 || pieces.length > 12) return [];
  const hasWord = pieces.some(({ text }) => text.length > 1);
  return pieces.map((piece, at) => {
    const isLast = at === pieces.length - 1;
    const others = piece.meanings.flatMap(({ forms }) => forms).filter((form) => form !== piece.text);
    const isKind = piece.meanings.some((meaning) => meaning.isKind);
    // Of initials alone too many names would have all; and 有限公司 is in too many to be looked for by its sound as well.
    const isHeard = !isKind && (piece.text.length > 1 || hasWord);
    return {
      text: piece.text,
      isKind,
      lookups: [
        textLookup(piece.text, 'letters'),
        ...[...new Set(others)].map((form) => textLookup(form, 'term')),
        ...(isHeard ? soundsOfPiece(piece.text, isLast) : []),
      ],
    };
  });
}

function soundsOfPiece(text: string, isLast: boolean): Lookup[] {
  if (/^[a-z]+$/.test(text)) {
    const patterns = (array: 'mandarin' | 'cantonese', found: readonly Pattern[]): Lookup[] =>
      found
        .filter(({ initials }) => initials === 0 || text.length === 1)
        .map(({ options, isOpen }) => ({
          array,
          options,
          by: 'sound',
          isFromHan: false,
          isOpen,
          penalty: isOpen ? penalties.open : 0,
        }));
    return [
      ...patterns('mandarin', patternsOf([text], pinyinTyped, isLast)),
      ...patterns('cantonese', patternsOf([text], cantoneseTyped, isLast)),
    ];
  }
  if (!/^\p{Script=Han}+$/u.test(text)) return [];
  const { mandarin, cantonese } = keysOfName(text, 'name');
  const straight = (array: 'mandarin' | 'cantonese', units: readonly number[]): Lookup[] =>
    units.includes(0)
      ? []
      : [{ array, options: units.map((unit) => [unit]), by: 'sound', isFromHan: true, isOpen: false, penalty: 0 }];
  return [
    ...mandarin.flatMap(({ units }) => straight('mandarin', units)),
    ...cantonese.flatMap(({ units }) => straight('cantonese', units)),
  ];
}

/**
 * The characters of a name one by one, each by its sound in either way of speaking: 宋慶齡 is written Soong Ching-ling, and
 * a married name has two family names. None for what is no name.
 */
export function charactersOf(query: string): Part[] {
  const characters = Array.from(query.trim());
  if (characters.length < 2 || characters.length > longestPersonName) return [];
  if (!characters.every((character) => /^\p{Script=Han}$/u.test(character))) return [];
  return characters.map((character) => ({ text: character, lookups: soundsOfPiece(character, false), isKind: false }));
}

/**
 * How else a name in Chinese characters, which was found by its sound, may be written: 劉德華 was found by "Liu Dehua", so
 * "Lau Tak-wah" is looked for too.
 */
export function echoesOf(name: string): Lookup[] {
  return [...soundLookups(name), ...termLookups(name)].map((lookup) => ({
    ...lookup,
    penalty: lookup.penalty + penalties.echo,
  }));
}
