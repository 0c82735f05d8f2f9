import { z } from 'zod';
import type { Issue } from '../../result';
import { defineRecord } from '../record';
import { instantSchema, markdownSchema, recordIdSchema } from '../values';

/** One author's part of a note. Two people who write at once get a block each, so that their words never interleave. */
export const noteBlockSchema = z.strictObject({
  id: recordIdSchema,
  authorId: recordIdSchema,
  begunAt: instantSchema,
  markdown: markdownSchema,
});
export type NoteBlock = z.infer<typeof noteBlockSchema>;

/** What was written down about one meeting, organisation, person or trip. */
export const note = defineRecord(
  'note',
  {
    meetingId: recordIdSchema.nullable(),
    organisationId: recordIdSchema.nullable(),
    personId: recordIdSchema.nullable(),
    tripId: recordIdSchema.nullable(),
    blocks: z.array(noteBlockSchema).max(2000),
  },
  { meetingId: null, organisationId: null, personId: null, tripId: null, blocks: [] },
  (fields): Issue[] => {
    const subjects = [fields.meetingId, fields.organisationId, fields.personId, fields.tripId];
    return subjects.filter((id) => id !== null).length === 1 ? [] : [{ path: '', code: 'exactly-one-subject' }];
  },
);
export type Note = z.infer<typeof note.record>;
