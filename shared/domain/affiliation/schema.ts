import { z } from 'zod';
import type { Issue } from '../../result';
import { defineRecord } from '../record';
import { calendarDateSchema, lineSchema, localisedTextSchema, noText, recordIdSchema } from '../values';

/** A person's post at an organisation for a time; a person may hold several at once. */
export const affiliation = defineRecord(
  'affiliation',
  {
    personId: recordIdSchema,
    organisationId: recordIdSchema,
    jobTitle: localisedTextSchema,
    department: lineSchema,
    from: calendarDateSchema.nullable(),
    to: calendarDateSchema.nullable(),
    isPrimary: z.boolean(),
  },
  { jobTitle: noText, department: '', from: null, to: null, isPrimary: false },
  (fields): Issue[] =>
    fields.from !== null && fields.to !== null && fields.to < fields.from
      ? [{ path: 'to', code: 'ends-before-it-begins' }]
      : [],
);
export type Affiliation = z.infer<typeof affiliation.record>;
