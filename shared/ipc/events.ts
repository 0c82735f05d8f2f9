import { z } from 'zod';
import { recordTypes } from '../domain/records';
import type { RecordType } from '../domain/records';

/** What the application menu asks of the window. */
export const menuCommands = [
  'new-trip',
  'new-follow-up',
  'new-person',
  'new-organisation',
  'go-today',
  'go-trips',
  'go-organisations',
  'go-people',
  'go-follow-ups',
  'go-search',
  'find',
  'go-settings',
  'go-trash',
  'undo',
  'redo',
  'print-report',
  'meeting-now',
  'capture-person',
  'keyboard-shortcuts',
  'lock',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

const typesSchema = z.array(z.custom<RecordType>((value) => recordTypes.some((type) => type === value)));

/** What main tells the window: records changed (on disk already), a document's progress, a menu command, closing. */
export const appEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), types: typesSchema }),
  /** Everything was replaced (a restored backup): nothing that the window holds is true any more. */
  z.object({ kind: z.literal('replaced') }),
  z.object({
    kind: z.literal('documents:progress'),
    jobId: z.string(),
    stage: z.enum(['gathering', 'photographs', 'laying-out', 'printing', 'numbering']),
    /** From 0 to 1. */
    done: z.number(),
  }),
  /** How far a backup, or restoring one, is: from 0 to 1. */
  z.object({ kind: z.literal('backups:progress'), jobId: z.string(), done: z.number() }),
  /** How far a trip that is taken along, or a check of what has arrived elsewhere, is: from 0 to 1. */
  z.object({ kind: z.literal('travel:progress'), jobId: z.string(), done: z.number() }),
  /** How far a file that is handed over, or looked at, or taken in, is: from 0 to 1. */
  z.object({ kind: z.literal('hand-over:progress'), jobId: z.string(), done: z.number() }),
  /** A file that was handed over was dropped onto the window, or opened from outside: `hand-over:offered` tells which. */
  z.object({ kind: z.literal('hand-over:offered') }),
  z.object({ kind: z.literal('menu'), command: z.enum(menuCommands) }),
  /** The window is about to close: write what is not yet written, then answer `app:closing-ready` or `app:closing-kept`. */
  z.object({ kind: z.literal('closing') }),
  /** Attaché is about to lock: cover the screen, write and hand over what was typed, then `lock:ready` or `lock:kept`. */
  z.object({ kind: z.literal('locking') }),
  /** Something about the passphrase, or how far the sealing is, has changed. */
  z.object({ kind: z.literal('vault') }),
  /** How it stands with colleagues' changes and the office's server is another now. */
  z.object({ kind: z.literal('sync') }),
  /** Everything can be found now: what was answered before may have left something out. */
  z.object({ kind: z.literal('search:ready') }),
]);
export type AppEvent = z.infer<typeof appEventSchema>;
