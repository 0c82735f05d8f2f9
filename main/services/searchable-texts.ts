import { allNames } from '@shared/domain/person/rules';
import type { AnyRecord, RecordType } from '@shared/domain/records';
import { textIn } from '@shared/domain/values';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import { withoutReferences } from '@shared/markdown/plain-words';
import type { Reader } from '../storage/store';

function forms(text: LocalisedText): string[] {
  return [text.en, text.zhHant, text.zhHans];
}

/** The texts of a record that a search looks through, the most telling first. */
export function searchableTexts(record: AnyRecord): string[] {
  switch (record.type) {
    case 'trip':
      return [
        ...forms(record.title),
        record.reference,
        ...record.cities.flatMap((city) => forms(city.name)),
        record.purpose,
        ...record.objectives,
        record.observations,
        record.conclusions,
      ];
    case 'itinerary-item':
      return [
        ...forms(record.title),
        ...forms(record.place),
        ...forms(record.address),
        record.transport?.number ?? '',
        record.talkingPoints,
        record.runningOrder,
      ];
    case 'organisation':
      return [
        ...forms(record.legalName),
        ...record.shortNames,
        record.creditCode,
        ...forms(record.city),
        record.profile,
        record.hongKongPresenceDetail,
      ];
    case 'person':
      return [
        ...allNames(record, 'en'),
        record.wechatId,
        ...record.emails,
        ...record.phones,
        ...forms(record.post),
        record.remarks,
      ];
    case 'meeting':
      return [...forms(record.title), record.outcome, record.intention];
    case 'note':
      return record.blocks.map((block) => withoutReferences(block.markdown));
    case 'follow-up':
      return [record.title, record.detail, record.referredTo];
    case 'attachment':
      return [record.name, record.caption];
    case 'affiliation':
      return [...forms(record.jobTitle), record.department];
    case 'investment-project':
      return [record.title, record.asks];
    case 'delegation-member':
      return [record.travelContact];
    // Words that were written over are not what a search is for; a template is found where documents are made.
    case 'note-version':
    case 'document-template':
    case 'conflict':
      return [];
  }
}

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

/** What a record is called in a list of mixed kinds. */
export function titleOf(reader: Reader, record: AnyRecord): string {
  switch (record.type) {
    case 'trip':
    case 'itinerary-item':
    case 'meeting':
      return textIn(record.title, 'en');
    case 'organisation':
      return textIn(record.legalName, 'en');
    case 'person':
      return allNames(record, 'en').join(' ');
    case 'follow-up':
    case 'investment-project':
      return record.title;
    case 'attachment':
    case 'document-template':
      return record.name;
    case 'delegation-member':
      return titleOfId(reader, 'person', record.personId);
    case 'affiliation':
      return `${titleOfId(reader, 'person', record.personId)} · ${titleOfId(reader, 'organisation', record.organisationId)}`;
    case 'note': {
      const subject = firstSubject(record);
      return subject === null ? '' : titleOfId(reader, subject.type, subject.id);
    }
    case 'note-version':
      return titleOfId(reader, 'note', record.noteId);
    case 'conflict':
      return record.field;
  }
}

function titleOfId(reader: Reader, type: RecordType, id: RecordId): string {
  const record = reader.get(type, id);
  return record === undefined ? '' : titleOf(reader, record);
}
