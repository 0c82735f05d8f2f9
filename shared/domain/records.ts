import type { z } from 'zod';
import type { Issue } from '../result';
import { affiliation } from './affiliation/schema';
import { attachment } from './attachment/schema';
import { conflict } from './conflict/schema';
import { delegationMember } from './delegation-member/schema';
import { documentTemplate } from './document-template/schema';
import { followUp } from './follow-up/schema';
import { investmentProject } from './investment-project/schema';
import { itineraryItem } from './itinerary-item/schema';
import { meeting } from './meeting/schema';
import { note } from './note/schema';
import { noteVersion } from './note-version/schema';
import { organisation } from './organisation/schema';
import { person } from './person/schema';
import { issuesOf } from './record';
import { trip } from './trip/schema';

/** Every kind of record, by its type. */
export const definitions = {
  trip,
  'delegation-member': delegationMember,
  'itinerary-item': itineraryItem,
  organisation,
  person,
  affiliation,
  meeting,
  note,
  'note-version': noteVersion,
  'follow-up': followUp,
  'investment-project': investmentProject,
  attachment,
  'document-template': documentTemplate,
  conflict,
} as const;

export type Definitions = typeof definitions;
export type RecordType = keyof Definitions;
export const recordTypes = Object.keys(definitions) as RecordType[];

/** A record of one kind, or of any. */
export type RecordOf<T extends RecordType> = z.output<Definitions[T]['record']>;
export type AnyRecord = { [T in RecordType]: RecordOf<T> }[RecordType];
/** What is given to make a record: fields that have a blank value may be left out. */
export type NewFields<T extends RecordType> = z.output<Definitions[T]['newFields']>;
/** What is given to change a record. */
export type Patch<T extends RecordType> = z.output<Definitions[T]['patch']>;
/** A record's own fields without what the store adds: what a form holds. */
export type FieldsOf<T extends RecordType> = {
  [K in keyof Definitions[T]['fields']]: z.output<Extract<Definitions[T]['fields'][K], z.ZodType>>;
} & { classification: RecordOf<T>['classification'] };

/** What is wrong with a whole record: its fields one by one first, and when those are right, what they say together. */
export function issuesInRecord(type: RecordType, record: unknown): Issue[] {
  const parsed = definitions[type].record.safeParse(record);
  if (!parsed.success) return issuesOf(parsed.error);
  return definitions[type].rules(parsed.data as never);
}

/** What is wrong with the fields of a form before they are sent: the same answer as the store would give. */
export function issuesInNewFields(type: RecordType, fields: unknown): Issue[] {
  const parsed = definitions[type].newFields.safeParse(fields);
  if (!parsed.success) return issuesOf(parsed.error);
  return definitions[type].rules({ ...definitions[type].blank, ...(parsed.data as object) } as never);
}
