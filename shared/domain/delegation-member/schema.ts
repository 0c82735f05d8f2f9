import { z } from 'zod';
import { defineRecord } from '../record';
import { lineSchema, paragraphsSchema, recordIdSchema } from '../values';

export const delegationRoles = ['head', 'member', 'liaison', 'interpreter', 'security'] as const;

/** One of our own people on one trip. */
export const delegationMember = defineRecord(
  'delegation-member',
  {
    tripId: recordIdSchema,
    personId: recordIdSchema,
    role: z.enum(delegationRoles),
    /** Order of precedence: 1 stands first. Equal numbers fall back to the name. */
    precedence: z.int().min(1).max(999),
    travelContact: lineSchema,
    dietaryNeeds: paragraphsSchema,
    accessNeeds: paragraphsSchema,
  },
  { role: 'member', travelContact: '', dietaryNeeds: '', accessNeeds: '' },
);
export type DelegationMember = z.infer<typeof delegationMember.record>;
