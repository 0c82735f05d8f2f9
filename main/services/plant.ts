import { z } from 'zod';
import { chinaTime, daysLater, instantOf, isWallTime, momentOf, timeZoneHere, wallClockAt } from '@shared/dates';
import type { CalendarDate, Instant } from '@shared/dates';
import { definitions, recordTypes } from '@shared/domain/records';
import type { RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Transaction } from '../storage/store';

/**
 * Records as a file that ships holds them: without ids and days, which marks stand for until they are planted. A text
 * that is nothing but a mark becomes what it stands for:
 * `@me` the officer, `@other-key` an id that is the same wherever that key stands;
 * `#day`, `#day+2` a day counted from the first, `#today-3` from today;
 * `#day+1T10:30` a moment on the first clock of China, `#now`, `#now-90m`, `#now-2h`, `#now-30d` one counted from now.
 * A real text that begins with `@`, `#` or `\` is written with a `\` before it. `{ "lines": [...] }` is a text of
 * several lines, taken as it is.
 */
export const seedSchema = z
  .array(
    z.strictObject({
      key: z.string().regex(/^[a-z][a-z0-9-]*$/),
      type: z.enum(recordTypes as [RecordType, ...RecordType[]]),
      fields: z.record(z.string(), z.json()),
    }),
  )
  .min(1)
  .refine((entries) => new Set(entries.map((entry) => entry.key)).size === entries.length, 'two records have one key');
export type Seed = z.infer<typeof seedSchema>;

/** When and by whom a seed is planted: what its marks are read against. */
export interface Soil {
  readonly firstDay: CalendarDate;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly me: RecordId;
  readonly newId: () => RecordId;
}

/** The day on this computer's calendar. */
export function todayHere(now: Instant): CalendarDate {
  return wallClockAt(now, timeZoneHere()).day;
}

const linesSchema = z.strictObject({ lines: z.array(z.string()) });
const minutesIn = { m: 1, h: 60, d: 1440 } as const;

/** Makes every record of a seed and answers with the id that each key stood for. A seed that is broken throws. */
export function plant(tx: Pick<Transaction, 'create'>, seed: Seed, soil: Soil): Map<string, RecordId> {
  const ids = new Map<string, RecordId>([['me', soil.me]]);
  const idOf = (key: string): RecordId => {
    const id = ids.get(key) ?? soil.newId();
    ids.set(key, id);
    return id;
  };
  for (const { key, type, fields } of seed) {
    tx.create(type, definitions[type].newFields.parse(meaningOf(fields, soil, idOf)), idOf(key));
  }
  return ids;
}

function meaningOf(value: unknown, soil: Soil, idOf: (key: string) => RecordId): unknown {
  if (typeof value === 'string') return meaningOfText(value, soil, idOf);
  if (Array.isArray(value)) return value.map((entry) => meaningOf(entry, soil, idOf));
  if (typeof value !== 'object' || value === null) return value;
  const text = linesSchema.safeParse(value);
  if (text.success) return text.data.lines.join('\n');
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, meaningOf(entry, soil, idOf)]));
}

function meaningOfText(text: string, soil: Soil, idOf: (key: string) => RecordId): string {
  if (text.startsWith('\\')) return text.slice(1);
  if (text.startsWith('@')) {
    const key = /^@([a-z][a-z0-9-]*)$/.exec(text)?.[1];
    if (key !== undefined) return idOf(key);
  } else if (text.startsWith('#')) {
    const moment = dayAt(text, soil) ?? instantAt(text, soil);
    if (moment !== undefined) return moment;
  } else {
    return text;
  }
  throw new Error(`A seed holds a mark that means nothing: ${text}`);
}

function dayAt(text: string, soil: Soil): CalendarDate | Instant | undefined {
  const mark = /^#(day|today)([+-]\d{1,4})?(?:T(\d\d:\d\d))?$/.exec(text);
  if (mark === null) return undefined;
  const [, from, count = '0', time] = mark;
  const day = daysLater(from === 'day' ? soil.firstDay : soil.today, Number(count));
  if (time === undefined) return day;
  return isWallTime(time) ? momentOf(day, time, chinaTime) : undefined;
}

function instantAt(text: string, soil: Soil): Instant | undefined {
  const mark = /^#now(?:-(\d{1,4})([mhd]))?$/.exec(text);
  if (mark === null) return undefined;
  const [, count = '0', unit = 'm'] = mark;
  return instantOf(Date.parse(soil.now) - Number(count) * minutesIn[unit as keyof typeof minutesIn] * 60_000);
}
