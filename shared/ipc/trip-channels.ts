import { z } from 'zod';
import { definitions } from '../domain/records';
import { calendarDateSchema, recordIdSchema, requiredLocalisedTextSchema } from '../domain/values';

/** Where a new trip's programme comes from: one of the patterns that ship, or a trip saved as a template. */
const templateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shipped'), name: z.string().max(100) }),
  z.strictObject({ kind: z.literal('saved'), id: recordIdSchema }),
]);

const templateSummarySchema = z.object({
  source: templateSchema,
  title: requiredLocalisedTextSchema,
  days: z.number(),
  items: z.number(),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

/** What a trip row shows beside the trip itself. */
const tripCountsSchema = z.object({
  tripId: recordIdSchema,
  items: z.number(),
  meetings: z.number(),
  openFollowUps: z.number(),
  overdueFollowUps: z.number(),
});
export type TripCounts = z.infer<typeof tripCountsSchema>;

export const tripChannels = {
  /** Counts for every trip in the list, by `today`'s date on the officer's calendar. */
  'trips:counts': {
    input: z.strictObject({ today: calendarDateSchema }),
    output: z.array(tripCountsSchema),
    reads: ['trip', 'itinerary-item', 'meeting', 'follow-up'],
  },
  /** A copy of the programme and delegation on new days; meetings, notes and follow-ups stay with the old trip. */
  'trips:duplicate': {
    input: z.strictObject({ id: recordIdSchema, firstDay: calendarDateSchema, title: requiredLocalisedTextSchema }),
    output: definitions.trip.record,
  },
  /** Moves the trip and everything in its programme by whole days, so that it begins on `firstDay`. */
  'trips:reschedule': {
    input: z.strictObject({ id: recordIdSchema, firstDay: calendarDateSchema }),
    output: definitions.trip.record,
  },
  'trips:save-as-template': {
    input: z.strictObject({ id: recordIdSchema, title: requiredLocalisedTextSchema }),
    output: definitions.trip.record,
  },
  'trips:templates': {
    input: z.strictObject({}),
    output: z.array(templateSummarySchema),
    reads: ['trip', 'itinerary-item'],
  },
  'trips:create-from-template': {
    input: z.strictObject({
      template: templateSchema,
      firstDay: calendarDateSchema,
      title: requiredLocalisedTextSchema,
    }),
    output: definitions.trip.record,
  },
  /** A copy of the item on a day of the same trip. */
  'itinerary:duplicate': {
    input: z.strictObject({ id: recordIdSchema, day: calendarDateSchema }),
    output: definitions['itinerary-item'].record,
  },
  /** Sets the order of precedence: `ids` are all of one trip's members, the first stands first. */
  'delegation:reorder': {
    input: z.strictObject({ tripId: recordIdSchema, ids: z.array(recordIdSchema).min(1).max(999) }),
    output: z.void(),
  },
  /** The meeting of a programme item; made with its people, places and times when there is none yet. */
  'meetings:open-for-item': {
    input: z.strictObject({ itineraryItemId: recordIdSchema }),
    output: definitions.meeting.record,
  },
} as const;
