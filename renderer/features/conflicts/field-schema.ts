import { definitions } from '@shared/domain/records';
import type { RecordType } from '@shared/domain/records';
import { classificationSchema } from '@shared/domain/values';
import type { ConflictDifference } from '@shared/ipc/sync-channels';
import { z } from 'zod';

/** A place of a record: what may stand there, and what it is called without the ids on the way to it. */
export interface FieldPlace {
  readonly schema: unknown;
  /** `trip.cities.name.en`; `organisation.size`. */
  readonly name: string;
}

/** Looks a path (`blocks/<id>/markdown`) up in the record's definition; what a newer version added has no schema. */
export function placeOf(type: RecordType, path: string): FieldPlace {
  const [field = '', ...rest] = path.split('/');
  const fields: Readonly<Record<string, unknown>> = definitions[type].fields;
  let schema = field === 'classification' ? classificationSchema : unwrapped(fields[field]);
  let name = `${type}.${field}`;
  for (const part of rest) {
    if (schema instanceof z.ZodArray) {
      schema = unwrapped(schema.element);
      continue;
    }
    name = `${name}.${part}`;
    schema = schema instanceof z.ZodObject ? unwrapped(schema.shape[part]) : undefined;
  }
  return { schema, name };
}

/** In the order in which a record's fields are laid down; what is not known comes last. */
export function inOrderOfFields(type: RecordType, differences: readonly ConflictDifference[]): ConflictDifference[] {
  const order = [...Object.keys(definitions[type].fields), 'classification', 'deletedAt'];
  const rank = ({ path }: ConflictDifference): number => {
    const at = order.indexOf(path.split('/')[0] ?? '');
    return at === -1 ? order.length : at;
  };
  return [...differences].sort((one, other) => rank(one) - rank(other));
}

/** The schema of what is there, when it may also be nothing. */
export function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodNullable ? unwrapped(schema.unwrap()) : schema;
}
