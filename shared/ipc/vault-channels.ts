import { z } from 'zod';
import { instantSchema } from '../domain/values';

const nothing = z.strictObject({});
/** Longer than anybody types, so that nobody can keep main busy with one. */
const passphraseSchema = z.string().min(1).max(1000);

/** After how many idle minutes Attaché locks by itself; 0 is never. */
export const lockAfterChoices = [1, 5, 15, 30, 0] as const;
export type LockAfter = (typeof lockAfterChoices)[number];
export const lockAfterSchema = z.union(lockAfterChoices.map((minutes) => z.literal(minutes)));

/** What is being written anew when the protection was turned on or is being turned off. */
export const sealingStages = ['records', 'files', 'backups', 'aside'] as const;
const sealingWorkSchema = z.object({
  to: z.enum(['sealed', 'readable']),
  stage: z.enum(sealingStages),
  /** From 0 to 1, of this stage. */
  done: z.number(),
  /** In files, where they are counted. */
  count: z.object({ done: z.number(), total: z.number() }).nullable(),
});
export type SealingWork = z.infer<typeof sealingWorkSchema>;

const vaultStatusSchema = z.object({
  /** There is a passphrase that has taken effect. */
  isSet: z.boolean(),
  wrongTries: z.number(),
  /** How long the next try has to wait. */
  waitSeconds: z.number(),
  isInKeychain: z.boolean(),
  canUseKeychain: z.boolean(),
  /** A passphrase or recovery key that was replaced opens it still, because the disk failed just then. */
  hasOlderKeys: z.boolean(),
  lockAfterMinutes: lockAfterSchema,
  /** It was unlocked by the recovery key, so a new passphrase may be set without the old one. */
  mayRenewPassphrase: z.boolean(),
  /** What is being written anew just now. */
  work: sealingWorkSchema.nullable(),
  /** How many files could not be sealed the last time and are still readable; null while that is not known. */
  left: z.number().nullable(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

/** Where the window was; it holds ids, and never words that somebody typed. */
export const placeSchema = z.string().regex(/^\/[\w/-]{0,200}$/);

/** What somebody had typed into a form and not saved, by the form's own name. */
const draftSchema = z.object({
  key: z.string().min(1).max(400),
  values: z.record(z.string().max(100), z.json()),
});
export type Draft = z.infer<typeof draftSchema>;
const keptDraftSchema = draftSchema.extend({ place: z.string(), keptAt: instantSchema });
export type KeptDraft = z.infer<typeof keptDraftSchema>;

export const vaultChannels = {
  'vault:status': { input: nothing, output: vaultStatusSchema },
  'vault:unlock': {
    input: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('passphrase'), passphrase: passphraseSchema }),
      z.strictObject({ by: z.literal('recovery-key'), recoveryKey: z.string().min(1).max(200) }),
      z.strictObject({ by: z.literal('keychain') }),
    ]),
    /** Where the window was when it was locked, and whether a new passphrase should be chosen now. */
    output: z.object({ place: placeSchema.nullable(), mayRenewPassphrase: z.boolean() }),
  },

  /** Makes the keys and tells the recovery key this one time; nothing is sealed before `vault:protect`. */
  'vault:begin': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: z.object({ recoveryKey: z.string() }),
  },
  /** The recovery key was written down: answers when the records are sealed; the rest goes on by itself. */
  'vault:protect': { input: nothing, output: z.void() },
  /** Thought better of it before `vault:protect`. */
  'vault:give-up': { input: nothing, output: z.void() },
  /**
   * Writes everything readable again and forgets the keys; answers at the end. Fails with `still-sealed` when files could
   * not be opened; with `isEvenSo` a copy of the keys is kept beside them in the quarantine instead.
   */
  'vault:turn-off': {
    input: z.strictObject({ passphrase: passphraseSchema, isEvenSo: z.boolean() }),
    output: z.void(),
  },

  /** `current` may be null after unlocking by the recovery key. */
  'vault:change-passphrase': {
    input: z.strictObject({ current: passphraseSchema.nullable(), next: passphraseSchema }),
    output: z.void(),
  },
  'vault:renew-recovery-key': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: z.object({ recoveryKey: z.string() }),
  },
  'vault:use-keychain': { input: z.strictObject({ isWanted: z.boolean() }), output: z.void() },
  'vault:lock-after': { input: z.strictObject({ minutes: lockAfterSchema }), output: z.void() },

  /** Asks for locking; the window is then told `locking`. Fails with `not-protected` while there is no passphrase. */
  'lock:ask': { input: nothing, output: z.void() },
  /** Everything is written and the drafts are handed over: the window is taken away, unless it is not locked after all. */
  'lock:ready': {
    input: z.strictObject({ place: placeSchema.nullable() }),
    output: z.object({ isLocked: z.boolean() }),
  },
  /** Words could not be written, so it must not be locked now. */
  'lock:kept': { input: nothing, output: z.void() },

  /** Keeps unsaved input of the forms on the screen; one without values takes back what was kept of it. */
  'drafts:keep': {
    input: z.strictObject({
      place: placeSchema,
      drafts: z
        .array(z.strictObject({ key: draftSchema.shape.key, values: draftSchema.shape.values.nullable() }))
        .max(50),
    }),
    output: z.void(),
  },
  'drafts:list': { input: nothing, output: z.array(keptDraftSchema) },
} as const;
