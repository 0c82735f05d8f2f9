import { z } from 'zod';
import { isCalendarDate, isInstant, isTimeZone, isWallTime } from '../dates';
import type { CalendarDate, Instant, TimeZone, WallTime } from '../dates';
import type { IssueCode } from '../result';

/** A rule of our own inside a zod schema: `code` is what the renderer finds words for. */
function rule(code: IssueCode): { error: string; params: { code: IssueCode } } {
  return { error: code, params: { code } };
}

export const recordIdSchema = z.uuid();
export type RecordId = string;

export const calendarDateSchema = z.custom<CalendarDate>(isCalendarDate, rule('not-a-date'));
export const instantSchema = z.custom<Instant>(isInstant, rule('not-a-date'));
export const wallTimeSchema = z.custom<WallTime>(isWallTime, rule('not-a-time'));
export const timeZoneSchema = z.custom<TimeZone>(isTimeZone, rule('not-a-zone'));

/** One line: a name, a title, a place. Anything may be in it, emoji and control characters too; only its length is bounded. */
export const lineSchema = z.string().max(300);
/** Several paragraphs: a purpose, an outcome. */
export const paragraphsSchema = z.string().max(20_000);
/** The text of one block of a note, as Markdown. A day of fast typing is about 200,000 characters. */
export const markdownSchema = z.string().max(2_000_000);

export const emailSchema = z.email(rule('not-an-email')).max(254);
export const webAddressSchema = z
  .url({ protocol: /^https?$/, ...rule('not-a-web-address') })
  .max(2000)
  .or(z.literal(''));

/** A text that may stand in each of the three written forms the office uses; a missing one is the empty string. */
export const localisedTextSchema = z.strictObject({ en: lineSchema, zhHant: lineSchema, zhHans: lineSchema });
export type LocalisedText = z.infer<typeof localisedTextSchema>;
export type WrittenForm = keyof LocalisedText;
export const writtenForms = ['en', 'zhHant', 'zhHans'] as const satisfies readonly WrittenForm[];

export const noText: LocalisedText = { en: '', zhHant: '', zhHans: '' };

export function hasText(text: LocalisedText): boolean {
  return writtenForms.some((form) => text[form].trim() !== '');
}

/** A name or title: at least one written form is filled. */
export const requiredLocalisedTextSchema = localisedTextSchema.refine(hasText, rule('name-needed'));

/** The text in the first wanted form that is filled, else in any, else ''. */
export function textIn(text: LocalisedText, preferred: WrittenForm): string {
  const order: readonly WrittenForm[] =
    preferred === 'en'
      ? ['en', 'zhHant', 'zhHans']
      : preferred === 'zhHant'
        ? ['zhHant', 'zhHans', 'en']
        : ['zhHans', 'zhHant', 'en'];
  return order.map((form) => text[form].trim()).find((value) => value !== '') ?? '';
}

export const classifications = ['unclassified', 'restricted', 'confidential'] as const;
export const classificationSchema = z.enum(classifications);
export type Classification = z.infer<typeof classificationSchema>;

/** The stricter of several markings: a document is marked as its most sensitive part. */
export function strictest(markings: readonly Classification[]): Classification {
  return markings.reduce<Classification>(
    (so, next) => (classifications.indexOf(next) > classifications.indexOf(so) ? next : so),
    'unclassified',
  );
}

export const currencies = ['HKD', 'CNY'] as const;
/** Money in minor units (cents, fen), so that sums are exact. */
export const moneySchema = z.strictObject({
  currency: z.enum(currencies),
  minor: z.int().min(-1_000_000_000_000).max(1_000_000_000_000),
});
export type Money = z.infer<typeof moneySchema>;
