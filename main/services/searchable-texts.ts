import { allNames, displayName } from '@shared/domain/person/rules';
import type { AnyRecord, RecordType } from '@shared/domain/records';
import { textIn } from '@shared/domain/values';
import type { RecordId, WrittenForm } from '@shared/domain/values';
import type { Reader } from '../storage/store';
import { spokenForm } from '../words';

/** The record on whose page this one is read, when it has no page of its own. */
export function subjectOf(record: AnyRecord): { type: RecordType; id: RecordId } | null {
  switch (record.type) {
    case 'itinerary-item':
    case 'delegation-member':
      return { type: 'trip', id: record.tripId };
    case 'affiliation':
      return { type: 'person', id: record.personId };
    case 'investment-project':
      return { type: 'organisation', id: record.organisationId };
    case 'note':
    case 'attachment':
      return firstSubject(record);
    default:
      return null;
  }
}

function firstSubject(record: {
  meetingId: RecordId | null;
  organisationId: RecordId | null;
  personId: RecordId | null;
  tripId: RecordId | null;
}): { type: RecordType; id: RecordId } | null {
  if (record.meetingId !== null) return { type: 'meeting', id: record.meetingId };
  if (record.organisationId !== null) return { type: 'organisation', id: record.organisationId };
  if (record.personId !== null) return { type: 'person', id: record.personId };
  return record.tripId === null ? null : { type: 'trip', id: record.tripId };
}

/** What a record is called in a list of mixed kinds, for a reader of `form`: the window's, unless another is given. */
export function titleOf(reader: Reader, record: AnyRecord, form: WrittenForm = spokenForm()): string {
  switch (record.type) {
    case 'trip':
    case 'itinerary-item':
    case 'meeting':
      return textIn(record.title, form);
    case 'organisation':
      return textIn(record.legalName, form);
    case 'person':
      return allNames(record, form).join(' ');
    case 'follow-up':
    case 'investment-project':
      return record.title;
    case 'attachment':
    case 'document-template':
      return record.name;
    case 'delegation-member':
      return titleOfId(reader, 'person', record.personId, form);
    case 'affiliation': {
      const person = reader.get('person', record.personId);
      const name = person === undefined ? '' : displayName(person, form);
      return `${name} · ${titleOfId(reader, 'organisation', record.organisationId, form)}`;
    }
    case 'note': {
      const subject = firstSubject(record);
      return subject === null ? '' : titleOfId(reader, subject.type, subject.id, form);
    }
    case 'note-version':
      return titleOfId(reader, 'note', record.noteId, form);
    case 'conflict':
      return record.field;
  }
}

/** The same for the record of an id; '' when there is none. */
export function titleOfId(reader: Reader, type: RecordType, id: RecordId, form: WrittenForm): string {
  const record = reader.get(type, id);
  return record === undefined ? '' : titleOf(reader, record, form);
}
