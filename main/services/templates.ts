import { z } from 'zod';
import fiveDayExhibition from '../../assets/templates/five-day-exhibition.json';
import oneDayOneCity from '../../assets/templates/one-day-one-city.json';
import threeDaysTwoCities from '../../assets/templates/three-days-two-cities.json';
import { daysBetween } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import { requiredLocalisedTextSchema } from '@shared/domain/values';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import type { TemplateSummary } from '@shared/ipc/trip-channels';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';
import type { Reader } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';
import { plant, seedSchema, todayHere } from './plant';
import type { Seed } from './plant';
import { createFromSavedTemplate } from './trips';

interface NewTrip {
  readonly template: TemplateSummary['source'];
  readonly firstDay: CalendarDate;
  readonly title: LocalisedText;
}

/** The patterns that ship, by the name that a request gives. Each holds one trip, `trip`, and its programme. */
const shippedTemplates: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['one-day-one-city', oneDayOneCity],
  ['three-days-two-cities', threeDaysTwoCities],
  ['five-day-exhibition', fiveDayExhibition],
]);

/** The patterns that ship, the shortest first, and then the trips that officers saved as templates. */
export function listTemplates(reader: Reader): TemplateSummary[] {
  const saved = reader
    .all('trip')
    .filter((trip) => trip.isTemplate)
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  return [
    ...[...shippedTemplates].map(([name, template]) => summaryOfShipped(name, seedSchema.parse(template))),
    ...saved.map((trip) => ({
      source: { kind: 'saved' as const, id: trip.id },
      title: trip.title,
      days: daysBetween(trip.firstDay, trip.lastDay) + 1,
      items: reader.naming('itinerary-item', 'tripId', trip.id).length,
    })),
  ];
}

/** A trip with the programme of a template, on days of its own. */
export async function createFromTemplate(context: ServiceContext, wanted: NewTrip): Promise<Result<RecordOf<'trip'>>> {
  const { template, firstDay, title } = wanted;
  if (template.kind === 'saved') return createFromSavedTemplate(context, { id: template.id, firstDay, title });
  const shipped = shippedTemplates.get(template.name);
  if (shipped === undefined) return failed({ code: 'not-found', type: 'trip', id: template.name });
  const now = context.now();
  return context.store.transact(intend(context, 'create', 'trip'), (tx) => {
    const ids = plant(tx, withTitle(seedSchema.parse(shipped), title), {
      firstDay,
      today: todayHere(now),
      now,
      me: context.me(),
      newId: context.newId,
    });
    return tx.existing('trip', tripIn(ids));
  });
}

function withTitle(seed: Seed, title: LocalisedText): Seed {
  // The officer's own words are no marks, whatever they begin with.
  const asItIs = Object.fromEntries(
    Object.entries(title).map(([form, text]) => [form, text === '' ? '' : `\\${text}`]),
  );
  return seed.map((entry) => (entry.key === 'trip' ? { ...entry, fields: { ...entry.fields, title: asItIs } } : entry));
}

function tripIn(ids: ReadonlyMap<string, RecordId>): RecordId {
  const id = ids.get('trip');
  if (id === undefined) throw new Error('A template holds no trip.');
  return id;
}

function summaryOfShipped(name: string, seed: Seed): TemplateSummary {
  const trip = seed.find((entry) => entry.key === 'trip');
  const nights = /^#day(?:\+(\d+))?$/.exec(z.string().parse(trip?.fields['lastDay']))?.[1] ?? '0';
  return {
    source: { kind: 'shipped', name },
    title: requiredLocalisedTextSchema.parse(trip?.fields['title']),
    days: Number(nights) + 1,
    items: seed.filter((entry) => entry.type === 'itinerary-item').length,
  };
}
