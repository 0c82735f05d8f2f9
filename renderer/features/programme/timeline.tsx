import { useEffect, useId, useMemo, useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chinaTime, minutesOf, wallClockAt, wallTimeAt } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { useNow } from '../../lib/clock';
import { DayColumnView } from './day-column';
import { DayHead } from './day-head';
import type { ItemWords } from './item-words';
import type { ProgrammeActions } from './programme-actions';
import { slotAt } from './moving';
import type { Slot } from './moving';
import { segmentsOf } from './time-grid';
import type { DayColumn, Times } from './time-grid';
import classes from './timeline.module.css';
import { useGridDrag } from './use-grid-drag';
import { useGridPlace } from './use-grid-place';
import { useScrollToStart } from './use-scroll-to-start';
import { slotMinutes, slotOf, walked } from './walking';
import type { Place, Walk } from './walking';

interface TimelineProps {
  readonly columns: readonly DayColumn<ItineraryItem>[];
  readonly items: readonly ItineraryItem[];
  readonly words: ItemWords;
  readonly warnings: ReadonlyMap<string, readonly string[]>;
  readonly actions: ProgrammeActions;
  /** Pixels an hour. */
  readonly zoom: number;
  /** The item to go to, each time it is asked for. */
  readonly jump: { readonly id: string } | undefined;
  /** Tells where new items go when they are made with the button or the key. */
  readonly onSlot: (slot: Slot) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const usualLength = 60;

const walks: Readonly<Record<string, Walk>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
  PageUp: 'previous-item',
  PageDown: 'next-item',
};

/** The days side by side on one time axis. Pointer and keyboard can both move, stretch and make everything in it. */
export function Timeline({ columns, items, words, warnings, actions, zoom, jump, onSlot }: TimelineProps) {
  const { t } = useTranslation('programme');
  const scroller = useRef<HTMLDivElement>(null);
  const hintId = useId();
  // The trip's days are days over there, whatever the laptop's own clock says.
  const now = wallClockAt(useNow(), chinaTime);
  const { place, goTo, onFocus, onBlur } = useGridPlace(scroller, columns, now.day);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const measures = { '--hour': `${zoom}px`, '--days': columns.length } as CSSProperties;
  const numbers = useMemo(() => dayNumbers(columns), [columns]);
  const focused = place?.kind === 'item' ? byId.get(place.id) : undefined;

  const grid = useGridDrag({
    scroller,
    onMove: (item, times) => actions.move(item, times, 'pointer'),
    onCreate: (times) => actions.add(times),
    onPressItem: (item) => actions.show(item),
    onPressSlot: (slot) => actions.add(lasting(slot, usualLength)),
  });
  useScrollToStart(scroller, columns, zoom, now.day);

  useEffect(() => {
    if (place) onSlot(slotOf(columns, place));
  }, [place, columns, onSlot]);

  const jumped = useRef<typeof jump>(undefined);
  useEffect(() => {
    if (!jump || jumped.current === jump) return;
    const item = byId.get(jump.id);
    if (!item) return;
    jumped.current = jump;
    goTo({ kind: 'item', id: item.id, day: item.day });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // Keys in the card of an item come up through React though they are elsewhere in the page.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target) || place === undefined) return;
    if (event.nativeEvent.isComposing) return;
    const walk = walks[event.key];
    if (walk !== undefined && !event.altKey && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      actions.hide();
      goTo(walked(columns, place, walk));
      return;
    }
    if (focused) {
      const isTaken = actions.onItemKey(event, focused);
      if (isTaken && event.key === 'Delete') goTo({ kind: 'slot', ...onGrid(slotOf(columns, place)) });
      if (isTaken && event.altKey) follow(scroller.current, place);
    } else if (place.kind === 'slot' && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      actions.add(lasting(place, usualLength));
    }
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="application"
      aria-label={t('timeline.label')}
      aria-describedby={hintId}
      style={measures}
      data-dragging={grid.drag ? grid.drag.grip.kind : undefined}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <VisuallyHidden id={hintId}>{t('timeline.hint')}</VisuallyHidden>
      {items.length === 0 && <Text className={classes.hint}>{t('timeline.empty')}</Text>}
      <div className={classes.grid}>
        <div className={classes.corner} />
        {columns.map((column, index) => (
          <DayHead
            key={column.day}
            column={column}
            number={numbers[index] ?? 0}
            isToday={now.day === column.day}
            words={words}
          />
        ))}
        <div className={classes.axis} aria-hidden="true">
          {hours.map((hour) => (
            <Text key={hour} span className={classes.hour} style={{ top: `calc(var(--hour) * ${hour})` }}>
              {hour === 0 ? '' : wallTimeAt(hour * 60)}
            </Text>
          ))}
        </div>
        {columns.map((column) => (
          <DayColumnView
            key={column.day}
            column={column}
            words={words}
            warnings={warnings}
            actions={actions}
            current={place?.day === column.day ? place : undefined}
            now={now.day === column.day ? minutesOf(now.time) : undefined}
            draggedId={grid.drag && grid.drag.grip.kind !== 'create' ? grid.drag.grip.item.id : undefined}
            ghosts={grid.drag ? segmentsOf(grid.drag.times, [column.day]) : noGhosts}
            ghostKind={grid.drag && grid.drag.grip.kind !== 'create' ? grid.drag.grip.item.kind : 'meeting'}
            onFocus={onFocus}
            onEmptyDown={grid.onEmptyDown}
            onItemDown={grid.onItemDown}
            onEdgeDown={grid.onEdgeDown}
          />
        ))}
      </div>
    </div>
  );
}

/** Which day of the trip each column is; those outside are not counted. */
function dayNumbers(columns: readonly DayColumn[]): number[] {
  let number = 0;
  return columns.map(({ isOutside }) => (isOutside ? number : (number += 1)));
}

const noGhosts: readonly never[] = [];

function onGrid({ day, minutes }: Slot): Slot {
  return { day, minutes: minutes - (minutes % slotMinutes) };
}

function lasting(slot: Slot, minutes: number): Times {
  const end = slotAt(slot.day, slot.minutes + minutes);
  return {
    day: slot.day,
    start: wallTimeAt(slot.minutes),
    endDay: end.day === slot.day ? null : end.day,
    end: wallTimeAt(end.minutes),
  };
}

/** Keeps an item in sight that the keyboard moves. */
function follow(grid: HTMLElement | null, place: Place): void {
  requestAnimationFrame(() => {
    if (place.kind !== 'item') return;
    grid?.querySelector(`[data-item="${place.id}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}
