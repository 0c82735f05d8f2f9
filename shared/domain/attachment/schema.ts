import { z } from 'zod';
import { defineRecord } from '../record';
import { instantSchema, lineSchema, paragraphsSchema, recordIdSchema } from '../values';

/** The largest file that is taken in, in bytes. */
export const largestFile = 200_000_000;

/** A file beside the store, found by the SHA-256 of its bytes, that belongs to at most one record of each kind named. */
export const attachment = defineRecord(
  'attachment',
  {
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: lineSchema.min(1),
    mime: lineSchema,
    /** In bytes. */
    size: z.int().min(0).max(largestFile),
    caption: paragraphsSchema,
    takenAt: instantSchema.nullable(),
    tripId: recordIdSchema.nullable(),
    meetingId: recordIdSchema.nullable(),
    organisationId: recordIdSchema.nullable(),
    personId: recordIdSchema.nullable(),
    /** The template whose letterhead it is: then it is among nobody's files. */
    documentTemplateId: recordIdSchema.nullable(),
    isInReport: z.boolean(),
    /** Where it stands among its fellows; smaller first. */
    position: z.number(),
  },
  {
    mime: '',
    caption: '',
    takenAt: null,
    tripId: null,
    meetingId: null,
    organisationId: null,
    personId: null,
    documentTemplateId: null,
    isInReport: false,
    position: 0,
  },
);
export type Attachment = z.infer<typeof attachment.record>;
