import { z } from 'zod';
import type { Issue } from '../../result';
import { chinaTime } from '../../dates';
import { defineRecord } from '../record';
import {
  calendarDateSchema,
  localisedTextSchema,
  noText,
  paragraphsSchema,
  recordIdSchema,
  timeZoneSchema,
  wallTimeSchema,
} from '../values';

export const meetingKinds = ['visit', 'meeting', 'call', 'reception', 'exhibition', 'banquet'] as const;
export const meetingStatuses = ['draft', 'complete'] as const;

/** What really took place: from a programme item, or on its own (a call, a reception). */
export const meeting = defineRecord(
  'meeting',
  {
    tripId: recordIdSchema.nullable(),
    itineraryItemId: recordIdSchema.nullable(),
    kind: z.enum(meetingKinds),
    title: localisedTextSchema,
    organisationIds: z.array(recordIdSchema).max(50),
    day: calendarDateSchema,
    /** When it really began and ended, at the local time of the place. */
    start: wallTimeSchema.nullable(),
    end: wallTimeSchema.nullable(),
    zone: timeZoneSchema,
    /** Who was there, each side in order of precedence. */
    ourAttendeeIds: z.array(recordIdSchema).max(200),
    theirAttendeeIds: z.array(recordIdSchema).max(500),
    outcome: paragraphsSchema,
    /** What the enterprise intends to do in Hong Kong, in words for the report. */
    intention: paragraphsSchema,
    status: z.enum(meetingStatuses),
  },
  {
    tripId: null,
    itineraryItemId: null,
    kind: 'meeting',
    title: noText,
    organisationIds: [],
    start: null,
    end: null,
    zone: chinaTime,
    ourAttendeeIds: [],
    theirAttendeeIds: [],
    outcome: '',
    intention: '',
    status: 'draft',
  },
  (fields): Issue[] =>
    fields.start !== null && fields.end !== null && fields.end < fields.start
      ? [{ path: 'end', code: 'ends-before-it-begins' }]
      : [],
);
export type Meeting = z.infer<typeof meeting.record>;
