import { allNames } from '@shared/domain/person/rules';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { writtenForms } from '@shared/domain/values';
import { fold } from '@shared/search/fold';

type Person = RecordOf<'person'>;

/** Who `@name` in a line means, and where the name stands, the `@` with it. */
export interface OwnerWords {
  readonly ownerId: RecordId;
  readonly from: number;
  readonly to: number;
}

const signPattern = /(?<![\p{L}\p{N}._-])[@＠]/gu;
const letter = /[\p{L}\p{N}]/u;
const chinese = /\p{Script=Han}$/u;

/**
 * The first `@name` that is one of our own people, by whichever of their names, family or given name first, or the given name
 * alone; the longest that fits. A name that two of them have means nobody. `@me` and `@我` mean the writer.
 */
export function findOwner(text: string, ours: readonly Person[], me: RecordId): OwnerWords | null {
  const owners = ownersByName(ours, me);
  for (const { index } of text.matchAll(signPattern)) {
    const found = nameAt(text, index + 1, owners);
    if (found !== null) return { ownerId: found.ownerId, from: index, to: found.to };
  }
  return null;
}

function ownersByName(ours: readonly Person[], me: RecordId): Map<string, RecordId | null> {
  const owners = new Map<string, RecordId | null>();
  const whole = new Map<string, RecordId | null>();
  const add = (names: Map<string, RecordId | null>, name: string, id: RecordId): void => {
    const key = comparable(name).trim();
    const known = names.get(key);
    if (key !== '') names.set(key, known === undefined || known === id ? id : null);
  };
  for (const person of ours) {
    for (const name of shortNames(person)) add(owners, name, person.id);
    for (const name of wholeNames(person)) add(whole, name, person.id);
  }
  // Somebody's whole name is theirs, also where it is another's given name.
  for (const [name, id] of whole) owners.set(name, id);
  for (const name of ['me', '我']) owners.set(name, me);
  return owners;
}

function wholeNames(person: Person): string[] {
  const reversed = `${person.familyName.en} ${person.givenName.en}`;
  return [...allNames(person, 'en'), reversed];
}

function shortNames(person: Person): string[] {
  const given = writtenForms.map((form) => person.givenName[form]);
  // "Ada Wai-man Chan" answers to Ada; a card may have no more than "CHAN Tai Man Ada".
  const first = [person.givenName.en.trim().split(/\s+/)[0] ?? ''];
  return [...given, ...first].filter((name) => name.trim().length > 1 || chinese.test(name.trim()));
}

/** The longest known name that begins there, written in any case and with blanks for hyphens. */
function nameAt(
  text: string,
  from: number,
  owners: ReadonlyMap<string, RecordId | null>,
): { ownerId: RecordId; to: number } | null {
  const most = Math.min(text.length, from + 80);
  for (let to = most; to > from; to -= 1) {
    const name = text.slice(from, to);
    const ownerId = owners.get(comparable(name));
    if (ownerId === undefined || ownerId === null) continue;
    // "@Adam" is not Ada; Chinese words follow a name without a blank.
    if (!chinese.test(name) && letter.test(text.charAt(to)) && !/\p{Script=Han}/u.test(text.charAt(to))) continue;
    return { ownerId, to };
  }
  return null;
}

function comparable(name: string): string {
  return fold(name).replace(/[-‐\s]/g, ' ');
}
