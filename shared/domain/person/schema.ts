import { z } from 'zod';
import type { Issue } from '../../result';
import { defineRecord } from '../record';
import {
  emailSchema,
  hasText,
  lineSchema,
  localisedTextSchema,
  noText,
  paragraphsSchema,
  recordIdSchema,
} from '../values';

export const sides = ['ours', 'theirs'] as const;
export const honorifics = ['none', 'mr', 'ms', 'mrs', 'miss', 'dr', 'prof', 'ir', 'hon'] as const;
export const spokenLanguages = ['unknown', 'cantonese', 'mandarin', 'english'] as const;
export const consents = ['unknown', 'given', 'refused'] as const;

/** Somebody we know: an officer of our own side, or a contact. One name in any script is enough. */
export const person = defineRecord(
  'person',
  {
    side: z.enum(sides),
    familyName: localisedTextSchema,
    givenName: localisedTextSchema,
    /** How the name is written in Latin letters on a card or passport, when that is not the English name. */
    romanisation: lineSchema,
    honorific: z.enum(honorifics),
    preferredLanguage: z.enum(spokenLanguages),
    phones: z.array(lineSchema).max(20),
    emails: z.array(emailSchema).max(20),
    wechatId: lineSchema,
    photographId: recordIdSchema.nullable(),
    cardImageIds: z.array(recordIdSchema).max(20),
    assistant: lineSchema,
    remarks: paragraphsSchema,
    consent: z.enum(consents),
    /** Where we have these details from. */
    source: lineSchema,
    /** For our own side: the post, in words ("Head, Mainland Team"). */
    post: localisedTextSchema,
  },
  {
    side: 'theirs',
    familyName: noText,
    givenName: noText,
    romanisation: '',
    honorific: 'none',
    preferredLanguage: 'unknown',
    phones: [],
    emails: [],
    wechatId: '',
    photographId: null,
    cardImageIds: [],
    assistant: '',
    remarks: '',
    consent: 'unknown',
    source: '',
    post: noText,
  },
  (fields): Issue[] =>
    hasText(fields.familyName) || hasText(fields.givenName) || fields.romanisation.trim() !== ''
      ? []
      : [{ path: 'familyName', code: 'name-needed' }],
);
export type Person = z.infer<typeof person.record>;
