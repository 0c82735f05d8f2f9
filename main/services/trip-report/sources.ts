import { compareByTime } from '@shared/domain/itinerary-item/rules';
import { readLine, withoutSensitive } from '@shared/domain/note/marks';
import { nameIn } from '@shared/domain/person/rules';
import type { RecordOf, RecordType } from '@shared/domain/records';
import type { Classification, LocalisedText, RecordId } from '@shared/domain/values';
import type { PersonInReport, PostInReport } from '../../export/report/model';
import type { Reader } from '../../storage/store';

type Trip = RecordOf<'trip'>;

/**
 * What a report is made from: the records of one trip, and those they mention. Nothing from the Trash comes out of it,
 * and it remembers the marking of every record that was taken out to be printed.
 */
export class ReportSources {
  readonly #reader: Reader;
  readonly #markings = new Set<Classification>();
  #leftOut = 0;
  readonly trip: Trip;
  /** All items of the trip, cancelled ones too, in the order of time. */
  readonly items: readonly RecordOf<'itinerary-item'>[];
  readonly meetings: readonly RecordOf<'meeting'>[];
  /** In order of precedence. */
  readonly members: readonly RecordOf<'delegation-member'>[];

  constructor(
    reader: Reader,
    trip: Trip,
    private readonly isWithSensitive: boolean,
  ) {
    this.#reader = reader;
    this.trip = trip;
    this.#markings.add(trip.classification);
    this.items = [...reader.naming('itinerary-item', 'tripId', trip.id)].sort(
      (one, other) => compareByTime(one, other) || one.id.localeCompare(other.id),
    );
    this.meetings = reader.naming('meeting', 'tripId', trip.id);
    this.members = reader
      .naming('delegation-member', 'tripId', trip.id)
      .map((member) => ({ member, name: this.#sortName(member.personId) }))
      .sort(
        (one, other) =>
          one.member.precedence - other.member.precedence ||
          one.name.localeCompare(other.name) ||
          one.member.id.localeCompare(other.member.id),
      )
      .map(({ member }) => member);
  }

  all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return this.#reader.all(type);
  }

  /** The records of a kind that name this one in `field`. */
  naming<T extends RecordType>(type: T, field: string, id: RecordId): readonly RecordOf<T>[] {
    return this.#reader.naming(type, field, id);
  }

  /** Notes that a record is printed, so that its marking counts. */
  printed<R extends { readonly classification: Classification }>(record: R): R {
    this.#markings.add(record.classification);
    return record;
  }

  /** A text as it may leave the house: without its lines marked as sensitive, unless those were asked for. */
  open(text: string): string {
    if (this.isWithSensitive) return text;
    const { markdown, leftOut } = withoutSensitive(text);
    this.#leftOut += leftOut;
    return markdown;
  }

  /** Whether a follow-up may leave the house: one that comes from a line marked as sensitive says the same as it. */
  isOpen({ noteLine }: Pick<RecordOf<'follow-up'>, 'noteLine'>): boolean {
    return this.isWithSensitive || !readLine(noteLine).isSensitive;
  }

  /** How many lines were left out so far. */
  leftOut(): number {
    return this.#leftOut;
  }

  markings(): Classification[] {
    return [...this.#markings];
  }

  /** The record unless it is in the Trash or not there at all. */
  live<T extends RecordType>(type: T, id: RecordId | null): RecordOf<T> | undefined {
    if (id === null) return undefined;
    const record = this.#reader.get(type, id);
    return record === undefined || record.deletedAt !== null ? undefined : record;
  }

  organisationName(id: RecordId | null): LocalisedText | null {
    const organisation = this.live('organisation', id);
    return organisation === undefined ? null : this.printed(organisation).legalName;
  }

  /** A person as printed; undefined when the record is in the Trash. Without `posts`, the post on our own side. */
  person(id: RecordId | null, posts?: readonly PostInReport[]): PersonInReport | undefined {
    const person = this.live('person', id);
    if (person === undefined) return undefined;
    this.printed(person);
    return {
      name: { en: nameIn(person, 'en'), zhHant: nameIn(person, 'zhHant'), zhHans: nameIn(person, 'zhHans') },
      romanisation: person.romanisation,
      honorific: person.honorific,
      posts: posts ?? (person.side === 'ours' ? [{ title: person.post, organisation: null }] : []),
    };
  }

  people(ids: readonly RecordId[]): PersonInReport[] {
    return ids.map((id) => this.person(id)).filter((person) => person !== undefined);
  }

  #sortName(personId: RecordId): string {
    const person = this.live('person', personId);
    if (person === undefined) return '';
    return [person.familyName.en, person.givenName.en, nameIn(person, 'zhHant'), nameIn(person, 'zhHans')]
      .join(' ')
      .trim();
  }
}
