import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { programmeWarnings } from '@shared/domain/itinerary-item/rules';
import type { ProgrammeWarning } from '@shared/domain/itinerary-item/rules';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Trip } from '@shared/domain/trip/schema';
import { useFormat } from '../../lib/format';

/** One thing to check: whose it is, and what it is in words. */
export interface Warning {
  readonly key: string;
  readonly itemId: string;
  readonly words: string;
}

/** What a planner should look at: as a list, and by item. An overlap is told at both of its items. */
export function useWarnings(trip: Trip, items: readonly ItineraryItem[]) {
  const { t } = useTranslation('programme');
  const { text } = useFormat();
  return useMemo(() => {
    const titles = new Map(items.map((item) => [item.id, text(item.title)]));
    const inWords = (warning: ProgrammeWarning): string => {
      if (warning.kind === 'outside-trip') return t('warning.outside-trip');
      const other = titles.get(warning.otherId) ?? '';
      return warning.kind === 'overlap'
        ? t('warning.overlap', { other })
        : t('warning.short-transfer', { other, count: warning.minutes, needed: warning.needed });
    };
    const all = programmeWarnings(trip, items);
    const byItem = new Map<string, readonly string[]>();
    const put = (warning: ProgrammeWarning): void => {
      byItem.set(warning.itemId, [...(byItem.get(warning.itemId) ?? []), inWords(warning)]);
    };
    for (const warning of all) {
      put(warning);
      if (warning.kind === 'overlap') put({ ...warning, itemId: warning.otherId, otherId: warning.itemId });
    }
    const list = all.map((warning): Warning => ({
      key: `${warning.kind} ${warning.itemId} ${'otherId' in warning ? warning.otherId : ''}`,
      itemId: warning.itemId,
      words: inWords(warning),
    }));
    return { list, byItem };
  }, [trip, items, t, text]);
}
