import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { CalendarDate } from '@shared/dates';
import { entryOf } from './walking';
import type { Place } from './walking';
import type { DayColumn, Times } from './time-grid';

type Item = Times & { readonly id: string };

/** A word for a place that its element carries in `data-place`. */
export function placeKey(place: Place): string {
  return place.kind === 'item' ? `${place.id} ${place.day}` : 'slot';
}

/** Where the place is now: its item may have moved to another day, or gone. */
function resolved<I extends Item>(columns: readonly DayColumn<I>[], place: Place | undefined): Place | undefined {
  if (place === undefined) return entryOf(columns);
  if (place.kind === 'slot') return columns.some(({ day }) => day === place.day) ? place : entryOf(columns);
  const days = columns
    .filter(({ bands, events }) => [...bands, ...events].some(({ item }) => item.id === place.id))
    .map(({ day }) => day);
  const day = days.includes(place.day) ? place.day : days[0];
  return day === undefined ? entryOf(columns) : { ...place, day };
}

/** On a day of the trip one begins with that day. */
function entryOn<I extends Item>(columns: readonly DayColumn<I>[], today: CalendarDate): Place | undefined {
  return columns.some(({ day }) => day === today) ? entryOf(columns.filter(({ day }) => day >= today)) : undefined;
}

/** The one place of the grid that the Tab key stops at, and the focus that follows it. */
export function useGridPlace<I extends Item>(
  grid: RefObject<HTMLElement | null>,
  columns: readonly DayColumn<I>[],
  today: CalendarDate,
) {
  const [wanted, setWanted] = useState<Place | undefined>(undefined);
  const place = resolved(columns, wanted ?? entryOn(columns, today));
  const key = place && placeKey(place);
  const isWithin = useRef(false);
  const slot = place?.kind === 'slot' ? `${place.day} ${place.minutes}` : '';

  // Who comes by a key or a link, and stands nowhere yet, may walk at once.
  const first = useRef(key);
  useEffect(() => {
    const isNowhere = document.activeElement === document.body || document.activeElement?.id === 'content';
    if (!isNowhere || first.current === undefined) return;
    isWithin.current = true;
    grid.current?.querySelector<HTMLElement>(`[data-place="${first.current}"]`)?.focus({ preventScroll: true });
  }, [grid]);

  // An item that moves to another day is another element: the focus goes along.
  useEffect(() => {
    const active = document.activeElement;
    if (!isWithin.current || key === undefined) return;
    if (active !== null && active !== document.body && !grid.current?.contains(active)) return;
    focusPlace(grid.current, key);
  }, [key, slot, grid]);

  /** The focus has come there by itself: a click, or Tab. */
  const onFocus = useCallback((next: Place): void => {
    isWithin.current = true;
    setWanted(next);
  }, []);

  return {
    place,
    onFocus,
    /** Takes the focus there. */
    goTo: (next: Place): void => {
      isWithin.current = true;
      setWanted(next);
      focusPlace(grid.current, placeKey(next));
    },
    onBlur: (event: React.FocusEvent) => {
      const isLeaving = event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget);
      if (isLeaving) isWithin.current = false;
    },
  };
}

function focusPlace(grid: HTMLElement | null, key: string): void {
  const element = grid?.querySelector<HTMLElement>(`[data-place="${key}"]`);
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
