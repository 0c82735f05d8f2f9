import { allNames } from '@shared/domain/person/rules';
import type { AnyRecord } from '@shared/domain/records';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import { searchedKinds } from '@shared/ipc/search-channels';
import type { SearchedField, SearchedKind } from '@shared/ipc/search-channels';
import { noteWords } from './note-words';

/** One text of a record that is looked through. */
export interface SearchedText {
  readonly field: SearchedField;
  readonly text: string;
  /** It is what the record is called: a match in it counts more than one in any other text. */
  readonly isName: boolean;
  /** What is shown of it, when that is not the text itself. */
  readonly shown?: string;
  /** Of a note. */
  readonly block?: { readonly id: RecordId; readonly placeOf: (at: number) => number };
}

const kinds: ReadonlySet<string> = new Set(searchedKinds);

export function isSearched(type: string): type is SearchedKind {
  return kinds.has(type);
}

/** The texts of a record that a search looks through, the most telling first; none is empty. */
export function searchedTexts(record: AnyRecord): SearchedText[] {
  return textsOf(record).filter(({ text }) => text !== '');
}

function textsOf(record: AnyRecord): SearchedText[] {
  switch (record.type) {
    case 'trip':
      return [
        ...inForms('title', record.title, true),
        text('reference', record.reference, true),
        ...record.cities.flatMap((city) => inForms('city', city.name)),
        text('purpose', record.purpose),
        ...record.objectives.map((objective) => text('objectives', objective)),
        text('observations', record.observations),
        text('conclusions', record.conclusions),
      ];
    case 'itinerary-item':
      return [
        ...inForms('title', record.title, true),
        ...inForms('place', record.place),
        ...inForms('address', record.address),
        ...(record.transport === null
          ? []
          : [
              text('transport', record.transport.number, true),
              text('transport', record.transport.from),
              text('transport', record.transport.to),
              text('transport', record.transport.bookingReference),
            ]),
        text('talking-points', record.talkingPoints),
        text('running-order', record.runningOrder),
      ];
    case 'organisation':
      return [
        ...inForms('name', record.legalName, true),
        ...record.shortNames.map((name) => text('short-name', name, true)),
        text('credit-code', record.creditCode, true),
        ...inForms('city', record.city),
        ...inForms('city', record.province),
        ...inForms('address', record.address),
        text('profile', record.profile),
        text('hong-kong', record.hongKongPresenceDetail),
      ];
    case 'person':
      return [
        ...allNames(record, 'en').map((name) => text('name', name, true)),
        text('wechat', record.wechatId, true),
        ...record.emails.map((email) => text('email', email, true)),
        ...record.phones.flatMap(phoneTexts),
        ...inForms('post', record.post),
        text('remarks', record.remarks),
      ];
    case 'meeting':
      return [
        ...inForms('title', record.title, true),
        text('outcome', record.outcome),
        text('intention', record.intention),
      ];
    case 'note':
      return record.blocks.map(({ id, markdown }) => {
        const { text: words, placeOf } = noteWords(markdown);
        return { field: 'note', text: words, isName: false, block: { id, placeOf } };
      });
    case 'follow-up':
      return [text('title', record.title, true), text('detail', record.detail), text('referred-to', record.referredTo)];
    case 'attachment':
      // A letterhead is found where documents are made, with its template.
      if (record.documentTemplateId !== null) return [];
      return [text('name', record.name, true), text('caption', record.caption, true)];
    case 'affiliation':
      return [...inForms('post', record.jobTitle, true), text('department', record.department)];
    case 'investment-project':
      return [text('title', record.title, true), text('asks', record.asks)];
    // Words that were written over are not what a search is for; a template is found where documents are made.
    case 'delegation-member':
    case 'note-version':
    case 'document-template':
    case 'conflict':
      return [];
  }
}

function text(field: SearchedField, words: string, isName = false): SearchedText {
  return { field, text: words, isName };
}

function inForms(field: SearchedField, { en, zhHant, zhHans }: LocalisedText, isName = false): SearchedText[] {
  return [...new Set([en, zhHant, zhHans])].map((words) => text(field, words, isName));
}

/** A number is found however its digits are set apart. */
function phoneTexts(phone: string): SearchedText[] {
  const digits = phone.replace(/[\s\-().\u2010-\u2015]/g, '');
  const typed = text('phone', phone, true);
  return digits === phone ? [typed] : [typed, { ...text('phone', digits, true), shown: phone }];
}
