import { z } from 'zod';
import { templateGapSchema } from '../documents/template-gaps';
import { documentChoicesSchema, documentFormats, leftOutSchema } from '../documents/choices';
import { largestLetterhead, longestTemplate } from '../domain/document-template/schema';
import { definitions } from '../domain/records';
import { lineSchema, recordIdSchema } from '../domain/values';
import type { RecordType } from '../domain/records';

const jobInput = z.strictObject({ jobId: recordIdSchema });

/** A document as its pages will be printed. `pdf` holds its bytes. */
const madeDocumentSchema = z.object({
  pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  pages: z.int(),
  /** Without its ending. */
  fileName: z.string(),
  leftOut: leftOutSchema,
  /** How many places are left for somebody to fill in, marked 【…】. */
  placeholders: z.int(),
  /** Those that a template of the office's own leaves, from top to bottom. */
  templateGaps: z.array(templateGapSchema).readonly(),
});
export type MadeDocument = z.infer<typeof madeDocumentSchema>;

const printed: readonly RecordType[] = [
  'trip',
  'itinerary-item',
  'delegation-member',
  'meeting',
  'note',
  'follow-up',
  'organisation',
  'person',
  'affiliation',
  'investment-project',
  'attachment',
  'document-template',
];

export const documentChannels = {
  /** Makes a document's pages for the preview. Progress comes as `documents:progress` events of the same job. */
  'documents:make': {
    input: z.strictObject({ jobId: recordIdSchema, tripId: recordIdSchema, choices: documentChoicesSchema }),
    output: madeDocumentSchema,
  },
  'documents:cancel': { input: jobInput, output: z.void() },
  /**
   * Asks where to, and writes the document there in a format; null when the person thought better of it. As PDF the pages
   * are saved that this job made last; another format is made now, as a job of this id.
   */
  'documents:save': {
    input: z.strictObject({
      jobId: recordIdSchema,
      tripId: recordIdSchema,
      choices: documentChoicesSchema,
      format: z.enum(documentFormats),
    }),
    output: z.object({ path: z.string() }).nullable(),
  },
  /** Opens a file saved since the start with the system's program for it. */
  'documents:open': { input: z.strictObject({ path: z.string().max(4096) }), output: z.void() },
  /** Takes a file of text in as a template of the office's own. */
  'document-templates:take-in': {
    input: z.strictObject({
      name: lineSchema.min(1),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 4 * longestTemplate),
    }),
    output: definitions['document-template'].record,
  },
  /** Makes a picture the template's letterhead, in the place of the one before. */
  'document-templates:put-letterhead': {
    input: z.strictObject({
      id: recordIdSchema,
      name: lineSchema.min(1),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= largestLetterhead),
    }),
    output: definitions.attachment.record,
  },
  /** The templates that ship, to begin one's own from. */
  'document-templates:starters': {
    input: z.strictObject({}),
    output: z.array(z.object({ name: z.string(), markdown: z.string() })),
    reads: [],
  },
  /** Asks where to, and writes a template there as a file; null when the person thought better of it. */
  'document-templates:save-file': {
    input: z.strictObject({ id: recordIdSchema }),
    output: z.object({ path: z.string() }).nullable(),
  },
  /** What an external document would leave out. */
  'documents:left-out': {
    input: z.strictObject({ tripId: recordIdSchema, choices: documentChoicesSchema }),
    output: leftOutSchema,
    reads: printed,
  },
} as const;
