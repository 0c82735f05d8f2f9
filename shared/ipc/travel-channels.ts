import { z } from 'zod';
import { recordTypes } from '../domain/records';
import type { RecordType } from '../domain/records';
import { recordIdSchema } from '../domain/values';

const nothing = z.strictObject({});
const inputOfJob = { jobId: recordIdSchema };
/** The passphrase that a folder is made with, or the passphrase or recovery key that opens it. */
const secretSchema = z.string().max(1000).nullable();

const countsSchema = z.record(z.enum(recordTypes as [RecordType, ...RecordType[]]), z.number());

/** What goes along with a trip, and what stays: records by kind, apart from what is in the Trash. */
const luggageSchema = z.object({
  going: countsSchema,
  staying: countsSchema,
  /** Of what goes, how many are in the Trash. */
  inTrash: z.number(),
  files: z.object({ count: z.number(), bytes: z.number() }),
});
export type LuggageShown = z.infer<typeof luggageSchema>;

const packedSchema = z.object({
  folder: z.string(),
  records: z.number(),
  files: z.number(),
  /** Files that could not be read here and are missing there. */
  missingFiles: z.number(),
  /** Told this one time; null without a passphrase. */
  recoveryKey: z.string().nullable(),
});
export type PackedShown = z.infer<typeof packedSchema>;

const placeSchema = z.object({
  kind: z.enum(['copy', 'backups']),
  folder: z.string(),
  isProtected: z.boolean(),
});
export type PlaceShown = z.infer<typeof placeSchema>;

const whySchema = z.enum(['missing', 'older']);
/** What has not arrived, by kind: `file` for the content of an attachment, `aside` for what was set aside as damaged. */
const missingSchema = z.object({
  type: z.string(),
  count: z.number(),
  /** The first two hundred. */
  titles: z.array(z.object({ title: z.string(), why: whySchema })),
});
export type MissingShown = z.infer<typeof missingSchema>;

const arrivalSchema = z.object({
  isComplete: z.boolean(),
  records: z.number(),
  files: z.number(),
  missing: z.array(missingSchema),
  /** Names of files that cannot be read here either. */
  lost: z.array(z.string()),
});
export type ArrivalShown = z.infer<typeof arrivalSchema>;

/** Those with a `jobId` tell their progress by `travel:progress` events and can be cancelled. */
export const travelChannels = {
  'travel:look': { input: z.strictObject({ tripId: recordIdSchema }), output: luggageSchema, reads: recordTypes },
  /**
   * Asks for the folder in which a copy is to be made; it stays chosen until another is. Null when the person thought
   * better of it. The passphrase is needed when this computer's own data is protected.
   */
  'travel:choose-destination': { input: nothing, output: z.object({ folder: z.string() }).nullable() },
  'travel:take': {
    input: z.strictObject({ ...inputOfJob, tripId: recordIdSchema, passphrase: secretSchema }),
    output: packedSchema,
  },
  'travel:copy-everything': {
    input: z.strictObject({ ...inputOfJob, passphrase: secretSchema }),
    output: packedSchema,
  },
  'travel:cancel': { input: z.strictObject(inputOfJob), output: z.void() },
  /** Shows the copy that was made last in the system's file browser. */
  'travel:show-packed': { input: nothing, output: z.void() },

  /** What must be known before this computer is emptied. */
  'travel:before-emptying': {
    input: nothing,
    output: z.object({
      /** The other folder of backups, which is not touched; null when there is none. */
      otherBackupFolder: z.string().nullable(),
      /** Forms with unsaved input that was kept. */
      drafts: z.number(),
    }),
  },
  /** Asks for a folder in which everything may have arrived; it stays chosen. Null when the person thought better of it. */
  'travel:choose-arrival': { input: nothing, output: placeSchema.nullable() },
  /** Takes the copy that was made last for that place. */
  'travel:choose-packed': { input: nothing, output: placeSchema },
  /** Reads everything there. Fails with `passphrase-needed` and as unlocking does. */
  'travel:check': { input: z.strictObject({ ...inputOfJob, secret: secretSchema }), output: arrivalSchema },
  /**
   * Removes everything, when the last check found all of it and nothing was changed since; else fails with `not-checked`.
   * The program ends and begins anew.
   */
  'travel:empty': { input: nothing, output: z.void() },

  /** Asks for a folder that was packed on another computer; it stays chosen. Null when the person thought better of it. */
  'start:choose-trip-folder': {
    input: nothing,
    output: z.object({ name: z.string(), isProtected: z.boolean() }).nullable(),
  },
  /** Copies that folder into this computer, on which there is nothing yet; it is protected then if the folder is. */
  'start:open-trip-folder': {
    input: z.strictObject({ ...inputOfJob, secret: secretSchema }),
    output: z.object({
      what: z.enum(['trip', 'everything']),
      records: z.number(),
      files: z.number(),
    }),
  },
} as const;
