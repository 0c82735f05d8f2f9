import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { CalendarDate } from '@shared/dates';
import type { DayColumn } from './time-grid';

const marginMinutes = 30;
const usualStart = 8 * 60;

/** Opens the grid at its first item, and at today's column during the trip; keeps the middle in sight when zoomed. */
export function useScrollToStart(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly DayColumn[],
  zoom: number,
  today: CalendarDate,
): void {
  const isDone = useRef(false);
  const lastZoom = useRef(zoom);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || isDone.current || columns.length === 0) return;
    isDone.current = true;
    const column = columns.find(({ day }) => day === today) ?? columns[0];
    const starts = columns.flatMap(({ events }) => events.filter(({ isFirst }) => isFirst).map(({ from }) => from));
    const ofDay = column?.events.filter(({ isFirst }) => isFirst).map(({ from }) => from) ?? [];
    const first = Math.min(...(ofDay.length > 0 ? ofDay : starts.length > 0 ? starts : [usualStart]));
    element.scrollTo({ top: (Math.max(0, first - marginMinutes) / 60) * zoom });
    const head = element.querySelector<HTMLElement>(`[data-day="${column?.day ?? ''}"]`);
    if (column?.day === today && head) element.scrollTo({ left: head.offsetLeft - 80 });
  }, [scroller, columns, today, zoom]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const before = lastZoom.current;
    lastZoom.current = zoom;
    if (!element || before === zoom) return;
    const middle = element.scrollTop + element.clientHeight / 2;
    element.scrollTo({ top: (middle * zoom) / before - element.clientHeight / 2 });
  }, [scroller, zoom]);
}
