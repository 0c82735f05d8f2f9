import { z } from 'zod';
import { recordTypes } from '../domain/records';
import type { RecordType } from '../domain/records';
import { instantSchema, recordIdSchema } from '../domain/values';

const nothing = z.strictObject({});
const recordTypeSchema = z.enum(recordTypes as [RecordType, ...RecordType[]]);
const recordSchema = { type: recordTypeSchema, id: recordIdSchema };

/** A record that says two things: two people changed it apart from each other, and what they wrote does not go together. */
const conflictSchema = z.object({
  ...recordSchema,
  title: z.string(),
  /** Where it is shown: the trip, the meeting, the person; empty when that is said by the title. */
  place: z.string(),
  /** Those who wrote the two, by name; empty for somebody who is not known here. */
  writers: z.array(z.string()),
  /** When the later of the two was written, by the clock of the laptop on which it was. */
  at: instantSchema,
});
export type ConflictShown = z.infer<typeof conflictSchema>;

const sideSchema = z.object({
  revision: z.string(),
  by: z.string(),
  isMine: z.boolean(),
  at: instantSchema,
});
export type ConflictSide = z.infer<typeof sideSchema>;

const linesSchema = z.array(z.string()).readonly();

/** A stretch of a text: lines that are agreed on, or that were written differently. */
const stretchSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agreed'), lines: linesSchema }),
  z.object({
    kind: z.literal('disputed'),
    base: linesSchema,
    one: linesSchema,
    other: linesSchema,
  }),
]);
export type ConflictStretch = z.infer<typeof stretchSchema>;

/** One place of a record that is said differently. Null is nothing. */
const differenceSchema = z.object({
  /** `size`; `legalName/zhHans`; `blocks/<id>/markdown`. */
  path: z.string(),
  base: z.json(),
  one: z.json(),
  other: z.json(),
  /** Of a text. */
  stretches: z.array(stretchSchema).readonly().nullable(),
  /** Whether both can be kept beside each other, and whether it can be written anew as a text. */
  canBeBoth: z.boolean(),
  canBeAnew: z.boolean(),
});
export type ConflictDifference = z.infer<typeof differenceSchema>;

const lookSchema = z.object({
  ...recordSchema,
  title: z.string(),
  one: sideSchema,
  other: sideSchema,
  /** How many more states wait behind these two. */
  more: z.number(),
  differences: z.array(differenceSchema),
  /** What ids in the values are called: `<id>` to a title. */
  names: z.record(z.string(), z.string()),
});
export type ConflictLook = z.infer<typeof lookSchema>;

export const conflictChoices = ['one', 'other', 'both', 'anew'] as const;
export type ConflictChoice = (typeof conflictChoices)[number];

const settledSchema = z.object({
  id: recordIdSchema,
  type: z.string(),
  recordId: recordIdSchema,
  title: z.string(),
  path: z.string(),
  one: z.json(),
  other: z.json(),
  choice: z.enum(['mine', 'theirs', 'both', 'anew']).nullable(),
  by: z.string(),
  at: instantSchema.nullable(),
});
export type SettledConflict = z.infer<typeof settledSchema>;

/** What people disagree on, and how it was settled. */
export const conflictChannels = {
  'conflicts:list': { input: nothing, output: z.array(conflictSchema), reads: recordTypes },
  /** The two states that are settled next; null when there is nothing to settle any more. */
  'conflicts:look': { input: z.strictObject(recordSchema), output: lookSchema.nullable(), reads: recordTypes },
  /**
   * Settles the differences between two states that were seen, all of them, for everyone. Fails with `changed-meanwhile`
   * when one of the two is another now, and with `invalid-input` when what was chosen does not go together.
   */
  'conflicts:settle': {
    input: z.strictObject({
      ...recordSchema,
      seen: z.tuple([z.string(), z.string()]),
      choices: z
        .array(z.strictObject({ path: z.string(), choice: z.enum(conflictChoices), anew: z.string().nullable() }))
        .max(2000),
    }),
    output: z.object({ settlement: recordIdSchema }),
  },
  /** Takes a settlement of this session back: both states wait again. Fails with `nothing-to-undo`. */
  'conflicts:take-back': { input: z.strictObject({ settlement: recordIdSchema }), output: z.void() },
  /** What was settled, the last first. */
  'conflicts:settled': { input: nothing, output: z.array(settledSchema), reads: recordTypes },
} as const;

const newsSchema = z.object({
  count: z.number(),
  /** Those who changed something, by name. */
  writers: z.array(z.string()),
  /** The last forty, the last first. */
  changes: z.array(
    z.object({
      ...recordSchema,
      title: z.string(),
      subject: z.object(recordSchema).nullable(),
      by: z.string(),
      at: instantSchema,
      became: z.enum(['added', 'changed', 'trashed']),
    }),
  ),
});
export type NewsShown = z.infer<typeof newsSchema>;

/** What colleagues changed of a record, and of what belongs to it, since somebody here last looked. */
export const newsChannels = {
  'news:about': { input: z.strictObject(recordSchema), output: newsSchema, reads: recordTypes },
  'news:looked': { input: z.strictObject(recordSchema), output: z.void() },
} as const;

const problemSchema = z.object({ code: z.string(), reason: z.string(), since: instantSchema });

const syncStateSchema = z.object({
  /** The office's server; null when none was set up. */
  server: z
    .object({
      address: z.string(),
      user: z.string(),
      /** The password is kept in the system's keychain; else it is asked for after each start. */
      isPasswordKept: z.boolean(),
      needsPassword: z.boolean(),
    })
    .nullable(),
  /** A round under way: how many changes came and went. */
  round: z.object({ received: z.number(), sent: z.number() }).nullable(),
  /** When everything was last the same here and there; null: never. */
  upToDateAt: instantSchema.nullable(),
  /** Changes of this laptop that have not been sent. */
  waiting: z.number(),
  /** Why the last round did not end well, and since when; null when it did. */
  problem: problemSchema.nullable(),
  /** Records of which something would not be taken, by title. */
  heldBack: z.array(z.object({ type: z.string(), title: z.string(), why: z.string() })),
  /** How many changes of colleagues could not be read. */
  unreadable: z.number(),
  conflicts: z.number(),
});
export type SyncState = z.infer<typeof syncStateSchema>;

/** Meeting colleagues through the office's server. */
export const syncChannels = {
  /** Told anew by the event `sync`. */
  'sync:state': { input: nothing, output: syncStateSchema },
  /** Signs in, and keeps address and name when that went well; then goes on in the background. */
  'sync:connect': {
    input: z.strictObject({
      address: z.string().max(2000),
      user: z.string().max(300),
      password: z.string().max(1000),
    }),
    output: z.void(),
  },
  /** Begins a round now, unless one is under way; answers when it has ended. */
  'sync:now': { input: nothing, output: z.void() },
  /** Ends the round that is under way; nothing of it is lost. */
  'sync:stop': { input: nothing, output: z.void() },
  /** Forgets the server. What is here stays here, and what is there stays there. */
  'sync:forget': { input: nothing, output: z.void() },
} as const;
