import { z } from 'zod';
import { sectors } from '../domain/organisation/schema';
import { recordTypes } from '../domain/records';
import type { RecordType } from '../domain/records';
import { calendarDateSchema, recordIdSchema, writtenForms } from '../domain/values';

/** The kinds of record that a search finds, in the order in which they are shown. */
export const searchedKinds = [
  'person',
  'organisation',
  'trip',
  'itinerary-item',
  'meeting',
  'note',
  'follow-up',
  'attachment',
  'investment-project',
  'affiliation',
] as const satisfies readonly RecordType[];
export type SearchedKind = (typeof searchedKinds)[number];

/** The part of a record in which the words were found. */
export const searchedFields = [
  'name',
  'short-name',
  'romanisation',
  'title',
  'reference',
  'city',
  'purpose',
  'objectives',
  'observations',
  'conclusions',
  'place',
  'address',
  'transport',
  'talking-points',
  'running-order',
  'credit-code',
  'profile',
  'hong-kong',
  'wechat',
  'email',
  'phone',
  'post',
  'department',
  'remarks',
  'outcome',
  'intention',
  'note',
  'detail',
  'referred-to',
  'caption',
  'asks',
] as const;
export type SearchedField = (typeof searchedFields)[number];

/** In UTF-16 units of the text that it marks. */
const markSchema = z.object({ start: z.number(), length: z.number() });
export type SearchMark = z.infer<typeof markSchema>;

const kindSchema = z.enum(searchedKinds);
const recordTypeSchema = z.custom<RecordType>((value) => recordTypes.some((type) => type === value));

const searchHitSchema = z.object({
  type: kindSchema,
  id: recordIdSchema,
  title: z.string(),
  /** Where what was looked for stands in the title. */
  titleMarks: z.array(markSchema),
  field: z.enum(searchedFields),
  /** The words around the match; null when it is the title itself that matched, or when nothing was looked for. */
  excerpt: z.string().nullable(),
  excerptMarks: z.array(markSchema),
  /** The trip, meeting, organisation or person whose page shows it, when it has none of its own, and what that is called. */
  subject: z.object({ type: recordTypeSchema, id: recordIdSchema, title: z.string() }).nullable(),
  /** The day that tells it from its namesakes: of a trip its first, of a note that of its meeting. */
  day: calendarDateSchema.nullable(),
  /** Of a note: the block, and the units of the block's Markdown as it is stored, where the match begins. */
  place: z.object({ blockId: recordIdSchema, start: z.number(), length: z.number() }).nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

const searchGroupSchema = z.object({
  kind: kindSchema,
  /** The best first, and among equals the newest. */
  hits: z.array(searchHitSchema),
  /** How many there are of the kind; when `isAtLeast`, there may be more. */
  total: z.number(),
  isAtLeast: z.boolean(),
});
export type SearchGroup = z.infer<typeof searchGroupSchema>;

const searchAnswerSchema = z.object({
  groups: z.array(searchGroupSchema),
  /** Without a text: what was opened or changed last, of any kind, the last first. */
  recent: z.array(searchHitSchema),
  /** Not everything was looked through yet: `search:ready` is told when it is worth asking again. */
  isComplete: z.boolean(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

export const searchChannels = {
  /**
   * Looks through everything; every word must be found, in any script that a name has, and whatever the case, width,
   * accents or the form of a Chinese character. A newer question from the same `box` ends an older one, which then fails
   * with `cancelled`.
   */
  'search:all': {
    input: z.strictObject({
      text: z.string().max(200),
      box: z.enum(['page', 'palette']).default('page'),
      /** The form in which titles are answered. */
      form: z.enum(writtenForms).default('en'),
      /** None for all. */
      kinds: z.array(kindSchema).max(searchedKinds.length).default([]),
      /** What belongs to this trip. */
      tripId: recordIdSchema.nullable().default(null),
      /** What is in, or is about somebody in, a city of this name, in any script. */
      city: z.string().max(100).default(''),
      /** What is about an organisation of this sector. */
      sector: z.enum(sectors).nullable().default(null),
      /** What took place, is due or was written between these days, both included. */
      from: calendarDateSchema.nullable().default(null),
      to: calendarDateSchema.nullable().default(null),
      /** How many hits of each kind are shown. */
      most: z.int().min(1).max(200).default(20),
    }),
    output: searchAnswerSchema,
    reads: recordTypes,
  },
  /** The records that are called so, in any script: for boxes that choose one and lists that are narrowed. The likeliest first. */
  'search:names': {
    input: z.strictObject({
      text: z.string().max(200),
      kinds: z.array(kindSchema).max(searchedKinds.length),
      most: z.int().min(1).max(500).default(200),
      /** Only those of which the text is a whole name, written or heard: to find who is here already. */
      isWhole: z.boolean().default(false),
    }),
    output: z.array(recordIdSchema),
    reads: recordTypes,
  },
  /** Remembers that somebody opened this, so that it stands first when nothing is looked for. */
  'search:opened': {
    input: z.strictObject({ type: kindSchema, id: recordIdSchema }),
    output: z.void(),
  },
} as const;
