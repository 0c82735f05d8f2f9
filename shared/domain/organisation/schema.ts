import { z } from 'zod';
import { defineRecord } from '../record';
import {
  lineSchema,
  localisedTextSchema,
  noText,
  paragraphsSchema,
  recordIdSchema,
  requiredLocalisedTextSchema,
  webAddressSchema,
} from '../values';
import { creditCodeSchema } from './credit-code';

export const organisationKinds = ['enterprise', 'government', 'park', 'university', 'association', 'investor'] as const;

/** Hong Kong's strategic industries (2025-26 Budget), and the rest. */
export const sectors = [
  'ai-and-data-science',
  'life-and-health-technology',
  'advanced-manufacturing-and-new-energy',
  'fintech',
  'cultural-and-creative-with-technology',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

export const hongKongPresences = ['none', 'considering', 'preparing', 'established'] as const;
export const organisationTiers = ['unrated', 'key', 'priority', 'watch'] as const;

/** An enterprise or another body that a delegation meets. */
export const organisation = defineRecord(
  'organisation',
  {
    legalName: requiredLocalisedTextSchema,
    shortNames: z.array(lineSchema).max(20),
    creditCode: creditCodeSchema,
    kind: z.enum(organisationKinds),
    sectors: z.array(z.enum(sectors)).max(sectors.length),
    city: localisedTextSchema,
    province: localisedTextSchema,
    address: localisedTextSchema,
    parentId: recordIdSchema.nullable(),
    size: lineSchema,
    revenue: lineSchema,
    listing: lineSchema,
    website: webAddressSchema,
    profile: paragraphsSchema,
    accountManagerId: recordIdSchema.nullable(),
    tier: z.enum(organisationTiers),
    hongKongPresence: z.enum(hongKongPresences),
    hongKongPresenceDetail: paragraphsSchema,
  },
  {
    shortNames: [],
    creditCode: '',
    kind: 'enterprise',
    sectors: [],
    city: noText,
    province: noText,
    address: noText,
    parentId: null,
    size: '',
    revenue: '',
    listing: '',
    website: '',
    profile: '',
    accountManagerId: null,
    tier: 'unrated',
    hongKongPresence: 'none',
    hongKongPresenceDetail: '',
  },
);
export type Organisation = z.infer<typeof organisation.record>;
