import { nameIn } from '@shared/domain/person/rules';
import type { RecordOf } from '@shared/domain/records';
import { writtenForms } from '@shared/domain/values';
import type { RecordId } from '@shared/domain/values';
import type { Reader } from '../../storage/store';
import { omission } from './known-numbers';

/** What somebody or something is called behind its name in samples: "Yue Shen (sample)". */
const addition = /\s*[(（][^()（）]*[)）]\s*$/u;
const han = /\p{Script=Han}/u;
/** A single Latin word that is shorter is a word of the language as well. */
const shortestWord = 6;

interface WithheldName {
  readonly id: RecordId;
  /** In small letters, with single blanks. */
  readonly name: string;
}

/**
 * The names of organisations and people that are restricted, wherever they stand in a text; of a person also the family
 * name with a way of address, as notes have it: "Dr Shen", 沈博士. They are looked up by how they begin, so that many of
 * them cost no more than a few.
 */
export class WithheldNames {
  readonly #byBeginning = new Map<string, WithheldName[]>();
  readonly #known = new Set<string>();

  constructor(reader: Pick<Reader, 'all' | 'trashed'>) {
    const organisations = [...reader.all('organisation'), ...reader.trashed('organisation')];
    const people = [...reader.all('person'), ...reader.trashed('person')];
    for (const one of organisations) if (one.classification !== 'unclassified') this.#learn(one.id, namesOf(one));
    for (const one of people) if (one.classification !== 'unclassified') this.#learn(one.id, waysToName(one));
    // Of two names that begin alike the longer one is meant.
    for (const names of this.#byBeginning.values()) names.sort((one, other) => other.name.length - one.name.length);
  }

  /** The text without these names, and whose they were. */
  without(text: string): { readonly text: string; readonly ids: readonly RecordId[] } {
    if (this.#byBeginning.size === 0) return { text, ids: [] };
    const small = inSmallLetters(text);
    const ids: RecordId[] = [];
    let left = '';
    let at = 0;
    for (const { index, 0: begun } of small.matchAll(beginning)) {
      if (index < at) continue;
      for (const { id, name } of this.#byBeginning.get(begun) ?? []) {
        const end = endOf(small, index, name);
        if (end === null) continue;
        ids.push(id);
        left += text.slice(at, index) + omission;
        at = end;
        break;
      }
    }
    return { text: left + text.slice(at), ids };
  }

  #learn(id: RecordId, names: readonly string[]): void {
    for (const way of names.flatMap((name) => [name, name.replace(addition, '')])) {
      const name = keyOf(way);
      const begun = name.match(beginning)?.[0];
      if (begun === undefined || !isTelling(name)) continue;
      if (this.#known.has(name)) continue;
      this.#known.add(name);
      const others = this.#byBeginning.get(begun);
      if (others === undefined) this.#byBeginning.set(begun, [{ id, name }]);
      else others.push({ id, name });
    }
  }
}

/** What a name begins with: a Latin word, or one Chinese character. */
const beginning = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const latin = /^[\p{Script=Latin}\p{N}]/u;

/** Where the name that begins here ends; null when it does not stand here, or as a part of a longer word only. */
function endOf(text: string, from: number, name: string): number | null {
  let at = from;
  for (let place = 0; place < name.length; place += 1) {
    if (name[place] !== ' ') {
      if (text[at] !== name[place]) return null;
      at += 1;
      continue;
    }
    const begun = at;
    while (/\s/u.test(text.charAt(at))) at += 1;
    if (at === begun) return null;
  }
  return latin.test(name.slice(-1)) && latin.test(text.slice(at, at + 2)) ? null : at;
}

/** Each character keeps its place: one that would become two stays as it is. */
function inSmallLetters(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function namesOf({ legalName, shortNames }: RecordOf<'organisation'>): string[] {
  return [...writtenForms.map((form) => legalName[form]), ...shortNames];
}

const englishAddress = ['Mr', 'Ms', 'Mrs', 'Miss', 'Madam', 'Dr', 'Prof', 'Professor', 'Ir', 'Hon'];
const chineseAddress = ['先生', '女士', '小姐', '太太', '夫人', '博士', '教授', '總', '总', '董'];

function waysToName(person: RecordOf<'person'>): string[] {
  const bare = (text: string): string => text.replace(addition, '').trim();
  const family = bare(person.familyName.en);
  const given = bare(person.givenName.en);
  return [
    ...writtenForms.map((form) => nameIn(person, form)),
    person.romanisation,
    family === '' || given === '' ? '' : `${family} ${given}`,
    family === '' || given === '' ? '' : `${given} ${family}`,
    ...(['zhHant', 'zhHans'] as const).map((form) => bare(person.familyName[form]) + bare(person.givenName[form])),
    ...(family === '' ? [] : englishAddress.flatMap((address) => [`${address} ${family}`, `${address}. ${family}`])),
    ...(['zhHant', 'zhHans'] as const)
      .map((form) => bare(person.familyName[form]))
      .filter((name) => name !== '')
      .flatMap((name) => chineseAddress.map((address) => name + address)),
  ];
}

function isTelling(name: string): boolean {
  if (han.test(name)) return [...name].length >= 2;
  return name.includes(' ') ? name.length >= 4 : name.length >= shortestWord;
}

/** Without what stands before its first word. */
function keyOf(name: string): string {
  return inSmallLetters(name.trim().replaceAll(/\s+/gu, ' ')).replace(/^[^\p{L}\p{N}]+/u, '');
}
