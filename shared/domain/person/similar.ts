import { fold } from '../../search/fold';
import type { Organisation } from '../organisation/schema';
import { writtenForms } from '../values';
import type { RecordId } from '../values';
import { comparablePhone } from './contact-parts';
import type { OneLine } from './one-line';
import { allNames } from './rules';
import type { Person } from './schema';

/** A name as two of them are compared: without spaces, hyphens, case and the width of letters. */
export function comparableName(name: string): string {
  return fold(name).replaceAll(/[\s.,'’·-]/gu, '');
}

/** Somebody known already who may be the one that is written down now, and what speaks for it. */
export interface Similar {
  readonly person: Person;
  readonly by: 'phone' | 'email' | 'wechat' | 'name';
}

type Said = Pick<OneLine, 'chineseName' | 'latinName' | 'phones' | 'emails' | 'wechatId'>;

/** Known people with the same number, address, WeChat id or name, the surest first; five at most. */
export function similarPeople(said: Said, people: readonly Person[]): Similar[] {
  const phones = new Set(said.phones.map(comparablePhone));
  const emails = new Set(said.emails.map((address) => address.toLowerCase()));
  const wechat = said.wechatId.trim().toLowerCase();
  const names = new Set(namesSaid(said));
  const by = (person: Person): Similar['by'] | undefined => {
    if (person.phones.some((number) => phones.has(comparablePhone(number)))) return 'phone';
    if (person.emails.some((address) => emails.has(address.toLowerCase()))) return 'email';
    if (wechat !== '' && person.wechatId.trim().toLowerCase() === wechat) return 'wechat';
    return allNames(person, 'en').some((name) => orders(name).some((each) => names.has(each))) ? 'name' : undefined;
  };
  const found = people.flatMap((person): Similar[] => {
    const reason = by(person);
    return reason === undefined ? [] : [{ person, by: reason }];
  });
  return found.sort((one, other) => Number(one.by === 'name') - Number(other.by === 'name')).slice(0, 5);
}

/** A single short word is no name to know somebody by: half of a delegation is "Wang". */
function namesSaid({ chineseName, latinName }: Said): string[] {
  const names = [
    ...([...chineseName].length > 1 ? [chineseName] : []),
    ...(/\s/.test(latinName.trim()) ? orders(latinName) : []),
  ];
  return names.map(comparableName);
}

/** A name in Latin letters with its family name first and last: Chan Tai-man is Tai-man Chan. */
function orders(name: string): string[] {
  const words = name.trim().split(/\s+/);
  const turned = [words.at(-1), ...words.slice(0, -1)].join(' ');
  const back = [...words.slice(1), words[0]].join(' ');
  return [...new Set([name, turned, back].map(comparableName))];
}

/** Looks organisations up by any of their names. */
export interface OrganisationNames {
  readonly find: (name: string) => RecordId | undefined;
}

/** Every name of every organisation: legal ones in each script, short ones, and both scripts written behind each other. */
export function organisationNames(
  organisations: readonly Pick<Organisation, 'id' | 'legalName' | 'shortNames'>[],
): OrganisationNames {
  const ids = new Map<string, RecordId>();
  for (const { id, legalName, shortNames } of organisations) {
    for (const name of [...writtenForms.map((form) => legalName[form]), ...shortNames]) {
      const key = comparableName(name);
      if (key !== '' && !ids.has(key)) ids.set(key, id);
    }
  }
  return {
    find: (name) => {
      const whole = ids.get(comparableName(name));
      if (whole !== undefined) return whole;
      const parts = name.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
      const found = parts.length === 2 ? parts.map((part) => ids.get(comparableName(part))) : [];
      return found.find((id) => id !== undefined);
    },
  };
}
