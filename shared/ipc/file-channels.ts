import { z } from 'zod';
import { largestFile } from '../domain/attachment/schema';
import { definitions } from '../domain/records';
import { lineSchema, recordIdSchema } from '../domain/values';
import { subjectSchema } from './subject';

const oneFile = z.strictObject({ id: recordIdSchema });
const bytesSchema = z.instanceof(Uint8Array);

/** In bytes; a thumbnail of the size that is made here is a tenth of it. */
export const largestThumbnail = 400_000;

/** What became of the place where a photograph was taken. `may-remain`: it is of a kind that cannot be searched for it. */
export const placeOutcomes = ['none', 'removed', 'kept', 'may-remain'] as const;

const addedSchema = z.object({
  attachment: definitions.attachment.record,
  /** It was among the files of the same record before: then that one is answered, and there is none more. */
  isThereAlready: z.boolean(),
  place: z.enum(placeOutcomes),
});
export type AddedFile = z.infer<typeof addedSchema>;

/** Files and photographs: their bytes, their thumbnails, their order and other programs that open them. */
export const fileChannels = {
  'attachments:add': {
    input: z.strictObject({
      subject: subjectSchema,
      name: lineSchema.min(1),
      mime: lineSchema,
      bytes: bytesSchema.refine((bytes) => bytes.byteLength <= largestFile),
      /** Leaves in the photograph where it was taken. */
      isPlaceKept: z.boolean(),
      /** Files of one run are one step of undo. */
      run: z.string().min(1).max(64),
      /** What it is of the person whose file it becomes. */
      as: z.enum(['photograph', 'card']).optional(),
    }),
    output: addedSchema,
  },
  'attachments:read': { input: oneFile, output: bytesSchema },
  /** The small picture that was made of a file; null while there is none. */
  'attachments:thumbnail': { input: oneFile, output: bytesSchema.nullable() },
  /** Keeps the small picture that the window has made of a file. */
  'attachments:keep-thumbnail': {
    input: oneFile.extend({ bytes: bytesSchema.refine(({ byteLength }) => byteLength <= largestThumbnail) }),
    output: z.void(),
  },
  /** Puts files into this order, by one change. */
  'attachments:arrange': { input: z.strictObject({ ids: z.array(recordIdSchema).max(10_000) }), output: z.void() },
  /** Has the report print these files, or not, by one change. */
  'attachments:choose': {
    input: z.strictObject({ ids: z.array(recordIdSchema).max(10_000), isInReport: z.boolean() }),
    output: z.void(),
  },
  /** Asks whether to, and opens a copy in the system's program; false when the person thought better of it. */
  'attachments:open': { input: oneFile, output: z.boolean() },
  /** Asks where to, and writes a copy there; null when the person thought better of it. */
  'attachments:save-copy': { input: oneFile, output: z.object({ path: z.string() }).nullable() },
} as const;
