import { displayName, nameIn } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/schema';

/** The last two characters of a Chinese name, by which people are called; the first letters of a Latin one. */
export function initialsOf(person: Person): string {
  const chinese = bare(nameIn(person, 'zhHant')) || bare(nameIn(person, 'zhHans'));
  if (chinese !== '') return Array.from(chinese).slice(-2).join('');
  const words = bare(displayName(person, 'en')).split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => (word ?? '').charAt(0).toUpperCase()).join('');
}

/** What stands in brackets is said of the name and is no part of it. */
function bare(name: string): string {
  return name.replaceAll(/[(（][^)）]*[)）]/gu, '').trim();
}
