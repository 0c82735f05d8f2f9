import { createHash } from 'node:crypto';
import { instantOf } from '@shared/dates';
import type { CalendarDate, Instant, WallTime } from '@shared/dates';
import { definitions } from '@shared/domain/records';
import type { NewFields, RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { Random } from './random';
import {
  chineseSentence,
  cityName,
  englishSentence,
  enterpriseName,
  familyName,
  givenName,
  noteText,
  post,
  sentence,
} from './sample-words';

/** What a record is made from, as Attaché's use cases give it to the store. */
export type SampleRecord = {
  [T in RecordType]: { readonly type: T; readonly id: RecordId; readonly fields: NewFields<T> };
}[RecordType];

/** A whole record as plain JSON, as the other stores keep it: what our own makes of the same fields. */
export interface PlainRecord {
  readonly type: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 * What a trip comes to, in an order in which each record names only earlier ones: 160 records of some 600 bytes and 40
 * notes of 2 to 6 KB.
 */
const layout = [
  ['person', 30],
  ['organisation', 14],
  ['affiliation', 32],
  ['trip', 1],
  ['delegation-member', 5],
  ['itinerary-item', 26],
  ['meeting', 16],
  ['follow-up', 32],
  ['investment-project', 4],
  ['note', 40],
] as const satisfies readonly (readonly [RecordType, number])[];

type SampleType = (typeof layout)[number][0];

const places = layout.flatMap(([type, count]) => Array.from({ length: count }, () => type));

/** How many records belong to one trip. */
export const groupSize = places.length;

/** The kind of the n-th record of every trip. */
export function typeAt(place: number): SampleType {
  const type = places[place];
  if (type === undefined) throw new RangeError(`A trip has ${groupSize} records`);
  return type;
}

/** The id of the n-th record of a trip, without making the record. */
export function idAt(group: number, place: number): RecordId {
  const hex = createHash('md5').update(`${group}/${place}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const firstPlaces = new Map(layout.map(([type]) => [type, places.indexOf(type)]));
const countOf = new Map<SampleType, number>(layout);

/** The records of one trip: always the same for the same number. */
export function sampleTrip(group: number): SampleRecord[] {
  const random = new Random(group);
  return places.map((type, place) => sampleRecord(type, group, place, random));
}

function sampleRecord(type: SampleType, group: number, place: number, random: Random): SampleRecord {
  const id = idAt(group, place);
  const nth = (of: SampleType, n: number): RecordId =>
    idAt(group, (firstPlaces.get(of) ?? 0) + (n % (countOf.get(of) ?? 1)));
  const any = (of: SampleType): RecordId => nth(of, random.below(countOf.get(of) ?? 1));
  const order = place - (firstPlaces.get(type) ?? 0);
  const day = dayOf(group, random.below(4));
  const tripId = nth('trip', 0);

  switch (type) {
    case 'person': {
      const side = order < 5 ? 'ours' : 'theirs';
      const phones = [`+852 5${random.below(10_000_000)}`];
      const emails = [`person.${group}.${order}@example.org`];
      const fields = { side, familyName: familyName(random), givenName: givenName(random), phones, emails } as const;
      return { type, id, fields };
    }
    case 'organisation': {
      const profile = sentence(random);
      return { type, id, fields: { legalName: enterpriseName(random), city: cityName(random), profile } };
    }
    case 'affiliation': {
      const fields = {
        personId: nth('person', 5 + order),
        organisationId: any('organisation'),
        jobTitle: post(random),
        isPrimary: true,
      };
      return { type, id, fields };
    }
    case 'trip': {
      const city = cityName(random);
      const title = {
        en: `Duty visit ${group + 1} to ${city.en} (sample)`,
        zhHant: `${city.zhHant}職務訪問`,
        zhHans: '',
      };
      const fields = { title, purpose: englishSentence(random), firstDay: dayOf(group, 0), lastDay: dayOf(group, 3) };
      return { type, id, fields };
    }
    case 'delegation-member':
      return { type, id, fields: { tripId, personId: nth('person', order), precedence: order + 1 } };
    case 'itinerary-item': {
      const fields = {
        tripId,
        title: enterpriseName(random),
        day,
        start: timeOf(8 + (order % 10)),
        end: timeOf(9 + (order % 10)),
        hostOrganisationId: any('organisation'),
      };
      return { type, id, fields };
    }
    case 'meeting': {
      const fields = {
        tripId,
        title: enterpriseName(random),
        day,
        organisationIds: [any('organisation')],
        ourAttendeeIds: [nth('person', 0), nth('person', 1)],
        outcome: sentence(random),
      };
      return { type, id, fields };
    }
    case 'follow-up': {
      const fields = {
        title: englishSentence(random).slice(0, 70),
        detail: chineseSentence(random),
        ownerId: nth('person', order % 5),
        tripId,
        meetingId: any('meeting'),
      };
      return { type, id, fields };
    }
    case 'investment-project': {
      const title = englishSentence(random).slice(0, 60);
      return { type, id, fields: { organisationId: any('organisation'), title, asks: sentence(random) } };
    }
    case 'note': {
      const markdown = noteText(random, 1600 + random.below(3700));
      const block = {
        id: idAt(group, groupSize + order),
        authorId: nth('person', 0),
        begunAt: momentOf(group),
        markdown,
      };
      const subject =
        order < 24 ? { meetingId: nth('meeting', order) } : { organisationId: nth('organisation', order) };
      return { type, id, fields: { ...subject, blocks: [block] } };
    }
  }
}

/** The record that our own store would make of a sample, as plain JSON. */
export function plainRecord({ type, id, fields }: SampleRecord, group: number): PlainRecord {
  const written = momentOf(group);
  const by = idAt(group, 0);
  return {
    type,
    id,
    schema: definitions[type].schema,
    createdAt: written,
    createdBy: by,
    updatedAt: written,
    updatedBy: by,
    deletedAt: null,
    classification: 'unclassified',
    ...definitions[type].blank,
    ...fields,
    revision: `1-${createHash('md5').update(id).digest('hex')}`,
    $sync: { anc: [], seq: group * groupSize + 1, own: true, sh: false },
  };
}

const firstTrip = Date.UTC(2006, 0, 2, 1);
const dayLength = 86_400_000;

function momentOf(group: number): Instant {
  return instantOf(firstTrip + (group % 1000) * 7 * dayLength);
}

function dayOf(group: number, later: number): CalendarDate {
  return instantOf(firstTrip + ((group % 1000) * 7 + later) * dayLength).slice(0, 10) as CalendarDate;
}

function timeOf(hour: number): WallTime {
  return `${String(hour).padStart(2, '0')}:00` as WallTime;
}
