import { daysLater, minutesOf, wallTimeAt } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { movedTo } from '@shared/domain/itinerary-item/rules';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { endDayOf, lengthOf, minutesInDay } from './time-grid';
import type { Times } from './time-grid';

/** What the pointer and the keys move by, in minutes; the fine step is for those who hold Shift. */
export const step = 15;
export const fineStep = 5;
const shortest = 5;

type Timed = Times & Pick<ItineraryItem, 'zone'>;

/** A place in the grid: a day, and minutes since its midnight. */
export interface Slot {
  readonly day: CalendarDate;
  readonly minutes: number;
}

export function snapped(minutes: number, by: number): number {
  return Math.round(minutes / by) * by;
}

/** The slot that many minutes after midnight of a day, also when that is on another day. */
export function slotAt(day: CalendarDate, minutes: number): Slot {
  const days = Math.floor(minutes / minutesInDay);
  return { day: daysLater(day, days), minutes: minutes - days * minutesInDay };
}

/** The item's times when it begins at the slot and lasts as long. */
export function startingAt(item: Timed, slot: Slot): Times {
  const { day, minutes } = slotAt(slot.day, slot.minutes);
  return movedTo(item, day, wallTimeAt(minutes));
}

/** The item's times some minutes and days later (earlier when negative). */
export function movedBy(item: Timed, by: { readonly minutes?: number; readonly days?: number }): Times {
  return startingAt(item, {
    day: daysLater(item.day, by.days ?? 0),
    minutes: minutesOf(item.start) + (by.minutes ?? 0),
  });
}

/** The item's times when it ends at the slot; never sooner than the shortest item. */
export function endingAt(item: Timed, slot: Slot): Times {
  const start = minutesOf(item.start);
  const wanted = slotAt(slot.day, slot.minutes);
  const isTooSoon = wanted.day < item.day || (wanted.day === item.day && wanted.minutes < start + shortest);
  const end = isTooSoon ? slotAt(item.day, start + shortest) : wanted;
  return {
    day: item.day,
    start: item.start,
    endDay: end.day === item.day ? null : end.day,
    end: wallTimeAt(end.minutes),
  };
}

/** The item's times when it lasts some minutes longer, or shorter when negative. */
export function resizedBy(item: Timed, minutes: number): Times {
  return lengthOf(item) + minutes < shortest
    ? endingAt(item, { day: item.day, minutes: minutesOf(item.start) + shortest })
    : endingAt(item, { day: endDayOf(item), minutes: minutesOf(item.end) + minutes });
}

/** The times between two slots in either order, at least one step long. */
export function timesBetween(one: Slot, other: Slot, least: number = step): Times {
  const [from, to] = isBefore(one, other) ? [one, other] : [other, one];
  const end = slotAt(to.day, from.day === to.day ? Math.max(to.minutes, from.minutes + least) : to.minutes);
  return {
    day: from.day,
    start: wallTimeAt(from.minutes),
    endDay: end.day === from.day ? null : end.day,
    end: wallTimeAt(end.minutes),
  };
}

export function isBefore(one: Slot, other: Slot): boolean {
  return one.day < other.day || (one.day === other.day && one.minutes <= other.minutes);
}

export function isSameTimes(one: Times, other: Times): boolean {
  return (
    one.day === other.day && one.start === other.start && endDayOf(one) === endDayOf(other) && one.end === other.end
  );
}
