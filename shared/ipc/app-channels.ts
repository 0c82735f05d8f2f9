import { z } from 'zod';
import { definitions, recordTypes } from '../domain/records';
import type { RecordType } from '../domain/records';
import { instantSchema, lineSchema, markdownSchema, recordIdSchema } from '../domain/values';
import { languageChoices, windowLanguages } from '../languages';
import { subjectSchema } from './subject';

const nothing = z.strictObject({});
const recordTypeSchema = z.custom<RecordType>((value) => recordTypes.some((type) => type === value));

export const colourSchemes = ['auto', 'light', 'dark'] as const;
const settingsPatchSchema = z.strictObject({
  colourScheme: z.enum(colourSchemes).optional(),
  /** Remembered places of the screens: sorting, filters, the last tab. Small texts by name. */
  places: z.record(z.string().max(100), z.string().max(2000)).optional(),
  /** Who works at this laptop. */
  meId: recordIdSchema.optional(),
});
const settingsSchema = z.object({
  meId: recordIdSchema,
  colourScheme: z.enum(colourSchemes),
  places: z.record(z.string(), z.string()),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What the person must be told about the store when it was opened. */
const storeNoticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('restored-after-damage'),
    quarantined: z.string(),
    backup: z.string(),
    madeAt: instantSchema,
  }),
  z.object({ kind: z.literal('empty-after-damage'), quarantined: z.string() }),
  /**
   * `count` lines could not be read and are kept in `file` (null when they could not be copied and stay where they are);
   * at least `missing` records left no trace. `fetched` of them were taken from the backup of `madeAt`.
   */
  z.object({
    kind: z.literal('set-aside'),
    count: z.number(),
    missing: z.number(),
    file: z.string().nullable(),
    fetched: z.number(),
    madeAt: instantSchema.nullable(),
  }),
  /** Records of another version that are carried along but cannot be shown. */
  z.object({ kind: z.literal('unreadable-records'), count: z.number() }),
  /** Files beside ours that a cloud service seems to have made of ours. */
  z.object({ kind: z.literal('conflict-copies'), names: z.array(z.string()) }),
  /** The files of the store could not be put in order, which takes room but loses nothing; `code` is a Failure's. */
  z.object({ kind: z.literal('cannot-tidy'), code: z.string() }),
  /** Nothing can be changed: the folder lets nobody write. */
  z.object({ kind: z.literal('read-only-folder') }),
  /** Nothing can be changed: the store is of a newer version and is only shown. */
  z.object({ kind: z.literal('newer-version'), found: z.number(), known: z.number() }),
  z.object({ kind: z.literal('settings-reset'), quarantined: z.string() }),
]);
export type StoreNotice = z.infer<typeof storeNoticeSchema>;

const startStateSchema = z.discriminatedUnion('kind', [
  /** Nothing is here yet: ask how to begin. */
  z.object({ kind: z.literal('fresh'), suggestedName: z.string(), notices: z.array(storeNoticeSchema) }),
  z.object({ kind: z.literal('ready'), notices: z.array(storeNoticeSchema) }),
  /** There is a passphrase: nothing can be read before it is given. */
  z.object({ kind: z.literal('locked') }),
  /** The store was written by a newer Attaché and is not touched. */
  z.object({ kind: z.literal('newer-version'), found: z.number(), known: z.number(), folder: z.string() }),
  z.object({ kind: z.literal('unreadable'), reason: z.string(), folder: z.string() }),
]);
export type StartState = z.infer<typeof startStateSchema>;

const trashedSchema = z.object({
  type: recordTypeSchema,
  id: recordIdSchema,
  title: z.string(),
  deletedAt: instantSchema,
  /** How many records went with it and come back with it. */
  parts: z.number(),
});
export type TrashedRecord = z.infer<typeof trashedSchema>;

/** What an undo or redo did, for the notification: the verb and the kind of record. */
const undoneSchema = z.object({ verb: z.string(), type: z.string() });
const historyStateSchema = z.object({ undo: undoneSchema.nullable(), redo: undoneSchema.nullable() });
export type HistoryState = z.infer<typeof historyStateSchema>;

const languageSchema = z.object({ chosen: z.enum(languageChoices), shown: z.enum(windowLanguages) });
export type Language = z.infer<typeof languageSchema>;

export const appChannels = {
  'start:state': { input: nothing, output: startStateSchema },
  /** Makes the sample trip beside a person record for the officer, whose name may be in any script. */
  'start:explore-sample': {
    input: z.strictObject({ name: lineSchema.trim().min(1) }),
    output: z.object({ tripId: recordIdSchema }),
  },
  'start:empty': { input: z.strictObject({ name: lineSchema.trim().min(1) }), output: z.void() },

  /** In which language Attaché speaks; answered while it is locked too. `shown` is never 'system'. */
  'language:get': { input: nothing, output: languageSchema },
  'language:choose': { input: z.strictObject({ language: z.enum(languageChoices) }), output: languageSchema },

  'settings:get': { input: nothing, output: settingsSchema },
  'settings:update': { input: settingsPatchSchema, output: settingsSchema },

  'history:state': { input: nothing, output: historyStateSchema },
  /** Takes back the last step; with `about`, the last one that changed this record, if nothing has built on it since. */
  'history:undo': {
    input: z.strictObject({ about: z.strictObject({ type: recordTypeSchema, id: recordIdSchema }).optional() }),
    output: undoneSchema,
  },
  'history:redo': { input: nothing, output: undoneSchema },

  'trash:list': { input: nothing, output: z.array(trashedSchema), reads: recordTypes },
  'trash:restore': { input: z.strictObject({ type: recordTypeSchema, id: recordIdSchema }), output: z.void() },

  /**
   * Writes one block of a note and answers when it is on the disk. Sent again it changes nothing, so that an autosave
   * may be repeated; the note and the block are made when they are not there yet. A block is only ever its author's.
   */
  'notes:write': {
    input: z.strictObject({
      noteId: recordIdSchema,
      subject: subjectSchema,
      blockId: recordIdSchema,
      markdown: markdownSchema,
    }),
    output: definitions.note.record,
  },

  /** The window has nothing left to write and may be closed. */
  'app:closing-ready': { input: nothing, output: z.void() },

  /** The window stays open: the person is asked about a form in it, or words could not be written. */
  'app:closing-kept': { input: z.strictObject({ because: z.enum(['form', 'unwritten']) }), output: z.void() },

  'app:about': {
    input: nothing,
    output: z.object({ version: z.string(), electron: z.string(), chromium: z.string(), folder: z.string() }),
  },
} as const;
