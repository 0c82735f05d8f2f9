import { daysBetween, daysLater, minutesOf, momentOf, wallTimeAt } from '../../dates';
import type { CalendarDate, WallTime } from '../../dates';
import type { Trip } from '../trip/schema';
import type { ItineraryItem } from './schema';

type Timed = Pick<ItineraryItem, 'day' | 'start' | 'endDay' | 'end' | 'zone'>;

interface Span {
  readonly begins: number;
  readonly ends: number;
}

/** Records are never changed in place, and a long programme asks for the same spans many thousand times. */
const knownSpans = new WeakMap<Timed, Span>();

/** When an item begins and ends, as moments in milliseconds, whatever zone each stands in. */
export function spanOf(item: Timed): Span {
  const known = knownSpans.get(item);
  if (known) return known;
  const span = {
    begins: Date.parse(momentOf(item.day, item.start, item.zone)),
    ends: Date.parse(momentOf(item.endDay ?? item.day, item.end, item.zone)),
  };
  knownSpans.set(item, span);
  return span;
}

export function compareByTime(one: Timed, other: Timed): number {
  const a = spanOf(one);
  const b = spanOf(other);
  return a.begins - b.begins || a.ends - b.ends;
}

/** Something in the programme that a planner should look at. Shown, never forbidden. */
export type ProgrammeWarning =
  | { readonly kind: 'overlap'; readonly itemId: string; readonly otherId: string }
  | {
      readonly kind: 'short-transfer';
      readonly itemId: string;
      readonly otherId: string;
      readonly minutes: number;
      readonly needed: number;
    }
  | { readonly kind: 'outside-trip'; readonly itemId: string };

/** How long it takes to leave one place and be seated at the next, in minutes, when the programme names no transport. */
const minutesBetweenPlaces = 15;
const minutesBetweenCities = 90;

/** Hotels and free time lie under other items by their nature. */
function takesPart(item: ItineraryItem): boolean {
  return item.status !== 'cancelled' && item.kind !== 'hotel' && item.kind !== 'free';
}

function sharesPeople(one: ItineraryItem, other: ItineraryItem): boolean {
  if (one.participantIds.length === 0 || other.participantIds.length === 0) return true;
  return one.participantIds.some((id) => other.participantIds.includes(id));
}

function placeOf(item: ItineraryItem): string {
  return (item.place.en || item.place.zhHant || item.place.zhHans).trim().toLowerCase();
}

function isElsewhere(one: ItineraryItem, other: ItineraryItem): boolean {
  const [here, there] = [placeOf(one), placeOf(other)];
  return here !== '' && there !== '' && here !== there;
}

/** Minutes needed between two items, 0 when nothing is known that takes time: the same place, or transport between. */
function minutesNeeded(one: ItineraryItem, other: ItineraryItem): number {
  if (one.kind === 'transport' || other.kind === 'transport') return 0;
  if (one.cityId !== null && other.cityId !== null && one.cityId !== other.cityId) return minutesBetweenCities;
  return isElsewhere(one, other) ? minutesBetweenPlaces : 0;
}

/** Overlaps, too short transfers and items outside the trip's days, each once, in the programme's order. */
export function programmeWarnings(
  trip: Pick<Trip, 'firstDay' | 'lastDay'>,
  items: readonly ItineraryItem[],
): ProgrammeWarning[] {
  const warnings: ProgrammeWarning[] = [];
  const ordered = [...items].sort(compareByTime);
  for (const item of ordered) {
    if (item.day < trip.firstDay || (item.endDay ?? item.day) > trip.lastDay) {
      warnings.push({ kind: 'outside-trip', itemId: item.id });
    }
  }
  const attended = ordered.filter(takesPart);
  attended.forEach((item, index) => {
    const { ends } = spanOf(item);
    let isNextFound = false;
    for (const later of attended.slice(index + 1)) {
      if (isNextFound && spanOf(later).begins >= ends) break;
      if (!sharesPeople(item, later)) continue;
      const gap = Math.round((spanOf(later).begins - ends) / 60_000);
      if (gap < 0) {
        warnings.push({ kind: 'overlap', itemId: item.id, otherId: later.id });
        continue;
      }
      if (isNextFound) break;
      isNextFound = true;
      const needed = minutesNeeded(item, later);
      if (gap < needed) {
        warnings.push({ kind: 'short-transfer', itemId: item.id, otherId: later.id, minutes: gap, needed });
      }
    }
  });
  return warnings;
}

/** The item's times when it is taken to another day and start, keeping how long it lasts. */
export function movedTo(
  item: Timed,
  day: CalendarDate,
  start: WallTime,
): Pick<ItineraryItem, 'day' | 'start' | 'endDay' | 'end'> {
  const nights = item.endDay === null ? 0 : daysBetween(item.day, item.endDay);
  const length = nights * 1440 + minutesOf(item.end) - minutesOf(item.start);
  const endMinutes = minutesOf(start) + length;
  const daysOn = Math.floor(endMinutes / 1440);
  return {
    day,
    start,
    endDay: daysOn === 0 ? null : daysLater(day, daysOn),
    end: wallTimeAt(endMinutes - daysOn * 1440),
  };
}
