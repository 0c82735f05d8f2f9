import { useMemo } from 'react';
import type { Organisation } from '@shared/domain/organisation/schema';
import { useDirectory } from '../../lib/directory';
import type { Option } from '../../lib/directory';

/** The organisations that one may belong to: all but itself and those that belong to it, near or far. */
export function useParentOptions(ownId: string | undefined): readonly Option[] {
  const { organisations, organisationOptions } = useDirectory();
  return useMemo(() => {
    if (ownId === undefined) return organisationOptions;
    const below = idsBelow(ownId, organisations);
    return organisationOptions.filter(({ value }) => !below.has(value));
  }, [ownId, organisations, organisationOptions]);
}

/** The organisation itself and everything under it; a circle that came in from elsewhere ends the walk. */
function idsBelow(topId: string, organisations: readonly Organisation[]): ReadonlySet<string> {
  const below = new Set([topId]);
  for (const id of below) {
    for (const each of organisations) if (each.parentId === id) below.add(each.id);
  }
  return below;
}
