import { useEffect, useState } from 'react';
import { Menu, ScrollArea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { useFormat } from '../../lib/format';

interface DuplicateMenuProps {
  readonly item: ItineraryItem;
  readonly days: readonly { readonly day: CalendarDate; readonly isOutside: boolean }[];
  readonly onChoose: (day: CalendarDate) => void;
  readonly onClose: () => void;
}

/** The days to copy an item to, beside the item. The focus goes back to it when nothing is chosen. */
export function DuplicateMenu({ item, days, onChoose, onClose }: DuplicateMenuProps) {
  const { t } = useTranslation('programme');
  const { day: inWords, text } = useFormat();
  const [from] = useState(() => {
    const element = document.querySelector<HTMLElement>(`[data-item="${item.id}"]`);
    return { element, box: element?.getBoundingClientRect() };
  });
  useEffect(() => () => from.element?.focus({ preventScroll: true }), [from]);

  return (
    <Menu opened onClose={onClose} position="right-start" offset={4} returnFocus={false} withinPortal>
      <Menu.Target>
        <span
          style={{
            position: 'fixed',
            pointerEvents: 'none',
            left: from.box?.left ?? 0,
            top: Math.max(0, from.box?.top ?? 0),
            width: from.box?.width ?? 0,
            height: 1,
          }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('duplicateTitle', { title: text(item.title) })}>
        <Menu.Label>{t('duplicateTo')}</Menu.Label>
        <ScrollArea.Autosize mah={320} type="auto">
          {days
            .filter(({ isOutside }) => !isOutside)
            .map(({ day }, index) => (
              <Menu.Item
                key={day}
                onClick={() => onChoose(day)}
                rightSection={day === item.day ? t('sameDay') : undefined}
              >
                {t('dayInMenu', { number: index + 1, day: inWords(day, 'weekday') })}
              </Menu.Item>
            ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
