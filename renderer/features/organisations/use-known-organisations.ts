import { useMemo } from 'react';
import type { Organisation } from '@shared/domain/organisation/schema';
import { writtenForms } from '@shared/domain/values';
import type { LocalisedText } from '@shared/domain/values';
import { fold } from '@shared/search/fold';
import { useDirectory } from '../../lib/directory';

interface Known {
  /** Others that bear one of these names. */
  readonly byName: readonly Organisation[];
  /** Another with the same Unified Social Credit Code, which only one can have. */
  readonly byCode: Organisation | undefined;
}

/** Organisations that are probably the same one, entered before. */
export function useKnownOrganisations(legalName: LocalisedText, creditCode: string, ownId: string | undefined): Known {
  const { organisations } = useDirectory();
  return useMemo(() => {
    const others = organisations.filter(({ id }) => id !== ownId);
    const wanted = new Set(namesOf({ legalName, shortNames: [] }));
    return {
      byName:
        wanted.size === 0 ? [] : others.filter((each) => namesOf(each).some((name) => wanted.has(name))).slice(0, 5),
      byCode: creditCode === '' ? undefined : others.find((each) => each.creditCode === creditCode),
    };
  }, [organisations, legalName, creditCode, ownId]);
}

function namesOf({ legalName, shortNames }: Pick<Organisation, 'legalName' | 'shortNames'>): string[] {
  return [...writtenForms.map((form) => legalName[form]), ...shortNames]
    .map((name) => fold(name.trim()))
    .filter(Boolean);
}
