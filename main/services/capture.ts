import { comparablePhone } from '@shared/domain/person/contact-parts';
import { organisationNames } from '@shared/domain/person/similar';
import { localisedOf, nameFieldsOf } from '@shared/domain/person/written-name';
import type { Patch, RecordOf } from '@shared/domain/records';
import { hasText, writtenForms } from '@shared/domain/values';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import type { CapturedFields } from '@shared/ipc/meeting-channels';
import type { Result } from '@shared/result';
import type { Transaction } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';

type Person = RecordOf<'person'>;

interface Capture {
  /** Of the one who is known, or of the one who is made. */
  readonly personId: RecordId;
  readonly isKnown: boolean;
  readonly meetingId: RecordId | null;
  readonly fields: CapturedFields;
}

interface Captured {
  readonly personId: RecordId;
  readonly organisationId: RecordId | null;
}

/** Writes down somebody who is met: person, post, a new organisation and attendance, all of it or nothing. */
export function capturePerson(context: ServiceContext, capture: Capture): Promise<Result<Captured>> {
  const { personId, isKnown, meetingId, fields } = capture;
  // The files of the card follow as a run of the same name, so that one undo takes all of it back.
  return context.store.transact(
    intend(context, isKnown ? 'edit' : 'create', 'person', `add-files:${personId}`),
    (tx): Captured => {
      const person = isKnown ? completed(tx, personId, fields) : made(tx, personId, fields);
      const organisationId = organisationOf(tx, fields.organisation);
      if (organisationId !== null) affiliate(tx, person, organisationId, fields.post);
      else if (fields.post.trim() !== '') keepPost(tx, person, fields.post);
      if (meetingId !== null) attend(tx, person, meetingId, organisationId);
      return { personId, organisationId };
    },
  );
}

function made(tx: Transaction, personId: RecordId, fields: CapturedFields): Person {
  const there = tx.get('person', personId);
  if (there !== undefined) return there;
  const { phones, emails, honorific, wechatId, remarks } = fields;
  const name = nameFieldsOf(fields.chineseName, fields.latinName);
  return tx.create('person', { ...name, phones, emails, honorific, wechatId, remarks }, personId);
}

/** Adds what is new to somebody who is known; what they have already stays, and what differs is remarked. */
function completed(tx: Transaction, personId: RecordId, fields: CapturedFields): Person {
  const person = tx.existing('person', personId);
  if (person.deletedAt !== null) tx.restore('person', personId);
  const name = nameFieldsOf(fields.chineseName, fields.latinName);
  const numbers = new Set(person.phones.map(comparablePhone));
  const addresses = new Set(person.emails.map((address) => address.toLowerCase()));
  const hasOtherId = person.wechatId !== '' && person.wechatId !== fields.wechatId;
  const remarks = [person.remarks, fields.remarks, hasOtherId ? fields.wechatId : '']
    .map((words) => words.trim())
    .filter((words, index, all) => words !== '' && (index === 0 || !(all[0] ?? '').includes(words)));
  const patch: Patch<'person'> = {
    ...missingNames(person, name),
    honorific: person.honorific === 'none' ? fields.honorific : person.honorific,
    phones: [...person.phones, ...fields.phones.filter((number) => !numbers.has(comparablePhone(number)))],
    emails: [...person.emails, ...fields.emails.filter((address) => !addresses.has(address.toLowerCase()))],
    wechatId: person.wechatId === '' ? fields.wechatId : person.wechatId,
    remarks: remarks.join('\n'),
  };
  return tx.update('person', personId, patch);
}

/** A script in which the person has no name yet takes the one that was said. */
function missingNames(person: Person, said: Pick<Person, 'familyName' | 'givenName'>): Patch<'person'> {
  const isMissing = (form: keyof LocalisedText): boolean =>
    person.familyName[form].trim() === '' && person.givenName[form].trim() === '';
  const hasChinese = !isMissing('zhHant') || !isMissing('zhHans');
  const forms = writtenForms.filter((form) => isMissing(form) && (form === 'en' || !hasChinese));
  const filled = (field: 'familyName' | 'givenName'): LocalisedText => ({
    ...person[field],
    ...Object.fromEntries(forms.map((form) => [form, said[field][form]])),
  });
  return { familyName: filled('familyName'), givenName: filled('givenName') };
}

/** The organisation by any of its names; made when it has none of them. */
function organisationOf(tx: Transaction, name: string): RecordId | null {
  if (name.trim() === '') return null;
  const known = organisationNames(tx.all('organisation')).find(name);
  return known ?? tx.create('organisation', { legalName: localisedOf(name) }).id;
}

function affiliate(tx: Transaction, person: Person, organisationId: RecordId, post: string): void {
  const held = tx.naming('affiliation', 'personId', person.id);
  const jobTitle = localisedOf(post);
  const here = held.filter((affiliation) => affiliation.organisationId === organisationId && affiliation.to === null);
  const isSaid = here.some((affiliation) => saysTheSame(affiliation.jobTitle, jobTitle));
  if (isSaid || (here.length > 0 && !hasText(jobTitle))) return;
  const blank = here.find((affiliation) => !hasText(affiliation.jobTitle));
  if (blank !== undefined) {
    tx.update('affiliation', blank.id, { jobTitle });
    return;
  }
  const isPrimary = !held.some((affiliation) => affiliation.isPrimary);
  tx.create('affiliation', { personId: person.id, organisationId, jobTitle, isPrimary });
}

function saysTheSame(one: LocalisedText, other: LocalisedText): boolean {
  return writtenForms.every((form) => other[form].trim() === '' || one[form].trim() === other[form].trim());
}

/** A post without an organisation has no place of its own, and is remarked. */
function keepPost(tx: Transaction, person: Person, post: string): void {
  if (person.remarks.includes(post.trim())) return;
  tx.update('person', person.id, { remarks: [person.remarks, post.trim()].filter(Boolean).join('\n') });
}

/** Puts the person at the end of their side, and the organisation to a meeting that has none yet. */
function attend(tx: Transaction, person: Person, meetingId: RecordId, organisationId: RecordId | null): void {
  const meeting = tx.existing('meeting', meetingId);
  const field = person.side === 'ours' ? 'ourAttendeeIds' : 'theirAttendeeIds';
  const isThere = meeting.ourAttendeeIds.includes(person.id) || meeting.theirAttendeeIds.includes(person.id);
  tx.update('meeting', meetingId, {
    ...(isThere ? {} : { [field]: [...meeting[field], person.id] }),
    ...(meeting.organisationIds.length === 0 && organisationId !== null ? { organisationIds: [organisationId] } : {}),
  });
}
