import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { minutesOf, wallTimeAt } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { useToday } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import { ItemCard } from './item-card';
import { ItemStatusBadge } from './item-status-badge';
import type { ItemWords } from './item-words';
import { ItemIcon } from './item-icon';
import type { Slot } from './moving';
import type { ProgrammeActions } from './programme-actions';
import classes from './agenda.module.css';

interface AgendaProps {
  readonly days: readonly { readonly day: CalendarDate; readonly isOutside: boolean }[];
  /** In order of time. */
  readonly items: readonly ItineraryItem[];
  readonly words: ItemWords;
  readonly warnings: ReadonlyMap<string, readonly string[]>;
  readonly actions: ProgrammeActions;
  readonly jump: { readonly id: string } | undefined;
  readonly onSlot: (slot: Slot) => void;
}

const noWarnings: readonly string[] = [];
const cardBox = { inset: 0 } as const;

/** The programme as a list, day by day: quick to read, and to walk with the arrow keys. */
export function Agenda({ days, items, words, warnings, actions, jump, onSlot }: AgendaProps) {
  const { t } = useTranslation('programme');
  const { day: inWords } = useFormat();
  const today = useToday();
  const list = useRef<HTMLDivElement>(null);
  const [wantedId, setWantedId] = useState<string | undefined>(undefined);
  const isWithin = useRef(false);
  const foundAt = items.findIndex(({ id }) => id === wantedId);
  const currentAt = Math.max(0, foundAt);

  const focusItem = (item: ItineraryItem | undefined): void => {
    if (!item) return;
    setWantedId(item.id);
    rowOf(list.current, item.id)?.focus();
  };
  const jumped = useRef<typeof jump>(undefined);
  useEffect(() => {
    if (!jump || jumped.current === jump) return;
    const row = rowOf(list.current, jump.id);
    if (!row) return;
    jumped.current = jump;
    row.focus();
  });
  // A row that moved to another day, or the next one after a deletion, takes the focus along.
  const currentId = items[currentAt]?.id;
  useEffect(() => {
    if (!isWithin.current || currentId === undefined || document.activeElement !== document.body) return;
    rowOf(list.current, currentId)?.focus();
  }, [currentId, items]);

  const onRowKey = (event: KeyboardEvent<HTMLElement>, item: ItineraryItem, at: number): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const to = event.altKey ? undefined : target(event.key, at, items.length - 1);
    if (to !== undefined) {
      event.preventDefault();
      actions.hide();
      focusItem(items[to]);
      return;
    }
    const isTaken = actions.onItemKey(event, item);
    if (isTaken && (event.key === 'Delete' || event.key === 'Backspace')) focusItem(items[at + 1] ?? items[at - 1]);
  };

  return (
    <div className={classes.scroller} ref={list}>
      <div className={classes.days}>
        {days.map(({ day, isOutside }, index) => {
          const ofDay = items.filter((item) => item.day === day);
          const number = days.slice(0, index + 1).filter((each) => !each.isOutside).length;
          return (
            <section key={day} className={classes.day} data-day={day} aria-label={inWords(day, 'long')}>
              <div className={classes.head} data-today={day === today || undefined}>
                <Text fw={600}>{inWords(day, 'weekday')}</Text>
                <Text size="xs" c="dimmed">
                  {isOutside ? t('outsideTrip') : t('dayNumber', { number })}
                </Text>
              </div>
              <div className={classes.rows}>
                {ofDay.map((item) => {
                  const at = items.indexOf(item);
                  return (
                    <AgendaRow
                      key={item.id}
                      item={item}
                      words={words}
                      warnings={warnings.get(item.id) ?? noWarnings}
                      actions={actions}
                      isCurrent={at === currentAt}
                      onFocus={() => {
                        isWithin.current = true;
                        setWantedId(item.id);
                        onSlot({ day: item.day, minutes: minutesOf(item.start) });
                      }}
                      onKeyDown={(event) => onRowKey(event, item, at)}
                    />
                  );
                })}
                {ofDay.length === 0 && (
                  <button
                    type="button"
                    className={classes.nothing}
                    onClick={() =>
                      actions.add({ day, start: wallTimeAt(9 * 60), endDay: null, end: wallTimeAt(10 * 60) })
                    }
                  >
                    {t('nothingOnDay')}
                  </button>
                )}
              </div>
            </section>
          );
        })}
      </div>
    </div>
  );
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-item="${id}"]`) ?? null;
}

function target(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(last, at + 1);
    case 'ArrowUp':
    case 'k':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

interface RowProps {
  readonly item: ItineraryItem;
  readonly words: ItemWords;
  readonly warnings: readonly string[];
  readonly actions: ProgrammeActions;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

function AgendaRow({ item, words, warnings, actions, isCurrent, onFocus, onKeyDown }: RowProps) {
  const zone = words.zone(item);
  return (
    <div className={classes.place}>
      <div
        role="button"
        tabIndex={isCurrent ? 0 : -1}
        className={classes.row}
        data-item={item.id}
        data-status={item.status}
        aria-label={words.spoken(item, warnings)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={() => actions.show(item)}
        onDoubleClick={() => actions.edit(item)}
      >
        <span className={classes.times}>
          {words.shortTimes(item)}
          {zone !== '' && <span className={classes.zone}>{zone}</span>}
        </span>
        <ItemIcon item={item} size={16} className={classes.icon} />
        <span className={classes.title}>{words.title(item)}</span>
        <span className={classes.where}>{[words.where(item), words.host(item)].filter(Boolean).join(' · ')}</span>
        <span className={classes.marks}>
          {warnings.length > 0 && (
            <Tooltip label={warnings.join('\n')} multiline maw={320} style={{ whiteSpace: 'pre-line' }}>
              <IconAlertTriangle size={16} className={classes.warning} />
            </Tooltip>
          )}
        </span>
        <span className={classes.status}>
          <ItemStatusBadge status={item.status} />
        </span>
      </div>
      {actions.shownId === item.id && (
        <ItemCard item={item} box={cardBox} words={words} warnings={warnings} actions={actions} />
      )}
    </div>
  );
}
