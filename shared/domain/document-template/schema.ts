import { z } from 'zod';
import { defineRecord } from '../record';
import { lineSchema, recordIdSchema } from '../values';

/** The longest template that is taken, in characters: some hundred pages. */
export const longestTemplate = 200_000;

/** A kind of document of the office's own: Markdown with fields in double braces, which a trip fills in. */
export const documentTemplate = defineRecord(
  'document-template',
  {
    name: lineSchema.min(1),
    markdown: z.string().max(longestTemplate),
    /** The picture at the head of its first page. */
    letterheadId: recordIdSchema.nullable(),
  },
  { markdown: '', letterheadId: null },
);
export type DocumentTemplate = z.infer<typeof documentTemplate.record>;
