import { daysLater } from '@shared/dates';
import type { CalendarDate, TimeZone } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import { daysOf } from '@shared/domain/trip/rules';
import type { LocalisedText } from '@shared/domain/values';
import type {
  ProgrammeDay,
  ProgrammeInReport,
  ProgrammeItem,
  TimesInReport,
} from '../../../export/compose/models/report';
import { clockIn, mainZoneOf } from './clock';
import type { DocumentSources } from '../sources';

type Item = RecordOf<'itinerary-item'>;

/**
 * The programme as it was carried out: cancelled items are counted, not listed. Days of the trip on which nothing was
 * arranged stand together in one row; an item outside the trip's days is listed on its own day.
 */
export function programmeOf(sources: DocumentSources): ProgrammeInReport {
  const zone = mainZoneOf(sources);
  const kept = sources.items.filter((item) => item.status !== 'cancelled');
  return {
    days: byDays(sources, kept, (item) => programmeItem(sources, item, zone)),
    cancelled: sources.items.length - kept.length,
  };
}

/** A day, or several in a row on which nothing was arranged, with what is made of each item. */
type DayOf<Made> = Omit<ProgrammeDay, 'items'> & { readonly items: readonly Made[] };

export function byDays<Made>(
  sources: DocumentSources,
  items: readonly Item[],
  make: (item: Item) => Made,
): DayOf<Made>[] {
  if (items.length === 0) return [];
  const onDay = new Map<CalendarDate, Item[]>();
  for (const item of items) onDay.set(item.day, [...(onDay.get(item.day) ?? []), item]);

  const allDays = [...new Set([...daysOf(sources.trip), ...onDay.keys()])].sort();
  const days: DayOf<Made>[] = [];
  for (const day of allDays) {
    const ofDay = onDay.get(day) ?? [];
    const previous = days.at(-1);
    if (ofDay.length === 0 && previous?.items.length === 0 && daysLater(previous.last, 1) === day) {
      days[days.length - 1] = { ...previous, last: day };
    } else {
      days.push({ first: day, last: day, cities: citiesOf(sources, ofDay), items: ofDay.map(make) });
    }
  }
  return days;
}

/** The cities that the day's items stand in, in the order of the day. */
function citiesOf(sources: DocumentSources, items: readonly Item[]): LocalisedText[] {
  const ids = [...new Set(items.map((item) => item.cityId))];
  return ids
    .map((id) => sources.trip.cities.find((city) => city.id === id)?.name)
    .filter((name) => name !== undefined)
    .map((name) => sources.words.name(name));
}

export function programmeItem(sources: DocumentSources, item: Item, main: TimeZone): ProgrammeItem {
  const { transport } = sources.printed(item);
  const { words } = sources;
  return {
    kind: item.kind,
    title: words.title(item.title),
    times: timesOf(item, main),
    place: words.title(item.place),
    host: sources.organisationName(item.hostOrganisationId),
    transport:
      transport === null
        ? null
        : {
            mode: transport.mode,
            number: words.line(transport.number),
            from: words.line(transport.from),
            to: words.line(transport.to),
          },
    attending: isWholeDelegation(sources, item) ? [] : sources.holders(item.participantIds),
    isTentative: item.status === 'tentative',
  };
}

export function timesOf(item: Pick<Item, 'day' | 'start' | 'endDay' | 'end' | 'zone'>, main: TimeZone): TimesInReport {
  return {
    start: item.start,
    end: item.end,
    endDay: item.endDay === item.day ? null : item.endDay,
    clock: clockIn(item.zone, main, item.day, item.start),
  };
}

function isWholeDelegation(sources: DocumentSources, item: Item): boolean {
  return (
    item.participantIds.length === 0 || sources.members.every((member) => item.participantIds.includes(member.personId))
  );
}
