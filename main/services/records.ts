import { z } from 'zod';
import { definitions } from '@shared/domain/records';
import type { AnyRecord, NewFields, Patch, RecordOf, RecordType } from '@shared/domain/records';
import { relations } from '@shared/domain/relations';
import { localisedTextSchema, requiredLocalisedTextSchema } from '@shared/domain/values';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Reader } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';
import { settleFollowUp } from './follow-ups';
import { forgetCities } from './trips';

export type RecordFilter = Readonly<Record<string, string | boolean | undefined>>;

/** The live records of a kind whose fields match the filter; a field that is a list matches when it holds the value. */
export function listRecords<T extends RecordType>(reader: Reader, type: T, filter: RecordFilter): RecordOf<T>[] {
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
  const candidates = wanted.flatMap(([field, value]) =>
    typeof value === 'string' && isRelation(type, field) ? [reader.naming(type, field, value)] : [],
  );
  return (candidates[0] ?? reader.all(type)).filter((record) =>
    wanted.every(([field, value]) => holds(record, field, value)),
  );
}

function isRelation(type: RecordType, field: string): boolean {
  return relations.some((relation) => relation.from === type && relation.field === field);
}

function holds(record: AnyRecord, field: string, wanted: string | boolean | undefined): boolean {
  const value: unknown = Object.entries(record).find(([name]) => name === field)?.[1];
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

export function getRecord<T extends RecordType>(reader: Reader, type: T, id: RecordId): Result<RecordOf<T>> {
  const record = reader.get(type, id);
  return record === undefined ? failed({ code: 'not-found', type, id }) : success(record);
}

export function createRecord<T extends RecordType>(
  context: ServiceContext,
  type: T,
  fields: NewFields<T>,
  id: RecordId | undefined,
): Promise<Result<RecordOf<T>>> {
  return context.store.transact(intend(context, 'create', type), (tx) =>
    tx.create(type, fields, id ?? context.newId()),
  );
}

export function updateRecord<T extends RecordType>(
  context: ServiceContext,
  type: T,
  id: RecordId,
  patch: Patch<T>,
): Promise<Result<RecordOf<T>>> {
  // Typing into one field saves again and again; those saves are one step of undo. Two drags of an item are two.
  const mergeKey = isTyping(context.store, type, id, patch)
    ? `${type}:${id}:${Object.keys(patch).sort().join(',')}`
    : undefined;
  return context.store.transact(intend(context, 'edit', type, mergeKey), (tx) => {
    const updated = tx.update(
      type,
      id,
      type === definitions['follow-up'].type ? settleFollowUp(context, patch) : patch,
    );
    if (updated.type === 'trip') forgetCities(tx, updated);
    return updated;
  });
}

/** Whether a patch is what comes of typing: texts, and lists whose entries changed but not their number. */
function isTyping<T extends RecordType>(reader: Reader, type: T, id: RecordId, patch: Patch<T>): boolean {
  const before = new Map<string, unknown>(Object.entries(reader.get(type, id) ?? {}));
  const fields = new Map<string, unknown>(Object.entries(definitions[type].fields));
  return Object.entries(patch).every(([name, value]: [string, unknown]) => {
    const field = fields.get(name);
    if (field instanceof z.ZodArray) {
      const old = before.get(name);
      return Array.isArray(value) && Array.isArray(old) && value.length === old.length;
    }
    return field instanceof z.ZodString || field === localisedTextSchema || field === requiredLocalisedTextSchema;
  });
}

export function trashRecord(context: ServiceContext, type: RecordType, id: RecordId): Promise<Result<void>> {
  return context.store.transact(intend(context, 'trash', type), (tx) => {
    tx.trash(type, id);
  });
}
