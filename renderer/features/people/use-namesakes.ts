import { useMemo } from 'react';
import { allNames, nameIn } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/schema';
import { writtenForms } from '@shared/domain/values';
import type { WrittenForm } from '@shared/domain/values';
import { fold } from '@shared/search/fold';
import { useDirectory } from '../../lib/directory';
import { useCalledSo } from '../../lib/names-found';

type Named = Pick<Person, 'familyName' | 'givenName'>;

/** Others who are written like this person in some script, or whose name sounds so: probably the same one, met before. */
export function useNamesakes(named: Named, ownId: string | undefined): readonly Person[] {
  const { people } = useDirectory();
  const { familyName, givenName } = named;
  const chinese = wholeName(named, 'zhHant') || wholeName(named, 'zhHans');
  const calledSo = [...useCalledSo('person', chinese), ...useCalledSo('person', wholeName(named, 'en'))].join(' ');
  return useMemo(() => {
    const names = writtenForms.map((form) => wholeName({ familyName, givenName }, form));
    const wanted = new Set(names.filter((name) => name !== '').map(fold));
    if (wanted.size === 0) return [];
    const found = new Set(calledSo.split(' '));
    return people
      .filter(({ id }) => id !== ownId)
      .filter((person) => found.has(person.id) || allNames(person, 'en').some((name) => wanted.has(fold(name))))
      .slice(0, 5);
  }, [people, familyName, givenName, ownId, calledSo]);
}

/** '' while one of the two names is missing: a family name alone is many people's. */
function wholeName({ familyName, givenName }: Named, form: WrittenForm): string {
  const isWhole = familyName[form].trim() !== '' && givenName[form].trim() !== '';
  return isWhole ? nameIn({ familyName, givenName, romanisation: '' }, form) : '';
}
