import type { CalendarDate } from '@shared/dates';
import type { Slot } from './moving';
import { minutesInDay } from './time-grid';
import type { DayColumn, LaidOut, Times } from './time-grid';

/** Where the keyboard stands in the grid: on an item, or on an empty slot. */
export type Place =
  { readonly kind: 'item'; readonly id: string; readonly day: CalendarDate } | ({ readonly kind: 'slot' } & Slot);

type Item = Times & { readonly id: string };
type Columns<I extends Item> = readonly DayColumn<I>[];

export const slotMinutes = 30;
/** A day without anything in it is entered at the start of office hours. */
const officeOpens = 9 * 60;

/** Keys that walk the grid. */
export type Walk = 'up' | 'down' | 'left' | 'right' | 'first' | 'last' | 'previous-item' | 'next-item';

function things<I extends Item>(column: DayColumn<I>): LaidOut<I>[] {
  return [...column.bands, ...column.events].sort((a, b) => a.from - b.from || a.lane - b.lane || b.to - a.to);
}

function onItem<I extends Item>(segment: LaidOut<I>): Place {
  return { kind: 'item', id: segment.item.id, day: segment.day };
}

/** Where the keyboard enters: the first item of the programme, or the first morning. */
export function entryOf<I extends Item>(columns: Columns<I>): Place | undefined {
  for (const column of columns) {
    const all = things(column);
    // A hotel that goes on from the night before is no beginning of a day.
    const first = all.find(({ isFirst }) => isFirst) ?? all[0];
    if (first) return onItem(first);
  }
  const day = columns[0]?.day;
  return day === undefined ? undefined : { kind: 'slot', day, minutes: officeOpens };
}

/** Where the place is in time, for a walk from it. */
export function slotOf<I extends Item>(columns: Columns<I>, place: Place): Slot {
  if (place.kind === 'slot') return place;
  const segment = segmentAt(columns, place);
  return { day: place.day, minutes: segment?.from ?? officeOpens };
}

function segmentAt<I extends Item>(columns: Columns<I>, place: Place): LaidOut<I> | undefined {
  if (place.kind !== 'item') return undefined;
  const column = columns.find(({ day }) => day === place.day);
  return column && things(column).find(({ item }) => item.id === place.id);
}

/** The item in front that covers a slot or begins in it, else the slot itself. */
function at<I extends Item>(column: DayColumn<I>, minutes: number): Place {
  const from = Math.max(0, Math.min(minutesInDay - slotMinutes, minutes));
  const covering = column.events.find((event) => event.from < from + slotMinutes && event.to > from);
  return covering ? onItem(covering) : { kind: 'slot', day: column.day, minutes: from - (from % slotMinutes) };
}

/** The place that a key leads to; the same place at the edge of the grid. */
export function walked<I extends Item>(columns: Columns<I>, from: Place, walk: Walk): Place {
  const index = columns.findIndex(({ day }) => day === from.day);
  const column = columns[index];
  if (!column) return entryOf(columns) ?? from;
  const here = segmentAt(columns, from);
  switch (walk) {
    case 'down':
      return here ? below(column, here) : downFrom(column, slotOf(columns, from).minutes);
    case 'up':
      return here ? above(column, here) : upFrom(column, slotOf(columns, from).minutes);
    case 'left':
    case 'right':
      return sideways(columns, index, from, here, walk === 'left' ? -1 : 1);
    case 'first':
    case 'last': {
      const all = things(column);
      const wanted = walk === 'first' ? all[0] : all.at(-1);
      return wanted ? onItem(wanted) : from;
    }
    case 'previous-item':
    case 'next-item':
      return nextItem(columns, from, walk === 'next-item' ? 1 : -1);
  }
}

function below<I extends Item>(column: DayColumn<I>, here: LaidOut<I>): Place {
  const all = things(column);
  const next = all[all.findIndex(({ item }) => item.id === here.item.id) + 1];
  // What begins before this ends comes next; after that the empty time below, slot by slot.
  if (next && next.from < here.to + slotMinutes) return onItem(next);
  if (here.to >= minutesInDay) return onItem(here);
  return { kind: 'slot', day: column.day, minutes: Math.ceil(here.to / slotMinutes) * slotMinutes };
}

function above<I extends Item>(column: DayColumn<I>, here: LaidOut<I>): Place {
  const all = things(column);
  const before = all[all.findIndex(({ item }) => item.id === here.item.id) - 1];
  if (before && (before.to > here.from - slotMinutes || here.from < slotMinutes)) return onItem(before);
  if (here.from < slotMinutes) return onItem(here);
  return { kind: 'slot', day: column.day, minutes: Math.floor((here.from - 1) / slotMinutes) * slotMinutes };
}

function downFrom<I extends Item>(column: DayColumn<I>, minutes: number): Place {
  const to = Math.min(minutesInDay - slotMinutes, minutes + slotMinutes);
  const begins = things(column).find(({ from }) => from > minutes && from < to + slotMinutes);
  return begins ? onItem(begins) : { kind: 'slot', day: column.day, minutes: to };
}

function upFrom<I extends Item>(column: DayColumn<I>, minutes: number): Place {
  const to = Math.max(0, minutes - slotMinutes);
  const covering = [...column.events].reverse().find((event) => event.from < minutes && event.to > to);
  if (covering) return onItem(covering);
  const band = column.bands.find(({ from }) => from >= to && from < minutes);
  return band ? onItem(band) : { kind: 'slot', day: column.day, minutes: to };
}

function sideways<I extends Item>(
  columns: Columns<I>,
  index: number,
  from: Place,
  here: LaidOut<I> | undefined,
  by: 1 | -1,
): Place {
  const beside =
    here &&
    columns[index]?.events
      .filter(({ from: begins, to, lane }) => begins < here.to && to > here.from && (lane - here.lane) * by > 0)
      .sort((a, b) => (a.lane - b.lane) * by)[0];
  if (beside && !isBandOf(columns[index], here)) return onItem(beside);
  const next = columns[index + by];
  return next ? at(next, slotOf(columns, from).minutes) : from;
}

function isBandOf<I extends Item>(column: DayColumn<I> | undefined, segment: LaidOut<I>): boolean {
  return column?.bands.some(({ item }) => item.id === segment.item.id) ?? false;
}

function nextItem<I extends Item>(columns: Columns<I>, from: Place, by: 1 | -1): Place {
  const all = columns.flatMap((column) => things(column).filter(({ isFirst }) => isFirst));
  const standing = from.kind === 'item' ? all.findIndex(({ item }) => item.id === from.id) : -1;
  if (standing !== -1) {
    const next = all[standing + by];
    return next ? onItem(next) : from;
  }
  const { day, minutes } = slotOf(columns, from);
  const isAhead = (segment: LaidOut<I>): boolean =>
    segment.day > day || (segment.day === day && segment.from >= minutes);
  const next = by === 1 ? all.find(isAhead) : all.filter((segment) => !isAhead(segment)).at(-1);
  return next ? onItem(next) : from;
}
