import type { CalendarDate } from '@shared/dates';
import { strictest } from '@shared/domain/values';
import type { TripInDocument } from '../../../export/compose/models/about';
import type { DocumentSources } from '../sources';
import { headOf } from './delegation';

/** What every document says of the trip. Asked for last: the marking goes by all that was taken out to be printed. */
export function aboutTrip(sources: DocumentSources, today: CalendarDate): TripInDocument {
  const { trip, words } = sources;
  const head = headOf(sources);
  return {
    reference: words.line(trip.reference),
    title: words.title(trip.title),
    firstDay: trip.firstDay,
    lastDay: trip.lastDay,
    cities: trip.cities.map((city) => words.name(city.name)),
    head,
    today,
    classification: strictest(sources.markings()),
  };
}
