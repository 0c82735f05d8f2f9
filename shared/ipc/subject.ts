import { z } from 'zod';
import { recordIdSchema } from '../domain/values';

/** The record that a note, file or list belongs to. */
export const subjectSchema = z.strictObject({
  type: z.enum(['meeting', 'organisation', 'person', 'trip']),
  id: recordIdSchema,
});
export type Subject = z.infer<typeof subjectSchema>;

/** The subject as the field by which records name it: `{ meetingId }`, `{ organisationId }`, … */
export function asReference({ type, id }: Subject): { [T in Subject['type'] as `${T}Id`]?: string } {
  switch (type) {
    case 'meeting':
      return { meetingId: id };
    case 'organisation':
      return { organisationId: id };
    case 'person':
      return { personId: id };
    case 'trip':
      return { tripId: id };
  }
}
