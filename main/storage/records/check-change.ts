import { issuesInRecord } from '@shared/domain/records';
import { idsAt, relations } from '@shared/domain/relations';
import type { Issue } from '@shared/result';
import { Refusal } from './refusal';
import type { EntrySource } from './record-table';
import type { Entry } from './stored-record';

/** Refuses a changed record whose fields are wrong, or that names a record which does not exist. */
export function checkChange(source: EntrySource, before: Entry | undefined, { record }: Entry): void {
  const issues = issuesInRecord(record.type, record);
  if (issues.length === 0) issues.push(...danglingReferences(source, before, { record }));
  if (issues.length > 0) throw new Refusal({ code: 'invalid-input', issues });
}

/** References that were there before are left alone: what they named may have been set aside, or not have arrived yet. */
function danglingReferences(
  source: EntrySource,
  before: Entry | undefined,
  { record }: Pick<Entry, 'record'>,
): Issue[] {
  return relations
    .filter((relation) => relation.from === record.type)
    .flatMap((relation) => {
      const known = before === undefined ? [] : idsAt(before.record, relation.field);
      const isList = Array.isArray(Object.entries(record).find(([name]) => name === relation.field)?.[1]);
      return idsAt(record, relation.field).flatMap((id, index): Issue[] =>
        known.includes(id) || source.entry(relation.to, id) !== undefined
          ? []
          : [{ path: isList ? `${relation.field}.${index}` : relation.field, code: 'unknown-reference' }],
      );
    });
}
