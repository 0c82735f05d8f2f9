import { daysBetween, daysLater, minutesOf } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { ItineraryItem, ItineraryKind } from '@shared/domain/itinerary-item/schema';
import { daysOf } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';

export const minutesInDay = 1440;
/** What a shorter item is drawn as, so that its title can be read and its neighbours stay clear of it. */
export const shortestDrawn = 25;

/** An item's times, as far as the grid needs them. */
export type Times = Pick<ItineraryItem, 'day' | 'start' | 'endDay' | 'end'>;
type Placed = Times & Pick<ItineraryItem, 'id' | 'kind'>;

/** The part of an item that falls on one day, in minutes since that day's midnight; `to` is at most 1440. */
export interface Segment<Item extends Times = Times> {
  readonly item: Item;
  readonly day: CalendarDate;
  readonly from: number;
  readonly to: number;
  /** The item begins here, rather than going on from the day before. */
  readonly isFirst: boolean;
  /** The item ends here. */
  readonly isLast: boolean;
}

/** A segment with its place across the day's column: it takes `span` of `lanes` equal parts from `lane` on. */
export interface LaidOut<Item extends Times = Times> extends Segment<Item> {
  readonly lane: number;
  readonly lanes: number;
  readonly span: number;
}

/** What lies quietly behind the rest of the programme. */
export function isBand(kind: ItineraryKind): boolean {
  return kind === 'hotel' || kind === 'free';
}

export function endDayOf(item: Times): CalendarDate {
  return item.endDay ?? item.day;
}

/** How long the item lasts by the wall clock, in minutes. */
export function lengthOf(item: Times): number {
  return daysBetween(item.day, endDayOf(item)) * minutesInDay + minutesOf(item.end) - minutesOf(item.start);
}

/** The trip's days, and those outside it on which an item begins or ends: nothing of the programme is out of sight. */
export function columnsOf(
  trip: Pick<Trip, 'firstDay' | 'lastDay'>,
  items: readonly Times[],
): { day: CalendarDate; isOutside: boolean }[] {
  const inside = new Set(daysOf(trip));
  const outside = new Set<CalendarDate>();
  for (const item of items) {
    for (const day of [item.day, lastDayTouched(item)]) if (!inside.has(day)) outside.add(day);
  }
  return [...inside, ...outside].sort().map((day) => ({ day, isOutside: outside.has(day) }));
}

/** An item until midnight does not reach into the day that begins then. */
function lastDayTouched(item: Times): CalendarDate {
  const last = endDayOf(item);
  return minutesOf(item.end) === 0 && last > item.day ? daysLater(last, -1) : last;
}

/** The parts of an item on the days that are shown; a night train has two. */
export function segmentsOf<Item extends Times>(item: Item, days: readonly CalendarDate[]): Segment<Item>[] {
  const last = lastDayTouched(item);
  return days
    .filter((day) => day >= item.day && day <= last)
    .map((day) => ({
      item,
      day,
      from: day === item.day ? minutesOf(item.start) : 0,
      to: day === endDayOf(item) ? minutesOf(item.end) : minutesInDay,
      isFirst: day === item.day,
      isLast: day === last,
    }));
}

function drawnTo(segment: Segment): number {
  return Math.max(segment.to, segment.from + shortestDrawn);
}

function inOrder(one: Segment, other: Segment): number {
  return one.from - other.from || other.to - one.to;
}

/**
 * Puts the segments of one day side by side where they overlap. Those that touch, directly or through others, share
 * the width equally; one with nothing at its right grows into the free room.
 */
export function laidOut<Item extends Times>(segments: readonly Segment<Item>[]): LaidOut<Item>[] {
  const out: LaidOut<Item>[] = [];
  let cluster: { segment: Segment<Item>; lane: number }[] = [];
  let laneEnds: number[] = [];
  const close = (): void => {
    for (const { segment, lane } of cluster) {
      const atRight = cluster
        .filter((other) => other.lane > lane && overlap(segment, other.segment))
        .map((other) => other.lane);
      out.push({ ...segment, lane, lanes: laneEnds.length, span: Math.min(laneEnds.length, ...atRight) - lane });
    }
    cluster = [];
    laneEnds = [];
  };
  for (const segment of [...segments].sort(inOrder)) {
    if (cluster.length > 0 && laneEnds.every((end) => end <= segment.from)) close();
    const free = laneEnds.findIndex((end) => end <= segment.from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = drawnTo(segment);
    cluster.push({ segment, lane });
  }
  close();
  return out;
}

function overlap(one: Segment, other: Segment): boolean {
  return one.from < drawnTo(other) && other.from < drawnTo(one);
}

/** One day's column: what lies behind, and what stands in front. */
export interface DayColumn<Item extends Times = Times> {
  readonly day: CalendarDate;
  readonly isOutside: boolean;
  readonly bands: readonly LaidOut<Item>[];
  readonly events: readonly LaidOut<Item>[];
}

export function dayColumns<Item extends Placed>(
  trip: Pick<Trip, 'firstDay' | 'lastDay'>,
  items: readonly Item[],
): DayColumn<Item>[] {
  const columns = columnsOf(trip, items);
  const days = columns.map(({ day }) => day);
  const byDay = new Map<CalendarDate, Segment<Item>[]>(days.map((day) => [day, []]));
  for (const item of items) {
    for (const segment of segmentsOf(item, days)) byDay.get(segment.day)?.push(segment);
  }
  return columns.map(({ day, isOutside }) => {
    const segments = byDay.get(day) ?? [];
    return {
      day,
      isOutside,
      bands: laidOut(segments.filter(({ item }) => isBand(item.kind))),
      events: laidOut(segments.filter(({ item }) => !isBand(item.kind))),
    };
  });
}
