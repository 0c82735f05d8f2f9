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

/**
 * The names of organisations and people that are restricted, wherever they stand in a text; of a person also the family
 * name with a way of address, as notes have it: "Dr Shen", 沈博士.
 */
export class WithheldNames {
  readonly #idOf = new Map<string, RecordId>();
  readonly #pattern: RegExp | null;

  constructor(reader: Pick<Reader, 'all' | 'trashed'>) {
    const organisations = [...reader.all('organisation'), ...reader.trashed('organisation')];
    const people = [...reader.all('person'), ...reader.trashed('person')];
    for (const one of organisations) if (one.classification !== 'unclassified') this.#learn(one.id, namesOf(one));
    for (const one of people) if (one.classification !== 'unclassified') this.#learn(one.id, waysToName(one));
    const longestFirst = [...this.#idOf.keys()].sort((one, other) => other.length - one.length);
    this.#pattern = longestFirst.length === 0 ? null : new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
  }

  /** The text without these names, and whose they were. */
  without(text: string): { readonly text: string; readonly ids: readonly RecordId[] } {
    if (this.#pattern === null) return { text, ids: [] };
    const ids: RecordId[] = [];
    const left = text.replace(this.#pattern, (found) => {
      const id = this.#idOf.get(keyOf(found));
      if (id !== undefined) ids.push(id);
      return omission;
    });
    return { text: left, ids };
  }

  #learn(id: RecordId, names: readonly string[]): void {
    for (const name of names) {
      for (const way of [name, name.replace(addition, '')]) {
        const key = keyOf(way);
        if (isTelling(key) && !this.#idOf.has(key)) this.#idOf.set(key, id);
      }
    }
  }
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

function keyOf(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}

/** Latin names stand alone; between Chinese characters there are no ends of words. */
function patternOf(name: string): string {
  const words = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`);
  const start =
    /^[\p{L}\p{N}]/u.test(name) && !han.test(name.charAt(0)) ? String.raw`(?<![\p{Script=Latin}\p{N}])` : '';
  const end =
    /[\p{L}\p{N}]$/u.test(name) && !han.test(name.at(-1) ?? '') ? String.raw`(?![\p{Script=Latin}\p{N}])` : '';
  return start + words + end;
}
