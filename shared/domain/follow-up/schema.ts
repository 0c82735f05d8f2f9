import { z } from 'zod';
import { defineRecord } from '../record';
import { calendarDateSchema, instantSchema, lineSchema, paragraphsSchema, recordIdSchema } from '../values';

export const followUpStatuses = ['open', 'in-progress', 'waiting', 'done', 'dropped'] as const;
export const priorities = ['low', 'normal', 'high'] as const;

/** Something that one of us is to do, by a day. */
export const followUp = defineRecord(
  'follow-up',
  {
    title: lineSchema.min(1),
    detail: paragraphsSchema,
    ownerId: recordIdSchema.nullable(),
    due: calendarDateSchema.nullable(),
    remindOn: calendarDateSchema.nullable(),
    priority: z.enum(priorities),
    status: z.enum(followUpStatuses),
    /** When it was last set to done; null while it is not. */
    doneAt: instantSchema.nullable(),
    tripId: recordIdSchema.nullable(),
    meetingId: recordIdSchema.nullable(),
    organisationId: recordIdSchema.nullable(),
    personId: recordIdSchema.nullable(),
    projectId: recordIdSchema.nullable(),
    /** The bureau or department that it was handed to, in words. */
    referredTo: lineSchema,
    /** The note that it was made from, and the words of that line. */
    noteId: recordIdSchema.nullable(),
    noteLine: paragraphsSchema,
  },
  {
    detail: '',
    ownerId: null,
    due: null,
    remindOn: null,
    priority: 'normal',
    status: 'open',
    doneAt: null,
    tripId: null,
    meetingId: null,
    organisationId: null,
    personId: null,
    projectId: null,
    referredTo: '',
    noteId: null,
    noteLine: '',
  },
);
export type FollowUp = z.infer<typeof followUp.record>;
export type FollowUpStatus = FollowUp['status'];
