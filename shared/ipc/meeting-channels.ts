import { z } from 'zod';
import { honorifics } from '../domain/person/schema';
import { definitions } from '../domain/records';
import {
  emailSchema,
  instantSchema,
  calendarDateSchema,
  lineSchema,
  localisedTextSchema,
  paragraphsSchema,
  recordIdSchema,
  timeZoneSchema,
} from '../domain/values';

/** A meeting of the programme that may not be written down yet. */
const plannedMeetingSchema = z.object({
  itineraryItemId: recordIdSchema.nullable(),
  meetingId: recordIdSchema.nullable(),
  title: localisedTextSchema,
  place: localisedTextSchema,
  begins: instantSchema,
  zone: timeZoneSchema,
});
export type PlannedMeeting = z.infer<typeof plannedMeetingSchema>;

const openedNowSchema = z.discriminatedUnion('found', [
  z.object({ found: z.enum(['on', 'soon', 'just-ended']), meeting: definitions.meeting.record }),
  z.object({ found: z.literal('none'), next: plannedMeetingSchema.nullable() }),
]);
export type OpenedNow = z.infer<typeof openedNowSchema>;

/** A line of an earlier note with the same organisation that asks or promises something. */
const openAskSchema = z.object({
  kind: z.enum(['ask', 'theirs', 'ours']),
  words: z.string(),
  isSensitive: z.boolean(),
  noteId: recordIdSchema,
  meetingId: recordIdSchema.nullable(),
  day: calendarDateSchema.nullable(),
});
export type OpenAsk = z.infer<typeof openAskSchema>;

const meetingAsksSchema = z.object({
  /** The latest first. */
  asks: z.array(openAskSchema),
  /** Still to be done, the most urgent first. */
  followUps: z.array(definitions['follow-up'].record),
  /** What the organisation asks for in the projects that go on. */
  projects: z.array(z.object({ id: recordIdSchema, title: z.string(), asks: z.string() })),
});
export type MeetingAsks = z.infer<typeof meetingAsksSchema>;

/** Somebody as one line says them; checked like the records that are made of it. */
export const capturedFieldsSchema = z.strictObject({
  chineseName: lineSchema,
  latinName: lineSchema,
  honorific: z.enum(honorifics),
  post: lineSchema,
  organisation: lineSchema,
  phones: z.array(lineSchema).max(20),
  emails: z.array(emailSchema).max(20),
  wechatId: lineSchema,
  remarks: paragraphsSchema,
});
export type CapturedFields = z.infer<typeof capturedFieldsSchema>;

export const meetingChannels = {
  /** Opens the meeting that is on now, by the programme and the clock; made from its item when there is none yet. */
  'meetings:open-now': { input: z.strictObject({}), output: openedNowSchema },
  /** Begins a meeting that stands in no programme, now and here; sent again with the same id it is the same one. */
  'meetings:begin': { input: z.strictObject({ id: recordIdSchema }), output: definitions.meeting.record },
  /** What is still open with those who are met: lines of earlier notes, follow-ups, and what their projects ask for. */
  'meetings:asks': {
    input: z.strictObject({ id: recordIdSchema }),
    output: meetingAsksSchema,
    reads: ['meeting', 'note', 'follow-up', 'investment-project'],
  },
  /**
   * Writes somebody down at once: the person (new, or one who is known), their post, their organisation when it is new,
   * and that they are at the meeting. Sent again with the same `personId` it changes nothing.
   */
  'people:capture': {
    input: z.strictObject({
      personId: recordIdSchema,
      isKnown: z.boolean(),
      meetingId: recordIdSchema.nullable(),
      fields: capturedFieldsSchema,
    }),
    output: z.object({ personId: recordIdSchema, organisationId: recordIdSchema.nullable() }),
  },
} as const;
