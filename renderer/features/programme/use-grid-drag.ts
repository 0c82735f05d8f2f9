import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { daysBetween, isCalendarDate, minutesOf } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { endingAt, fineStep, isSameTimes, slotAt, snapped, startingAt, step, timesBetween } from './moving';
import type { Slot } from './moving';
import { minutesInDay } from './time-grid';
import type { Times } from './time-grid';

type Grip =
  | { readonly kind: 'move'; readonly item: ItineraryItem; readonly held: number }
  | { readonly kind: 'resize'; readonly item: ItineraryItem }
  | { readonly kind: 'create'; readonly anchor: Slot };

/** What the pointer is doing: the times that it would give, shown as a ghost. */
export interface Drag {
  readonly grip: Grip;
  readonly times: Times;
}

interface GridDragOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onMove: (item: ItineraryItem, times: Times) => void;
  readonly onCreate: (times: Times) => void;
  /** The pointer was let go where it was pressed. */
  readonly onPressItem: (item: ItineraryItem) => void;
  readonly onPressSlot: (slot: Slot) => void;
}

/** A press that wanders no farther, in pixels, is a click. */
const threshold = 4;
/** So near to an edge, in pixels, the grid scrolls by itself. */
const edge = 44;
const clickSlot = 30;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The day and minute under a point: the columns carry their day in `data-day`. Beside the grid it is the nearest. */
function slotUnder(scroller: HTMLElement, { x, y }: Point): Slot | undefined {
  const columns = [...scroller.querySelectorAll<HTMLElement>('[data-day]')];
  const column =
    columns.find((each) => {
      const { left, right } = each.getBoundingClientRect();
      return x >= left && x < right;
    }) ?? (x < (columns[0]?.getBoundingClientRect().left ?? 0) ? columns[0] : columns.at(-1));
  const day = column?.dataset['day'];
  if (!column || !isCalendarDate(day)) return undefined;
  const { top, height } = column.getBoundingClientRect();
  const minutes = ((y - top) / height) * minutesInDay;
  return { day, minutes: Math.min(minutesInDay, Math.max(0, minutes)) };
}

function timesUnder(grip: Grip, slot: Slot, by: number): Times {
  switch (grip.kind) {
    case 'move':
      return startingAt(grip.item, slotAt(slot.day, snapped(slot.minutes - grip.held, by)));
    case 'resize':
      return endingAt(grip.item, slotAt(slot.day, snapped(slot.minutes, by)));
    case 'create': {
      const anchor = { ...grip.anchor, minutes: Math.floor(grip.anchor.minutes / by) * by };
      return timesBetween(anchor, { ...slot, minutes: snapped(slot.minutes, by) });
    }
  }
}

function isElsewhere(drag: Drag): boolean {
  return drag.grip.kind === 'create' || !isSameTimes(drag.grip.item, drag.times);
}

/** Moves, stretches and makes items with the pointer; Escape leaves everything as it was. Touch scrolls instead. */
export function useGridDrag(options: GridDragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(options);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => () => stop.current?.(), []);

  const begin = useCallback((event: ReactPointerEvent, grip: Grip): void => {
    const scroller = latest.current.scroller.current;
    if (event.button !== 0 || event.pointerType === 'touch' || !scroller) return;
    stop.current?.();
    const start: Point = { x: event.clientX, y: event.clientY };
    let point = start;
    let isFine = event.shiftKey;
    let current: Drag | null = null;
    let frame = 0;

    const follow = (): void => {
      const slot = slotUnder(scroller, point);
      if (!slot) return;
      current = { grip, times: timesUnder(grip, slot, isFine ? fineStep : step) };
      setDrag(current);
    };
    const scroll = (): void => {
      const { left, top, right, bottom } = scroller.getBoundingClientRect();
      const x = pull(point.x, left, right);
      const y = pull(point.y, top, bottom);
      if (x !== 0 || y !== 0) {
        scroller.scrollBy(x, y);
        follow();
      }
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (move: PointerEvent): void => {
      point = { x: move.clientX, y: move.clientY };
      isFine = move.shiftKey;
      const isFar = Math.hypot(point.x - start.x, point.y - start.y) > threshold;
      if (current === null && !isFar) return;
      if (current === null) frame = requestAnimationFrame(scroll);
      follow();
    };
    const onUp = (): void => {
      const done = current;
      end();
      if (done === null) press(grip, latest.current);
      else if (done.grip.kind === 'create') latest.current.onCreate(done.times);
      else if (isElsewhere(done)) latest.current.onMove(done.grip.item, done.times);
    };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      end();
    };
    const end = (): void => {
      cancelAnimationFrame(frame);
      setDrag(null);
      stop.current = undefined;
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey, true);
    };
    stop.current = end;
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey, true);
  }, []);

  const onItemDown = useCallback(
    (event: ReactPointerEvent, item: ItineraryItem): void => {
      const slot = slotOfEvent(latest.current.scroller.current, event);
      if (!slot) return;
      const held = daysBetween(item.day, slot.day) * minutesInDay + slot.minutes - minutesOf(item.start);
      begin(event, { kind: 'move', item, held });
    },
    [begin],
  );
  const onEdgeDown = useCallback(
    (event: ReactPointerEvent, item: ItineraryItem): void => begin(event, { kind: 'resize', item }),
    [begin],
  );
  const onEmptyDown = useCallback(
    (event: ReactPointerEvent): void => {
      const anchor = slotOfEvent(latest.current.scroller.current, event);
      if (anchor) begin(event, { kind: 'create', anchor });
    },
    [begin],
  );
  return { drag, onItemDown, onEdgeDown, onEmptyDown };
}

function slotOfEvent(scroller: HTMLElement | null, event: ReactPointerEvent): Slot | undefined {
  return scroller ? slotUnder(scroller, { x: event.clientX, y: event.clientY }) : undefined;
}

function press(grip: Grip, { onPressItem, onPressSlot }: GridDragOptions): void {
  if (grip.kind === 'create') {
    const { day, minutes } = grip.anchor;
    onPressSlot({ day, minutes: Math.floor(minutes / clickSlot) * clickSlot });
  } else onPressItem(grip.item);
}

/** How far to scroll towards an edge that the pointer is near, the nearer the faster. */
function pull(at: number, low: number, high: number): number {
  if (at < low + edge) return -Math.min(18, (low + edge - at) / 3);
  if (at > high - edge) return Math.min(18, (at - high + edge) / 3);
  return 0;
}
