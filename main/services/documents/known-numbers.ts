import { comparablePhone, takeContactParts } from '@shared/domain/person/contact-parts';
import type { RecordOf } from '@shared/domain/records';
import { writtenForms } from '@shared/domain/values';
import type { Reader } from '../../storage/store';

/** What stands in the place of words that were taken out of a text: no sign of Markdown, and read in any language. */
export const omission = '(…)';

/** A text without the numbers that are known, and how many were taken out. */
export interface WithoutNumbers {
  readonly text: string;
  readonly count: number;
}

type Person = RecordOf<'person'>;

/** Fewer digits than this are a year or a room, and nobody's number. */
const leastDigits = 5;
/** From so many digits on a number is known wherever it stands, also within a longer row of digits. */
const sureDigits = 7;
const leastId = 4;
/** An id is written in no more pieces than this. */
const mostPieces = 6;

const digit = /[\d\uff10-\uff19]/u;
const between = String.raw`[\s\-.()/\\·•_*~\u00ad\u200b-\u200f\u2010-\u2015\u2060\u3000\uff08\uff09\uff0d\uff0f\ufeff]{0,4}`;
const digitRow = new RegExp(String.raw`[+\uff0b(\uff08]{0,3}[\d\uff10-\uff19](?:${between}[\d\uff10-\uff19])+`, 'gu');
const token = /[A-Za-z0-9]+/g;
/** What stands before a country's code and belongs to the number. */
const prefix = /^(?:00)?(?:86|85[23])$/;
const wechatLabel = /(?:we\s?chat|weixin|wx|vx|微信)(?:\s*(?:id|號|号))?\s*[:：]?\s*$/iu;

/**
 * The phone numbers and WeChat ids of everybody in the store, in the Trash or not: found in a text however their digits
 * are grouped, with or without the code of the country.
 */
export class KnownNumbers {
  /** By how many digits they have. */
  readonly #phones = new Map<number, Set<string>>();
  readonly #ids = new Set<string>();
  /** Words of names: an id that is one of them is one only where it is said to be. */
  readonly #nameWords = new Set<string>();
  readonly #names = new Set<string>();

  constructor(reader: Pick<Reader, 'all' | 'trashed'>) {
    const people = [...reader.all('person'), ...reader.trashed('person')];
    for (const person of people) this.#learnName(person);
    for (const { legalName, shortNames } of reader.all('organisation')) {
      for (const name of [legalName.en, ...shortNames]) this.#learnWords(name);
    }
    for (const person of people) {
      for (const phone of person.phones) this.#learnPhone(phone);
      this.#learnId(person.wechatId);
      this.#learnContact(person.assistant);
    }
    for (const member of [...reader.all('delegation-member'), ...reader.trashed('delegation-member')]) {
      this.#learnContact(member.travelContact);
    }
  }

  /** In a name only ids with a digit are taken for ids: it keeps its words, whoever calls himself by one of them. */
  without(text: string, kind: 'text' | 'name' = 'text'): WithoutNumbers {
    const phones = this.#withoutPhones(text);
    const ids = this.#withoutIds(phones.text, kind);
    return { text: ids.text, count: phones.count + ids.count };
  }

  #learnPhone(phone: string): void {
    const digits = comparablePhone(westernDigits(phone));
    if (digits.length < leastDigits) return;
    const known = this.#phones.get(digits.length) ?? new Set();
    this.#phones.set(digits.length, known.add(digits));
  }

  #learnId(id: string): void {
    const bare = bareId(id);
    if (bare.length < leastId) return;
    if (/^\d+$/.test(bare)) this.#learnPhone(bare);
    else this.#ids.add(bare);
  }

  /** A line in which somebody typed how to be reached. */
  #learnContact(line: string): void {
    const { phones, wechatId } = takeContactParts(line);
    for (const phone of phones) this.#learnPhone(phone);
    for (const [row] of line.matchAll(digitRow)) this.#learnPhone(row);
    this.#learnId(wechatId);
  }

  #learnName({ familyName, givenName, romanisation }: Person): void {
    for (const form of writtenForms) {
      this.#names.add(bareId(familyName[form] + givenName[form]));
      this.#names.add(bareId(givenName[form] + familyName[form]));
      for (const part of [familyName[form], givenName[form]]) this.#learnWords(part);
    }
    this.#names.add(bareId(romanisation));
    this.#learnWords(romanisation);
  }

  #learnWords(name: string): void {
    for (const [word] of name.matchAll(token)) if (!/\d/.test(word)) this.#nameWords.add(word.toLowerCase());
  }

  #withoutPhones(text: string): WithoutNumbers {
    if (this.#phones.size === 0) return { text, count: 0 };
    let count = 0;
    const left = text.replace(digitRow, (row) => {
      const found = this.#foundIn(row);
      count += found.length;
      return cutOut(row, found);
    });
    return { text: left, count };
  }

  /** Where in a row of digits known numbers stand, with a country's code before them. */
  #foundIn(row: string): Span[] {
    const places = [...row.matchAll(/[\d\uff10-\uff19]/gu)].map(({ index }) => index);
    const digits = westernDigits(row).replaceAll(/\D/g, '');
    const found: Span[] = [];
    for (const length of [...this.#phones.keys()].sort((one, other) => other - one)) {
      const known = this.#phones.get(length) ?? new Set<string>();
      for (let at = 0; at + length <= digits.length; at += 1) {
        if (!known.has(digits.slice(at, at + length))) continue;
        const [first = 0, last = 0] = [places[at], places[at + length - 1]];
        if (length < sureDigits && (isDigit(row[first - 1]) || isDigit(row[last + 1]))) continue;
        const isWhole = at === 0 || prefix.test(digits.slice(0, at));
        // A bracket before the number goes with it when the one that closes it does.
        const from = isWhole && (!/^.?[(\uff08]/u.test(row) || /[)\uff09]/u.test(row.slice(0, last))) ? 0 : first;
        if (found.every((span) => last < span.from || from > span.to)) found.push({ from, to: last });
      }
    }
    return found.sort((one, other) => one.from - other.from);
  }

  #withoutIds(text: string, kind: 'text' | 'name'): WithoutNumbers {
    if (this.#ids.size === 0) return { text, count: 0 };
    const tokens = [...text.matchAll(token)].map((match) => ({ from: match.index, word: match[0] }));
    const found: Span[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const span = this.#idAt(text, tokens, at, kind);
      if (span === null) continue;
      found.push(span);
      while ((tokens[at + 1]?.from ?? Infinity) <= span.to) at += 1;
    }
    return { text: cutOut(text, found), count: found.length };
  }

  /** The longest id that begins with this token. */
  #idAt(
    text: string,
    tokens: readonly { from: number; word: string }[],
    first: number,
    kind: 'text' | 'name',
  ): Span | null {
    const from = tokens[first]?.from ?? 0;
    let bare = '';
    let isSpaced = false;
    let found: Span | null = null;
    for (let at = first; at < Math.min(tokens.length, first + mostPieces); at += 1) {
      const { from: start, word } = tokens[at] ?? { from: 0, word: '' };
      const before = tokens[at - 1];
      if (at > first && before !== undefined) {
        const gap = text.slice(before.from + before.word.length, start);
        if (!/^\\?[\s_\-\u2010-\u2015\u00a0]{1,3}$/u.test(gap)) break;
        isSpaced ||= /\s/u.test(gap);
      }
      bare += word.toLowerCase();
      if (!this.#ids.has(bare) || (kind === 'name' && !/\d/.test(bare))) continue;
      const isName = (isSpaced && this.#names.has(bare) && !/\d/.test(bare)) || this.#nameWords.has(bare);
      if (!isName || wechatLabel.test(text.slice(0, from))) found = { from, to: start + word.length - 1 };
    }
    return found;
  }
}

/** The first and the last place of what is taken out. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function cutOut(text: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const { from, to } of spans) {
    left += `${text.slice(at, from)}${omission}`;
    at = to + 1;
  }
  return left + text.slice(at);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && digit.test(character);
}

function westernDigits(text: string): string {
  return text.replaceAll(/[\uff10-\uff19]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function bareId(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_\-\u2010-\u2015]/gu, '');
}
