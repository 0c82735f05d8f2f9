import { useMemo } from 'react';
import type { Organisation } from '@shared/domain/organisation/schema';
import { writtenForms } from '@shared/domain/values';
import type { LocalisedText } from '@shared/domain/values';
import { fold } from '@shared/search/fold';
import { useDirectory } from '../../lib/directory';
import { useCalledSo } from '../../lib/names-found';

interface Known {
  /** Others that bear one of these names. */
  readonly byName: readonly Organisation[];
  /** Another with the same Unified Social Credit Code, which only one can have. */
  readonly byCode: Organisation | undefined;
}

/** Organisations that are probably the same one, entered before: with a name that is written like one of these, or sounds so. */
export function useKnownOrganisations(legalName: LocalisedText, creditCode: string, ownId: string | undefined): Known {
  const { organisations } = useDirectory();
  const chinese = legalName.zhHant.trim() || legalName.zhHans.trim();
  const calledSo = [...useCalledSo('organisation', chinese), ...useCalledSo('organisation', legalName.en)].join(' ');
  return useMemo(() => {
    const others = organisations.filter(({ id }) => id !== ownId);
    const wanted = new Set(namesOf({ legalName, shortNames: [] }));
    const found = new Set(calledSo.split(' '));
    const isAlike = (each: Organisation): boolean =>
      found.has(each.id) || namesOf(each).some((name) => wanted.has(name));
    return {
      byName: wanted.size === 0 ? [] : others.filter(isAlike).slice(0, 5),
      byCode: creditCode === '' ? undefined : others.find((each) => each.creditCode === creditCode),
    };
  }, [organisations, legalName, creditCode, ownId, calledSo]);
}

function namesOf({ legalName, shortNames }: Pick<Organisation, 'legalName' | 'shortNames'>): string[] {
  return [...writtenForms.map((form) => legalName[form]), ...shortNames]
    .map((name) => fold(name.trim()))
    .filter(Boolean);
}
