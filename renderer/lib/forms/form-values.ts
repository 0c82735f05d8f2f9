import type { CalendarDate, WallTime } from '@shared/dates';
import type { FieldsOf, RecordType } from '@shared/domain/records';

/** A record's fields as a form holds them: a day or a time that must be given may still be missing. */
export type FormValues<T extends RecordType> = {
  [K in keyof FieldsOf<T>]: FieldsOf<T>[K] extends CalendarDate | WallTime ? FieldsOf<T>[K] | null : FieldsOf<T>[K];
};
