import { useMemo } from 'react';
import { allNames, nameIn } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/schema';
import { writtenForms } from '@shared/domain/values';
import { fold } from '@shared/search/fold';
import { useDirectory } from '../../lib/directory';

type Named = Pick<Person, 'familyName' | 'givenName' | 'romanisation'>;

/** Others who are written just like this person in some script: probably the same one, met before. */
export function useNamesakes(named: Named, ownId: string | undefined): readonly Person[] {
  const { people } = useDirectory();
  const { familyName, givenName } = named;
  return useMemo(() => {
    const whole = writtenForms.filter((form) => familyName[form].trim() !== '' && givenName[form].trim() !== '');
    const wanted = new Set(whole.map((form) => fold(nameIn({ familyName, givenName, romanisation: '' }, form))));
    if (wanted.size === 0) return [];
    return people
      .filter((person) => person.id !== ownId && allNames(person, 'en').some((name) => wanted.has(fold(name))))
      .slice(0, 5);
  }, [people, familyName, givenName, ownId]);
}
