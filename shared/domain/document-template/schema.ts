import { z } from 'zod';
import { defineRecord } from '../record';
import { lineSchema, recordIdSchema } from '../values';

/** The longest template that is taken, in characters: some hundred pages. */
export const longestTemplate = 200_000;

/** The largest letterhead that is taken, in bytes. */
export const largestLetterhead = 20_000_000;

/** A kind of document of the office's own: Markdown with fields in double braces, which a trip fills in. */
export const documentTemplate = defineRecord(
  'document-template',
  {
    name: lineSchema.min(1),
    markdown: z.string().max(longestTemplate),
    /** The picture at the head of its first page: an attachment that is a part of the template. */
    letterheadId: recordIdSchema.nullable(),
  },
  { markdown: '', letterheadId: null },
);
export type DocumentTemplate = z.infer<typeof documentTemplate.record>;
