import { memo } from 'react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { useFormat } from '../../lib/format';
import type { ItemWords } from './item-words';
import type { DayColumn } from './time-grid';
import classes from './timeline.module.css';

interface DayHeadProps {
  readonly column: DayColumn<ItineraryItem>;
  /** Which day of the trip it is. */
  readonly number: number;
  readonly isToday: boolean;
  readonly words: ItemWords;
}

/** The head of a day: which day of the trip it is, and its cities in the order they are visited. */
export const DayHead = memo(function DayHead({ column, number, isToday, words }: DayHeadProps) {
  const { t } = useTranslation('programme');
  const { day: inWords } = useFormat();
  return (
    <div className={classes.head} data-outside={column.isOutside || undefined} data-today={isToday || undefined}>
      <Text span className={classes.headDay}>
        {inWords(column.day, 'weekday')}
      </Text>
      <Text span className={classes.headMeta}>
        {[column.isOutside ? t('outsideTrip') : t('dayNumber', { number }), citiesOf(column, words)]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
    </div>
  );
});

function citiesOf(column: DayColumn<ItineraryItem>, words: ItemWords): string {
  const ordered = [...column.events].sort((a, b) => a.from - b.from).map(({ item }) => words.city(item));
  return [...new Set(ordered.filter((name) => name !== ''))].join(' → ');
}
