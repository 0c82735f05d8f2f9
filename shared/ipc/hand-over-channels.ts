import { z } from 'zod';
import { instantSchema, localisedTextSchema, recordIdSchema } from '../domain/values';

const nothing = z.strictObject({});
const inputOfJob = { jobId: recordIdSchema };
const passphraseSchema = z.string().max(1000);

/** What becomes of the records of a file that was handed over; each is counted once. */
const countsSchema = z.object({
  /** Were not here. */
  added: z.number(),
  /** Were changed by colleagues alone. */
  updated: z.number(),
  /** Were changed here, too, and what was changed goes together. */
  merged: z.number(),
  /** Were changed here, too, and say two things until somebody settles them. */
  disputed: z.number(),
  /** Say nothing that is not known here. */
  known: z.number(),
  /** Of which this Attaché can make nothing. */
  unreadable: z.number(),
});
export type HandOverCounts = z.infer<typeof countsSchema>;

const writtenSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  records: z.number(),
  files: z.number(),
  /** Files that could not be read here and are not in it. */
  lacking: z.number(),
});
export type HandedOver = z.infer<typeof writtenSchema>;

const chosenSchema = z.object({ name: z.string(), bytes: z.number() });
export type ChosenHandOver = z.infer<typeof chosenSchema>;

const titleSchema = z.object({ type: z.string(), title: z.string() });

const previewSchema = z.object({
  name: z.string(),
  /** Who made it, by name; empty for somebody whose name is neither here nor in it. */
  madeBy: z.string(),
  /** It was made on this very computer. */
  isOwn: z.boolean(),
  madeAt: instantSchema,
  holds: z.enum(['trip', 'everything', 'news']),
  tripTitle: localisedTextSchema.nullable(),
  counts: countsSchema,
  /** The first hundred of those that were changed here and there. */
  merged: z.array(titleSchema),
  disputed: z.array(titleSchema),
  /** Files that are not here yet. */
  files: z.object({ count: z.number(), bytes: z.number() }),
  /** Files that it names, that could not be read where it was made, and that are not here either. */
  lacking: z.number(),
  /** Nobody here has met any of these records before. */
  isStranger: z.boolean(),
});
export type HandOverPreview = z.infer<typeof previewSchema>;

const receiptSchema = z.object({
  counts: countsSchema,
  files: z.number(),
  lacking: z.number(),
  /** Everything as it was before is in a backup. */
  isBackedUp: z.boolean(),
});
export type HandOverReceipt = z.infer<typeof receiptSchema>;

/** Records that go from hand to hand in one locked file. Those with a `jobId` tell `hand-over:progress` and can be cancelled. */
export const handOverChannels = {
  /**
   * Asks for a place and writes one trip, or everything (null), there. Null when the person thought better of it. Fails
   * with `passphrase-too-short`.
   */
  'hand-over:write': {
    input: z.strictObject({ ...inputOfJob, tripId: recordIdSchema.nullable(), passphrase: passphraseSchema }),
    output: writtenSchema.nullable(),
  },
  /** Shows the file that was written last in the system's file browser. */
  'hand-over:show': { input: nothing, output: z.void() },
  /** Asks for a file that was handed over; it stays chosen. Null when the person thought better of it. */
  'hand-over:choose': { input: nothing, output: chosenSchema.nullable() },
  /** The file that was dropped onto the window or opened from outside, once; it is chosen then. Null when there is none. */
  'hand-over:offered': { input: nothing, output: chosenSchema.nullable() },
  /** Verifies all of the chosen file and says what taking it in would come to. Changes nothing. */
  'hand-over:look': {
    input: z.strictObject({ ...inputOfJob, passphrase: passphraseSchema }),
    output: previewSchema,
  },
  /**
   * Takes in what was looked at. Records that nobody here has met before are taken in only when the person wants them all
   * the same; else it fails with `bundle-of-another-space`.
   */
  'hand-over:take': {
    input: z.strictObject({ ...inputOfJob, wantsStrangers: z.boolean() }),
    output: receiptSchema,
  },
  'hand-over:cancel': { input: z.strictObject(inputOfJob), output: z.void() },
} as const;
