import { useMemo } from 'react';
import { useDo } from '../../lib/ipc';
import { localisedFromText, personNameFromText } from '../../lib/name-from-text';

interface Newcomers {
  readonly addPerson: (name: string, side: 'ours' | 'theirs', organisationId: string | null) => Promise<string | null>;
  readonly addOrganisation: (name: string) => Promise<string | null>;
}

/** Makes somebody, or an organisation, of whom only a name is known yet: three minutes before the car leaves. */
export function useNewcomers(): Newcomers {
  const { run: makePerson } = useDo('people:create');
  const { run: makeOrganisation } = useDo('organisations:create');
  const { run: makeAffiliation } = useDo('affiliations:create');
  return useMemo(
    () => ({
      addPerson: async (name, side, organisationId) => {
        const made = await makePerson({ fields: { side, ...personNameFromText(name) } });
        if (!made.ok) return null;
        if (organisationId !== null) await makeAffiliation({ fields: { personId: made.value.id, organisationId } });
        return made.value.id;
      },
      addOrganisation: async (name) => {
        const made = await makeOrganisation({ fields: { legalName: localisedFromText(name) } });
        return made.ok ? made.value.id : null;
      },
    }),
    [makePerson, makeOrganisation, makeAffiliation],
  );
}
