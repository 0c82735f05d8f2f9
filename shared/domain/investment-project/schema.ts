import { z } from 'zod';
import { defineRecord } from '../record';
import { calendarDateSchema, instantSchema, lineSchema, paragraphsSchema, recordIdSchema } from '../values';

export const projectStages = [
  'identified',
  'contacted',
  'visited',
  'interested',
  'negotiating',
  'committed',
  'landed',
  'aftercare',
] as const;
export const projectStandings = ['ongoing', 'delayed', 'dormant', 'lost', 'won'] as const;
export const projectFunctions = [
  'regional-hq',
  'research',
  'treasury',
  'listing',
  'manufacturing',
  'data',
  'sales',
] as const;
export const likelihoods = ['unknown', 'low', 'medium', 'high'] as const;

export const stageMoveSchema = z.strictObject({
  from: z.enum(projectStages).nullable(),
  to: z.enum(projectStages),
  at: instantSchema,
  by: recordIdSchema,
  meetingId: recordIdSchema.nullable(),
});
export type StageMove = z.infer<typeof stageMoveSchema>;

/** What an enterprise intends to set up or expand in Hong Kong, and how near it is. */
export const investmentProject = defineRecord(
  'investment-project',
  {
    organisationId: recordIdSchema,
    title: lineSchema.min(1),
    kind: z.enum(['new', 'expansion']),
    functions: z.array(z.enum(projectFunctions)).max(projectFunctions.length),
    asks: paragraphsSchema,
    competingLocations: z.array(lineSchema).max(30),
    likelihood: z.enum(likelihoods),
    expectedOn: calendarDateSchema.nullable(),
    investmentInHkd: z.int().min(0).nullable(),
    jobs: z.int().min(0).max(10_000_000).nullable(),
    stage: z.enum(projectStages),
    standing: z.enum(projectStandings),
    standingReason: paragraphsSchema,
    /** Every move between stages, oldest first: how a trip report can say what moved. */
    stageLog: z.array(stageMoveSchema).max(500),
  },
  {
    kind: 'new',
    functions: [],
    asks: '',
    competingLocations: [],
    likelihood: 'unknown',
    expectedOn: null,
    investmentInHkd: null,
    jobs: null,
    stage: 'identified',
    standing: 'ongoing',
    standingReason: '',
    stageLog: [],
  },
);
export type InvestmentProject = z.infer<typeof investmentProject.record>;
