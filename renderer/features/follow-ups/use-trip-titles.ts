import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';

/** The title of a trip by its id; '' for none, words that say so for one that is in the Trash. */
export function useTripTitles(): (id: string | null) => string {
  const { t } = useTranslation('terms');
  const { text } = useFormat();
  const { data: trips } = useAsk('trips:list', {});
  return useMemo(() => {
    const titles = new Map(trips?.map((trip) => [trip.id, text(trip.title)]));
    return (id) => (id === null || trips === undefined ? '' : (titles.get(id) ?? t('missing.inTrash')));
  }, [trips, text, t]);
}
