import { z } from 'zod';
import { defineRecord } from '../record';
import { instantSchema, recordIdSchema } from '../values';
import { noteBlockSchema } from '../note/schema';

/** A note as it was at one moment, kept so that words which were written over can be read again and come back. */
export const noteVersion = defineRecord(
  'note-version',
  {
    noteId: recordIdSchema,
    /** When the note came to read so, and who had written last. */
    keptAt: instantSchema,
    writtenBy: recordIdSchema,
    /** Empty once a version has been thinned out; it is in the Trash then, by itself. */
    blocks: z.array(noteBlockSchema).max(2000),
  },
  { blocks: [] },
);
export type NoteVersion = z.infer<typeof noteVersion.record>;
