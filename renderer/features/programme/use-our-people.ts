import { useMemo } from 'react';
import { useDirectory } from '../../lib/directory';
import type { Option } from '../../lib/directory';
import { useAsk } from '../../lib/ipc';

/** Our own people to choose from, those of the trip's delegation first and in order of precedence. */
export function useOurPeople(tripId: string): { readonly delegationFirst: readonly Option[] } {
  const { ourOptions, peopleOptions } = useDirectory();
  const { data: members } = useAsk('delegation:list', { tripId });
  return useMemo(() => {
    const order = [...(members ?? [])].sort((a, b) => a.precedence - b.precedence).map(({ personId }) => personId);
    const ofTrip = order
      .map((id) => peopleOptions.find(({ value }) => value === id))
      .filter((each) => each !== undefined);
    return { delegationFirst: [...ofTrip, ...ourOptions.filter(({ value }) => !order.includes(value))] };
  }, [members, ourOptions, peopleOptions]);
}
