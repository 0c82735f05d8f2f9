import { z } from 'zod';
import { recordIdSchema, writtenForms } from '../domain/values';

/** What is made of a trip: `own` is one of the office's own templates. */
export const documentKinds = [
  'report',
  'summary',
  'booklet',
  'briefing',
  'contacts',
  'register',
  'press',
  'own',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentFormats = ['pdf', 'word', 'markdown', 'html'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** The sections of each document, in their usual order. What cannot be left out (a register's register) is none. */
export const sectionsOf = {
  report: [
    'purpose',
    'delegation',
    'programme',
    'visits',
    'observations',
    'conclusions',
    'photographs',
    'follow-ups',
    'charts',
    'pipeline',
    'accounts',
    'annexes',
  ],
  summary: ['purpose', 'visits', 'conclusions', 'follow-ups'],
  booklet: ['delegation', 'programme', 'contacts'],
  briefing: ['profile', 'people', 'last-contacts', 'open-asks', 'talking-points', 'intentions'],
  contacts: ['ours', 'theirs'],
  register: ['open', 'closed'],
  press: ['quotes'],
  own: [],
} as const satisfies Record<DocumentKind, readonly string[]>;
export type SectionName = (typeof sectionsOf)[DocumentKind][number];

export const audiences = ['internal', 'external'] as const;
export type Audience = (typeof audiences)[number];

/** How a document is to be made; everything that somebody may choose. */
export const documentChoicesSchema = z.strictObject({
  kind: z.enum(documentKinds),
  /** The template of a document of kind `own`, else null. */
  templateId: recordIdSchema.nullable(),
  form: z.enum(writtenForms),
  /** The language that stands beside the first one; null for one language. */
  beside: z.enum(writtenForms).nullable(),
  paper: z.enum(['A4', 'A5']),
  /** `external` leaves out sensitive lines, restricted records, personal numbers and WeChat. */
  audience: z.enum(audiences),
  /** Lines marked as sensitive are printed; never in an external document. */
  isWithSensitive: z.boolean(),
  /** In the order in which they stand; one that is not named is left out. */
  sections: z.array(z.string().max(40)).max(40),
  coverPictureId: recordIdSchema.nullable(),
  /** Whose booklet: only what this person attends; null for everybody's. */
  personId: recordIdSchema.nullable(),
  /** Longest side of photographs, for paper or for sending. */
  photographs: z.enum(['print', 'small']),
});
export type DocumentChoices = z.infer<typeof documentChoicesSchema>;

/** What an external document leaves out, said before it is made. */
export interface LeftOut {
  readonly sensitiveLines: number;
  readonly restrictedRecords: number;
  readonly personalNumbers: number;
}
export const leftOutSchema = z.object({
  sensitiveLines: z.int(),
  restrictedRecords: z.int(),
  personalNumbers: z.int(),
}) satisfies z.ZodType<LeftOut>;

/** The usual choices for a kind of document. */
export function usualChoices(kind: DocumentKind, templateId: string | null = null): DocumentChoices {
  return {
    kind,
    templateId,
    form: 'en',
    beside: null,
    paper: kind === 'booklet' ? 'A5' : 'A4',
    audience: kind === 'press' ? 'external' : 'internal',
    isWithSensitive: false,
    // Quotations go out only when somebody has chosen so.
    sections: kind === 'press' ? [] : [...sectionsOf[kind]],
    coverPictureId: null,
    personId: null,
    photographs: 'print',
  };
}
