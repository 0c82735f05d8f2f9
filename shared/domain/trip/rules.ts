import { chinaTime, daysBetween, daysLater, eachDay, wallClockAt } from '../../dates';
import type { CalendarDate, Instant, TimeZone } from '../../dates';
import type { Trip, TripStatus } from './schema';

type Days = Pick<Trip, 'firstDay' | 'lastDay'>;

export function daysOf(trip: Days): CalendarDate[] {
  return eachDay(trip.firstDay, trip.lastDay);
}

/** The trip's days when it begins on another day and lasts as long. */
export function shiftedTo(
  trip: Days,
  firstDay: CalendarDate,
): { firstDay: CalendarDate; lastDay: CalendarDate; shift: number } {
  const shift = daysBetween(trip.firstDay, firstDay);
  return { firstDay, lastDay: daysLater(trip.lastDay, shift), shift };
}

/** The clock of the trip's first city; a trip without one is planned in China's. */
export function zoneOf({ cities }: Pick<Trip, 'cities'>): TimeZone {
  return cities[0]?.zone ?? chinaTime;
}

/** The day it is on the trip, wherever the laptop is. */
export function todayOn(trip: Pick<Trip, 'cities'>, now: Instant): CalendarDate {
  return wallClockAt(now, zoneOf(trip)).day;
}

/** Where a trip stands in time, by its days alone. */
export function timeOf(trip: Days, today: CalendarDate): 'past' | 'now' | 'ahead' {
  if (trip.lastDay < today) return 'past';
  return trip.firstDay > today ? 'ahead' : 'now';
}

/** The usual next step of a trip's life; null at its end. */
export function nextStatus(status: TripStatus): TripStatus | null {
  const steps: readonly TripStatus[] = ['planning', 'confirmed', 'in-progress', 'concluded', 'reported'];
  const at = steps.indexOf(status);
  return at === -1 ? null : (steps[at + 1] ?? null);
}
