import { z } from 'zod';
import { definitions } from '../domain/records';
import type { Definitions, RecordOf, RecordType } from '../domain/records';
import { recordIdSchema } from '../domain/values';

/** The word that a kind of record has in channel names, and the fields by which its list can be narrowed. */
export const channelPrefixes = {
  trip: { prefix: 'trips', filters: ['isTemplate'] },
  'delegation-member': { prefix: 'delegation', filters: ['tripId', 'personId'] },
  'itinerary-item': { prefix: 'itinerary', filters: ['tripId', 'hostOrganisationId'] },
  organisation: { prefix: 'organisations', filters: [] },
  person: { prefix: 'people', filters: ['side'] },
  affiliation: { prefix: 'affiliations', filters: ['personId', 'organisationId'] },
  meeting: {
    prefix: 'meetings',
    filters: ['tripId', 'itineraryItemId', 'organisationIds', 'theirAttendeeIds', 'ourAttendeeIds'],
  },
  note: { prefix: 'notes', filters: ['tripId', 'meetingId', 'organisationId', 'personId'] },
  'follow-up': {
    prefix: 'follow-ups',
    filters: ['tripId', 'meetingId', 'organisationId', 'personId', 'ownerId', 'noteId'],
  },
  'document-template': { prefix: 'document-templates', filters: [] },
  attachment: {
    prefix: 'attachments',
    filters: ['tripId', 'meetingId', 'organisationId', 'personId', 'documentTemplateId'],
  },
} as const satisfies Partial<Record<RecordType, { prefix: string; filters: readonly string[] }>>;

type Listed = keyof typeof channelPrefixes;
type PrefixOf<T extends Listed> = (typeof channelPrefixes)[T]['prefix'];
type FilterOf<T extends Listed> = Partial<Record<(typeof channelPrefixes)[T]['filters'][number], string | boolean>>;

const idInput = z.strictObject({ id: recordIdSchema });

/** The five channels that every kind of record has. `list` leaves out what is in the Trash; filters on a list of ids match when it holds the id. */
interface FiveChannels<T extends Listed> {
  list: { input: z.ZodType<FilterOf<T>>; output: z.ZodType<RecordOf<T>[]>; reads: readonly [T] };
  get: { input: typeof idInput; output: Definitions[T]['record']; reads: readonly [T] };
  create: {
    input: z.ZodObject<{ id: z.ZodOptional<typeof recordIdSchema>; fields: Definitions[T]['newFields'] }>;
    output: Definitions[T]['record'];
  };
  update: {
    input: z.ZodObject<{ id: typeof recordIdSchema; patch: Definitions[T]['patch'] }>;
    output: Definitions[T]['record'];
  };
  trash: { input: typeof idInput; output: z.ZodVoid };
}

type RecordChannels = {
  [
    Name in { [T in Listed]: `${PrefixOf<T>}:${keyof FiveChannels<T>}` }[Listed]
  ]: Name extends `${infer P}:${infer Verb}`
    ? {
        [T in Listed]: PrefixOf<T> extends P
          ? Verb extends keyof FiveChannels<T>
            ? FiveChannels<T>[Verb]
            : never
          : never;
      }[Listed]
    : never;
};

function fiveChannels(type: Listed): [string, unknown][] {
  const { prefix, filters } = channelPrefixes[type];
  const { record, newFields, patch } = definitions[type];
  const filter = z.strictObject(
    Object.fromEntries(filters.map((field) => [field, z.union([z.string().max(64), z.boolean()]).optional()])),
  );
  return [
    [`${prefix}:list`, { input: filter, output: z.array(record as z.ZodType), reads: [type] }],
    [`${prefix}:get`, { input: idInput, output: record, reads: [type] }],
    [
      `${prefix}:create`,
      { input: z.strictObject({ id: recordIdSchema.optional(), fields: newFields }), output: record },
    ],
    [`${prefix}:update`, { input: z.strictObject({ id: recordIdSchema, patch }), output: record }],
    [`${prefix}:trash`, { input: idInput, output: z.void() }],
  ];
}

export const listedTypes = Object.keys(channelPrefixes) as Listed[];

/** `trips:list`, `trips:get`, `trips:create`, `trips:update`, `trips:trash`, and the same for each listed kind. */
// The names are computed, which the compiler cannot follow; RecordChannels above says what they come to.
export const recordChannels = Object.fromEntries(listedTypes.flatMap(fiveChannels)) as RecordChannels;
export type ListedType = Listed;
export type RecordChannelName = keyof RecordChannels;
