import { z } from 'zod';
import { defineRecord } from '../record';
import { instantSchema, lineSchema, recordIdSchema } from '../values';

/** Two people changed one field of one record apart from each other; both values are kept until a person settles it. */
export const conflict = defineRecord(
  'conflict',
  {
    recordType: lineSchema,
    recordId: recordIdSchema,
    field: lineSchema,
    base: z.json(),
    mine: z.json(),
    theirs: z.json(),
    settled: z.enum(['mine', 'theirs', 'both', 'anew']).nullable(),
    settledBy: recordIdSchema.nullable(),
    settledAt: instantSchema.nullable(),
  },
  { base: null, settled: null, settledBy: null, settledAt: null },
);
export type Conflict = z.infer<typeof conflict.record>;
