import { z } from 'zod';
import { linkAddress } from '../domain/note/link';
import { definitions } from '../domain/records';
import { instantSchema, recordIdSchema } from '../domain/values';

const versionSummarySchema = z.object({
  id: recordIdSchema,
  keptAt: instantSchema,
  writtenBy: recordIdSchema,
  characters: z.number(),
  /** How many characters more than in the version before it; negative when there are fewer. */
  difference: z.number(),
});
export type NoteVersionSummary = z.infer<typeof versionSummarySchema>;

const idInput = z.strictObject({ id: recordIdSchema });

export const noteChannels = {
  /** The versions of a note, the newest first, without their words. */
  'notes:versions': {
    input: z.strictObject({ noteId: recordIdSchema }),
    output: z.array(versionSummarySchema),
    reads: ['note-version', 'note'],
  },
  'notes:version': { input: idInput, output: definitions['note-version'].record, reads: ['note-version'] },
  /** Asks whether another program is to open the address, and lets it; answers whether the person wanted it. */
  'notes:open-link': {
    input: z.strictObject({ address: z.string().max(4000).regex(linkAddress) }),
    output: z.boolean(),
  },
  /** Sets one's own words back to a version's; the present state is kept as a version first. */
  'notes:restore-version': { input: idInput, output: definitions.note.record },
} as const;
