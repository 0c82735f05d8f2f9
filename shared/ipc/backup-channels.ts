import { z } from 'zod';
import { recordTypes } from '../domain/records';
import { instantSchema, lineSchema, recordIdSchema } from '../domain/values';

const nothing = z.strictObject({});
const inputOfJob = { jobId: recordIdSchema };
/** The passphrase, or recovery key, that a backup from elsewhere was made under. */
const secretSchema = z.string().max(1000).nullable();

const backupSchema = z.object({
  name: z.string(),
  madeAt: instantSchema,
  bytes: z.number(),
  reason: z.enum(['daily', 'migration', 'restore', 'asked', 'import', 'merge']),
  /** Beside the store, in the folder that the person chose, or in both. */
  places: z.array(z.enum(['here', 'there'])),
  isSealed: z.boolean(),
  /** Of this laptop's own store; another laptop may keep its backups on the same disk. */
  isOwn: z.boolean(),
  /** It was looked into and cannot be read. */
  isDamaged: z.boolean(),
});
export type BackupSummary = z.infer<typeof backupSchema>;

/** What became of a record between a backup and now. */
const becomingSchema = z.enum(['added', 'changed', 'trashed', 'brought-back', 'gone']);
export type Becoming = z.infer<typeof becomingSchema>;

/** A backup that was read from beginning to end, and how what is here now differs from it. */
const backupLookSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('good'),
    records: z.number(),
    changes: z.array(z.object({ type: z.string(), became: becomingSchema, count: z.number() })),
  }),
  z.object({ kind: z.literal('damaged') }),
  /** Sealed with a key that is not at hand. */
  z.object({ kind: z.literal('locked') }),
  /** Made by a newer Attaché. */
  z.object({ kind: z.literal('newer') }),
]);
export type BackupLook = z.infer<typeof backupLookSchema>;

/** One record that is not as it was. */
const differingSchema = z.object({
  type: z.string(),
  id: z.string(),
  became: becomingSchema,
  /** What it is called, or was; empty for one that only a newer Attaché can read. */
  title: z.string(),
});
export type DifferingRecord = z.infer<typeof differingSchema>;

const failureSchema = z.object({ code: z.string() });
const backupsStateSchema = z.object({
  /** Why the last backup that should have been made by itself was not. */
  problem: failureSchema.nullable(),
  /** The folder that the person chose besides, on another disk perhaps. */
  other: z
    .object({
      folder: z.string(),
      isThere: z.boolean(),
      /** The attached files that are copied there; null while it is not there. */
      files: z.object({ files: z.number(), missing: z.number() }).nullable(),
      problem: failureSchema.nullable(),
    })
    .nullable(),
});
export type BackupsState = z.infer<typeof backupsStateSchema>;

const restoredSchema = z.object({
  records: z.number(),
  /** The backup that was made of what was here before; null when nothing was here. */
  undo: z.string().nullable(),
  /** Attached files that its records name and that are nowhere to be found. */
  missingFiles: z.number(),
});
export type RestoredBackup = z.infer<typeof restoredSchema>;

/** Those with a `jobId` tell their progress by `backups:progress` events and can be cancelled. */
export const backupChannels = {
  /** The newest first; those that cannot be read are among them. */
  'backups:list': { input: nothing, output: z.array(backupSchema) },
  'backups:state': { input: nothing, output: backupsStateSchema },
  'backups:look': { input: z.strictObject({ name: lineSchema }), output: backupLookSchema, reads: recordTypes },
  /** The records that differ, by what became of them; the first three hundred. */
  'backups:differences': {
    input: z.strictObject({ name: lineSchema }),
    output: z.array(differingSchema),
    reads: recordTypes,
  },
  'backups:make': { input: z.strictObject(inputOfJob), output: backupSchema },
  /** Fails with `backup-locked` when it needs a secret. */
  'backups:restore': {
    input: z.strictObject({ ...inputOfJob, name: lineSchema, secret: secretSchema }),
    output: restoredSchema,
  },
  /**
   * Asks for a backup's file and takes it in; null when the person thought better of it. After `backup-locked` the file
   * stays chosen, to be opened by `backups:restore-chosen`.
   */
  'backups:restore-file': { input: z.strictObject(inputOfJob), output: restoredSchema.nullable() },
  'backups:restore-chosen': { input: z.strictObject({ ...inputOfJob, secret: secretSchema }), output: restoredSchema },
  'backups:cancel': { input: z.strictObject(inputOfJob), output: z.void() },
  /** Asks for a second folder and brings it up to date; null when the person thought better of it. */
  'backups:choose-folder': { input: z.strictObject(inputOfJob), output: backupsStateSchema.nullable() },
  /** Uses the second folder no more; what is in it stays. */
  'backups:forget-folder': { input: nothing, output: z.void() },
  /** Shows the data folder in the system's file browser. */
  'backups:show-folder': { input: nothing, output: z.void() },
} as const;
