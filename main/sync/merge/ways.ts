import { definitions } from '@shared/domain/records';
import type { RecordType } from '@shared/domain/records';
import { moneySchema } from '@shared/domain/values';
import { z } from 'zod';

/** How the values of a field are merged. */
export type Way =
  /** One value, that is taken from one side or the other. */
  | { readonly kind: 'whole' }
  /** The same; a person may write both beside each other. */
  | { readonly kind: 'line' }
  /** Line by line. */
  | { readonly kind: 'text' }
  /** Each part by itself. */
  | { readonly kind: 'parts'; readonly parts: Ways }
  /** Values without an order that means something. */
  | { readonly kind: 'set' }
  /** Different values in an order: names of people by precedence. */
  | { readonly kind: 'list' }
  /** Things with an id each, and parts. */
  | { readonly kind: 'things'; readonly parts: Ways };
export type Ways = Readonly<Record<string, Way>>;

/** How a kind of record is merged, and which of its fields make sense only together. */
export interface KindOfRecord {
  readonly schema: number;
  readonly ways: Ways;
  readonly together: readonly (readonly string[])[];
}

/** A line of text has at most so many characters; what may be longer is read and merged line by line. */
const longestLine = 300;

/** Fields that say one thing together: half of one side's and half of the other's would be what nobody meant. */
const together: Partial<Record<RecordType, readonly (readonly string[])[]>> = {
  trip: [['firstDay', 'lastDay']],
  'itinerary-item': [['day', 'start', 'endDay', 'end', 'zone']],
  meeting: [['day', 'start', 'end', 'zone']],
  affiliation: [['from', 'to']],
  'follow-up': [['status', 'doneAt']],
  note: [['meetingId', 'organisationId', 'personId', 'tripId']],
  attachment: [['sha256', 'name', 'mime', 'size']],
  conflict: [['settled', 'settledBy', 'settledAt']],
};

const kinds = new Map<string, KindOfRecord>(
  Object.values(definitions).map(({ type, schema, fields }) => [
    type,
    { schema, ways: waysOf(fields), together: together[type] ?? [] },
  ]),
);

/** Undefined for a kind that a newer Attaché brought. */
export function kindOf(type: string): KindOfRecord | undefined {
  return kinds.get(type);
}

function waysOf(fields: Readonly<Record<string, unknown>>): Ways {
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, wayOf(schema)]));
}

function wayOf(schema: unknown): Way {
  if (schema instanceof z.ZodNullable) return wayOf(schema.unwrap());
  // An amount without its currency is no amount.
  if (schema === moneySchema) return { kind: 'whole' };
  if (schema instanceof z.ZodObject) return { kind: 'parts', parts: waysOf(schema.shape) };
  if (schema instanceof z.ZodArray) {
    const { element } = schema;
    if (element instanceof z.ZodEnum) return { kind: 'set' };
    if (!(element instanceof z.ZodObject)) return { kind: 'list' };
    return 'id' in element.shape ? { kind: 'things', parts: waysOf(element.shape) } : { kind: 'list' };
  }
  if (schema instanceof z.ZodString && schema.maxLength !== null && schema.format === null) {
    return { kind: schema.maxLength > longestLine ? 'text' : 'line' };
  }
  return { kind: 'whole' };
}
