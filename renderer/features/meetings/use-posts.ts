import { useMemo } from 'react';
import type { CalendarDate } from '@shared/dates';
import type { Affiliation } from '@shared/domain/affiliation/schema';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';

/** What somebody was on a day: our people's posts; a contact's job at one of these organisations, else the main one. */
export function usePosts(organisationIds: readonly string[], day: CalendarDate): (personId: string) => string {
  const { text } = useFormat();
  const { person, organisationName } = useDirectory();
  const { data: affiliations } = useAsk('affiliations:list', {});
  return useMemo(() => {
    const isHeld = ({ from, to }: Affiliation): boolean => (from === null || from <= day) && (to === null || to >= day);
    const isHere = (affiliation: Affiliation): boolean => organisationIds.includes(affiliation.organisationId);
    const weight = (affiliation: Affiliation): number =>
      (isHeld(affiliation) ? 4 : 0) + (isHere(affiliation) ? 2 : 0) + (affiliation.isPrimary ? 1 : 0);
    return (personId) => {
      const own = person(personId);
      if (own?.side === 'ours' && text(own.post) !== '') return text(own.post);
      const [best] = (affiliations ?? [])
        .filter((affiliation) => affiliation.personId === personId)
        .sort((one, other) => weight(other) - weight(one));
      if (best === undefined) return '';
      // Where one meets a single organisation, its name behind everybody's title says nothing.
      const isKnown = organisationIds.length === 1 && isHere(best);
      return [text(best.jobTitle), isKnown ? '' : organisationName(best.organisationId)].filter(Boolean).join(', ');
    };
  }, [affiliations, organisationIds, day, person, organisationName, text]);
}
