import type { WrittenForm } from '../values';
import type { Person } from './schema';

type Named = Pick<Person, 'familyName' | 'givenName' | 'romanisation'>;

/**
 * The whole name in one written form: Chinese family name first and unspaced, English given name first. '' when that
 * form has none.
 */
export function nameIn(person: Named, form: WrittenForm): string {
  const family = person.familyName[form].trim();
  const given = person.givenName[form].trim();
  return form === 'en' ? [given, family].filter((part) => part !== '').join(' ') : `${family}${given}`;
}

/** The name to show first for a reader of `preferred`; another form, or the romanisation, when that one is missing. */
export function displayName(person: Named, preferred: WrittenForm): string {
  const order: readonly WrittenForm[] = preferred === 'en' ? ['en', 'zhHant', 'zhHans'] : ['zhHant', 'zhHans', 'en'];
  const preferredFirst = [preferred, ...order.filter((form) => form !== preferred)];
  return preferredFirst.map((form) => nameIn(person, form)).find((name) => name !== '') ?? person.romanisation.trim();
}

/** Every way that the name is written, the preferred one first, none twice: "Chan Tai-man 陳大文 陈大文". */
export function allNames(person: Named, preferred: WrittenForm): string[] {
  const names = [
    displayName(person, preferred),
    nameIn(person, 'en'),
    nameIn(person, 'zhHant'),
    nameIn(person, 'zhHans'),
    person.romanisation.trim(),
  ];
  return [...new Set(names.filter((name) => name !== ''))];
}
