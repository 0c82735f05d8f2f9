import { compareByTime } from '@shared/domain/itinerary-item/rules';
import { readLine } from '@shared/domain/note/marks';
import { nameIn } from '@shared/domain/person/rules';
import type { RecordOf, RecordType } from '@shared/domain/records';
import type { Classification, LocalisedText, RecordId } from '@shared/domain/values';
import type { PersonInDocument, PostInDocument } from '../../export/document/people';
import { withheldPerson } from '../../export/document/withheld';
import type { Reader } from '../../storage/store';
import { Redaction } from './redaction';
import type { Discretion } from './redaction';

type Trip = RecordOf<'trip'>;
type Item = RecordOf<'itinerary-item'>;
type Meeting = RecordOf<'meeting'>;

/**
 * What a document is made from: the records of one trip, and those they mention. Nothing from the Trash comes out of it,
 * nor, for readers outside, anything restricted; and it remembers the marking of every record that was taken out.
 */
export class DocumentSources {
  /** What may be said; texts are read through it. */
  readonly words: Redaction;
  readonly trip: Trip;
  /** All items of the trip, cancelled ones too, in the order of time. */
  readonly items: readonly Item[];
  readonly meetings: readonly Meeting[];
  /** In order of precedence. */
  readonly members: readonly RecordOf<'delegation-member'>[];
  /** Items whose meeting may not be told of: they stand in the programme and among the visits nowhere. */
  readonly untold: ReadonlySet<RecordId>;
  readonly #reader: Reader;
  readonly #markings = new Set<Classification>();

  constructor(reader: Reader, trip: Trip, discretion: Discretion) {
    this.#reader = reader;
    this.trip = trip;
    this.words = new Redaction(reader, discretion);
    this.#markings.add(trip.classification);
    this.items = this.naming('itinerary-item', 'tripId', trip.id)
      .filter((item) => this.#mayTellOfAll(item.id, [item.hostOrganisationId]))
      .sort((one, other) => compareByTime(one, other) || one.id.localeCompare(other.id));
    const meetings = reader.naming('meeting', 'tripId', trip.id);
    this.meetings = meetings.filter((meeting) => this.mayTell(meeting));
    this.untold = new Set(
      meetings
        .filter((meeting) => !this.meetings.includes(meeting))
        .map(({ itineraryItemId }) => itineraryItemId)
        .filter((id) => id !== null),
    );
    this.members = this.naming('delegation-member', 'tripId', trip.id)
      .map((member) => ({ member, name: this.#sortName(member.personId) }))
      .sort(
        (one, other) =>
          one.member.precedence - other.member.precedence ||
          one.name.localeCompare(other.name) ||
          one.member.id.localeCompare(other.member.id),
      )
      .map(({ member }) => member);
  }

  /** The records of a kind that are wanted and may be told of. Those that are wanted and may not are counted. */
  all<T extends RecordType>(type: T, isWanted: (record: RecordOf<T>) => boolean): RecordOf<T>[] {
    return this.#reader.all(type).filter((record) => isWanted(record) && this.words.allows(record));
  }

  /** The records of a kind that name this one in `field`, are wanted and may be told of. */
  naming<T extends RecordType>(
    type: T,
    field: string,
    id: RecordId,
    isWanted: (record: RecordOf<T>) => boolean = () => true,
  ): RecordOf<T>[] {
    return this.#reader.naming(type, field, id).filter((record) => isWanted(record) && this.words.allows(record));
  }

  /** Notes that a record is printed, so that its marking counts. */
  printed<R extends { readonly classification: Classification }>(record: R): R {
    this.#markings.add(record.classification);
    return record;
  }

  markings(): Classification[] {
    return [...this.#markings];
  }

  /** The record unless it is in the Trash, not there at all, or may not be told of. */
  live<T extends RecordType>(type: T, id: RecordId | null): RecordOf<T> | undefined {
    if (id === null) return undefined;
    const record = this.#reader.get(type, id);
    return record === undefined || record.deletedAt !== null || !this.words.allows(record) ? undefined : record;
  }

  /** A meeting may be told of unless it, or everybody whom it was with, is restricted. */
  mayTell(meeting: Meeting): boolean {
    return this.words.allows(meeting) && this.#mayTellOfAll(meeting.id, meeting.organisationIds);
  }

  /**
   * Whether a follow-up may be told of: one that comes from a line marked as sensitive says the same as it, and one about
   * something restricted tells of that.
   */
  mayAsk(followUp: RecordOf<'follow-up'>): boolean {
    if (!this.words.isWithSensitive && readLine(followUp.noteLine).isSensitive) {
      this.words.leaveOutLine(followUp.noteLine);
      return false;
    }
    const subjects = [
      this.isWithheld('organisation', followUp.organisationId),
      this.isWithheld('person', followUp.personId),
      this.isWithheld('meeting', followUp.meetingId),
      this.isWithheld('note', followUp.noteId),
      this.isWithheld('investment-project', followUp.projectId),
    ];
    if (subjects.includes(true)) this.words.leaveOut(followUp.id);
    return !subjects.includes(true);
  }

  /** A file that shows something restricted shows too much. */
  mayShow(attachment: RecordOf<'attachment'>): boolean {
    const subjects = [
      this.isWithheld('organisation', attachment.organisationId),
      this.isWithheld('person', attachment.personId),
      this.isWithheld('meeting', attachment.meetingId),
    ];
    if (subjects.includes(true)) this.words.leaveOut(attachment.id);
    return !subjects.includes(true);
  }

  /** Whether a record is there and may not be told of. */
  isWithheld(type: RecordType, id: RecordId | null): boolean {
    const record = id === null ? undefined : this.#reader.get(type, id);
    return record !== undefined && !this.words.allows(record);
  }

  organisationName(id: RecordId | null): LocalisedText | null {
    const organisation = this.live('organisation', id);
    return organisation === undefined ? null : this.words.name(this.printed(organisation).legalName);
  }

  /** A person as printed; undefined when there is none to be told of. Without `posts`, the post on our own side. */
  person(id: RecordId | null, posts?: readonly PostInDocument[]): PersonInDocument | undefined {
    const person = this.live('person', id);
    if (person === undefined) return undefined;
    this.printed(person);
    const name = this.words.name({
      en: nameIn(person, 'en'),
      zhHant: nameIn(person, 'zhHant'),
      zhHans: nameIn(person, 'zhHans'),
    });
    return {
      name,
      romanisation: this.words.called(person.romanisation),
      honorific: person.honorific,
      posts: posts ?? (person.side === 'ours' ? [{ title: this.words.title(person.post), organisation: null }] : []),
    };
  }

  people(ids: readonly RecordId[]): PersonInDocument[] {
    return ids.map((id) => this.person(id)).filter((person) => person !== undefined);
  }

  /**
   * Whose something is, where saying nothing would say that it is nobody's, or somebody else's: one who may not be told of
   * is withheld in so many words. Null for nobody.
   */
  holder(id: RecordId | null): PersonInDocument | null {
    return this.person(id) ?? (this.isWithheld('person', id) ? withheldPerson() : null);
  }

  /** These people; when none of them may be told of, that they are withheld. */
  holders(ids: readonly RecordId[]): PersonInDocument[] {
    const told = this.people(ids);
    if (told.length > 0) return told;
    return ids.some((id) => this.isWithheld('person', id)) ? [withheldPerson()] : [];
  }

  /** Nobody is named and so everybody may be, or somebody of those named may be; else the record is left out with them. */
  #mayTellOfAll(id: RecordId, organisationIds: readonly (RecordId | null)[]): boolean {
    const kept = organisationIds.filter((one) => this.isWithheld('organisation', one));
    const isTold = kept.length === 0 || kept.length < organisationIds.length;
    if (!isTold) this.words.leaveOut(id);
    return isTold;
  }

  #sortName(personId: RecordId): string {
    const person = this.live('person', personId);
    if (person === undefined) return '';
    return [person.familyName.en, person.givenName.en, nameIn(person, 'zhHant'), nameIn(person, 'zhHans')]
      .join(' ')
      .trim();
  }
}
