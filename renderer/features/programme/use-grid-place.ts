import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
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

/** The one place of the grid that the Tab key stops at, and the focus that follows it. */
export function useGridPlace<I extends Item>(grid: RefObject<HTMLElement | null>, columns: readonly DayColumn<I>[]) {
  const [wanted, setWanted] = useState<Place | undefined>(undefined);
  const place = resolved(columns, wanted);
  const key = place && placeKey(place);
  const isWithin = useRef(false);
  const slot = place?.kind === 'slot' ? `${place.day} ${place.minutes}` : '';

  // An item that moves to another day is another element: the focus goes along.
  useEffect(() => {
    const active = document.activeElement;
    if (!isWithin.current || key === undefined) return;
    if (active !== null && active !== document.body && !grid.current?.contains(active)) return;
    focusPlace(grid.current, key);
  }, [key, slot, grid]);

  return {
    place,
    /** Takes the focus there. */
    goTo: (next: Place) => {
      isWithin.current = true;
      setWanted(next);
      focusPlace(grid.current, placeKey(next));
    },
    /** The focus has come there by itself: a click, or Tab. */
    onFocus: (next: Place) => {
      isWithin.current = true;
      setWanted(next);
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
