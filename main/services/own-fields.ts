import { definitions } from '@shared/domain/records';
import type { NewFields, RecordOf, RecordType } from '@shared/domain/records';

/** A record's own fields without what the store adds: what a copy of it is made from. */
export function ownFields<T extends RecordType>(type: T, record: RecordOf<T>): NewFields<T> {
  const names = new Set([...Object.keys(definitions[type].fields), 'classification']);
  // Every field that `newFields` can take is one of these, which the compiler cannot see through the names.
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name))) as NewFields<T>;
}
