import { definitions } from '@shared/domain/records';
import type { NewFields, RecordOf, RecordType } from '@shared/domain/records';
import type { CalendarDate, Instant, TimeZone, WallTime } from '@shared/dates';
import type { LocalisedText } from '@shared/domain/values';

export const day = (text: string): CalendarDate => text as CalendarDate;
export const time = (text: string): WallTime => text as WallTime;
export const instant = (text: string): Instant => text as Instant;
export const zone = (text: string): TimeZone => text as TimeZone;
export const english = (text: string): LocalisedText => ({ en: text, zhHant: '', zhHans: '' });

let count = 0;

/** A fresh id, the same in every run. */
export function nextId(): string {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

/** A whole record as the store would hold it, with blank fields filled in. */
export function aRecord<T extends RecordType>(
  type: T,
  fields: NewFields<T>,
  base: Partial<Pick<RecordOf<T>, 'id' | 'deletedAt'>> = {},
): RecordOf<T> {
  const written = instant('2026-02-01T00:00:00.000Z');
  return definitions[type].record.parse({
    type,
    id: nextId(),
    schema: 1,
    createdAt: written,
    createdBy: '11111111-1111-4111-8111-111111111111',
    updatedAt: written,
    updatedBy: '11111111-1111-4111-8111-111111111111',
    deletedAt: null,
    revision: `1-${'0'.repeat(32)}`,
    classification: 'unclassified',
    ...definitions[type].blank,
    ...fields,
    ...base,
  }) as RecordOf<T>;
}

/** An item of a trip's programme on 24 February 2026, titled by when it begins. */
export function programmeItem(
  tripId: string,
  start: string,
  end: string,
  more: Partial<NewFields<'itinerary-item'>> = {},
): RecordOf<'itinerary-item'> {
  return aRecord('itinerary-item', {
    tripId,
    title: english(`${start} (sample)`),
    day: day('2026-02-24'),
    start: time(start),
    end: time(end),
    ...more,
  });
}
