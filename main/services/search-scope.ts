import type { CalendarDate, Instant } from '@shared/dates';
import type { AnyRecord, RecordType } from '@shared/domain/records';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import type { ParsedInputOf } from '@shared/ipc/contract';
import { isSearched } from '../search/searched-texts';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { fold } from '@shared/search/fold';
import type { Reader } from '../storage/store';

export type SearchQuestion = ParsedInputOf<'search:all'>;

/** What a question is asked about; null for everything. */
export type SearchScope = ReadonlyMap<RecordId, SearchedKind> | null;

/** The records that belong to the trip, the city and the sector that a question names; the days are not looked at. */
export function scopeOf(reader: Reader, { tripId, city, sector }: SearchQuestion): SearchScope {
  const wanted = fold(city.trim());
  const scopes: Gathered[] = [];
  if (tripId !== null) scopes.push(ofTrip(reader, tripId));
  if (wanted !== '') scopes.push(ofCity(reader, wanted));
  if (sector !== null) scopes.push(ofOrganisations(reader, ({ sectors }) => sectors.includes(sector)));
  const [first, ...others] = scopes;
  if (first === undefined) return null;
  return new Map([...first.records].filter(([id]) => others.every(({ records }) => records.has(id))));
}

/** Whether a record took place, is due or was written between the days of a question. */
export function isWithinDays(reader: Reader, record: AnyRecord, { from, to }: SearchQuestion): boolean {
  if (from === null && to === null) return true;
  const [first, last] = daysOf(reader, record);
  return (from === null || last >= from) && (to === null || first <= to);
}

/** The day that a record is told by; null when it has none of its own. */
export function dayOf(reader: Reader, record: AnyRecord): CalendarDate | null {
  switch (record.type) {
    case 'trip':
      return record.firstDay;
    case 'itinerary-item':
    case 'meeting':
      return record.day;
    case 'note': {
      const meeting = record.meetingId === null ? undefined : reader.get('meeting', record.meetingId);
      return meeting?.day ?? dayAt(record.createdAt);
    }
    case 'follow-up':
      return record.due;
    case 'attachment':
      return record.takenAt === null ? null : dayAt(record.takenAt);
    default:
      return null;
  }
}

function daysOf(reader: Reader, record: AnyRecord): [first: CalendarDate, last: CalendarDate] {
  if (record.type === 'trip') return [record.firstDay, record.lastDay];
  if (record.type === 'itinerary-item') return [record.day, record.endDay ?? record.day];
  const day = dayOf(reader, record);
  if (day !== null) return [day, day];
  const written = record.type === 'follow-up' || record.type === 'attachment' ? record.createdAt : record.updatedAt;
  const at = dayAt(written);
  return [at, at];
}

/** By this computer's clock, which `Date` knows without being told the zone: a list of hits asks this of each note. */
function dayAt(instant: Instant): CalendarDate {
  const at = new Date(instant);
  const part = (number: number): string => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${part(at.getMonth() + 1)}-${part(at.getDate())}` as CalendarDate;
}

class Gathered {
  readonly records = new Map<RecordId, SearchedKind>();

  constructor(private readonly reader: Reader) {}

  has(id: RecordId): boolean {
    return this.records.has(id);
  }

  add(type: RecordType, id: RecordId | null): void {
    if (id !== null && isSearched(type)) this.records.set(id, type);
  }

  /** Adds the records of some kinds that name one by a field; answers their ids. */
  addNaming(types: readonly SearchedKind[], field: string, id: RecordId): void {
    for (const type of types) for (const record of this.reader.naming(type, field, id)) this.add(type, record.id);
  }

  addMeeting(id: RecordId): void {
    this.add('meeting', id);
    this.addNaming(['note', 'follow-up', 'attachment'], 'meetingId', id);
  }

  addOrganisation(id: RecordId): void {
    this.add('organisation', id);
    this.addNaming(['note', 'follow-up', 'attachment', 'investment-project'], 'organisationId', id);
    this.addNaming(['itinerary-item'], 'hostOrganisationId', id);
    for (const meeting of this.reader.naming('meeting', 'organisationIds', id)) this.addMeeting(meeting.id);
    for (const affiliation of this.reader.naming('affiliation', 'organisationId', id)) {
      this.add('affiliation', affiliation.id);
      this.addPerson(affiliation.personId);
    }
  }

  addPerson(id: RecordId): void {
    if (this.has(id)) return;
    this.add('person', id);
    this.addNaming(['note', 'follow-up', 'attachment'], 'personId', id);
  }
}

function ofTrip(reader: Reader, tripId: RecordId): Gathered {
  const gathered = new Gathered(reader);
  gathered.add('trip', tripId);
  gathered.addNaming(['note', 'follow-up', 'attachment'], 'tripId', tripId);
  for (const { personId } of reader.naming('delegation-member', 'tripId', tripId)) gathered.add('person', personId);
  for (const item of reader.naming('itinerary-item', 'tripId', tripId)) {
    gathered.add('itinerary-item', item.id);
    gathered.add('organisation', item.hostOrganisationId);
    for (const id of item.hostContactIds) gathered.add('person', id);
  }
  for (const meeting of reader.naming('meeting', 'tripId', tripId)) {
    gathered.addMeeting(meeting.id);
    for (const id of meeting.organisationIds) gathered.add('organisation', id);
    for (const id of meeting.theirAttendeeIds) gathered.add('person', id);
  }
  return gathered;
}

function ofOrganisations(
  reader: Reader,
  isWanted: (organisation: ReturnType<typeof reader.all<'organisation'>>[number]) => boolean,
  gathered = new Gathered(reader),
): Gathered {
  for (const organisation of reader.all('organisation')) {
    if (isWanted(organisation)) gathered.addOrganisation(organisation.id);
  }
  return gathered;
}

function ofCity(reader: Reader, wanted: string): Gathered {
  const isNamed = ({ en, zhHant, zhHans }: LocalisedText): boolean =>
    [en, zhHant, zhHans].some((name) => fold(name).includes(wanted));
  const gathered = ofOrganisations(reader, ({ city }) => isNamed(city));
  for (const trip of reader.all('trip')) {
    const cities = trip.cities.filter(({ name }) => isNamed(name));
    if (cities.length === 0) continue;
    gathered.add('trip', trip.id);
    const isOnly = cities.length === trip.cities.length;
    if (isOnly) gathered.addNaming(['note', 'follow-up', 'attachment'], 'tripId', trip.id);
    for (const item of reader.naming('itinerary-item', 'tripId', trip.id)) {
      const isThere = isOnly || isNamed(item.place) || cities.some(({ id }) => id === item.cityId);
      if (!isThere) continue;
      gathered.add('itinerary-item', item.id);
      for (const meeting of reader.naming('meeting', 'itineraryItemId', item.id)) gathered.addMeeting(meeting.id);
    }
  }
  return gathered;
}
