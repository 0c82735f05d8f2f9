import { useMemo } from 'react';
import { noText } from '@shared/domain/values';
import type { Option } from '../../lib/directory';
import { useAsk, useDo } from '../../lib/ipc';
import { localisedFromText, personNameFromText } from '../../lib/name-from-text';

/** Hosts on the fly: an organisation or contact made from the name that was typed, and who belongs where. */
export function useHosts() {
  const { run: makeOrganisation } = useDo('organisations:create');
  const { run: makePerson } = useDo('people:create');
  const { run: makeAffiliation } = useDo('affiliations:create');
  const { data: affiliations } = useAsk('affiliations:list', {});
  return useMemo(
    () => ({
      createOrganisation: async (name: string): Promise<string | null> => {
        const answer = await makeOrganisation({ fields: { legalName: localisedFromText(name) } });
        return answer.ok ? answer.value.id : null;
      },
      /** Belongs to the host organisation from the start. */
      createContact: async (name: string, organisationId: string | null): Promise<string | null> => {
        const answer = await makePerson({ fields: { side: 'theirs', ...personNameFromText(name) } });
        if (!answer.ok) return null;
        if (organisationId !== null) {
          await makeAffiliation({ fields: { personId: answer.value.id, organisationId, jobTitle: noText } });
        }
        return answer.value.id;
      },
      /** The host's own people before everybody else. */
      contactsFirst: (options: readonly Option[], organisationId: string | null): readonly Option[] => {
        const own = new Set(
          affiliations?.filter((each) => each.organisationId === organisationId).map(({ personId }) => personId),
        );
        return [...options.filter(({ value }) => own.has(value)), ...options.filter(({ value }) => !own.has(value))];
      },
    }),
    [makeOrganisation, makePerson, makeAffiliation, affiliations],
  );
}
