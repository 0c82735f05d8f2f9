import { z } from 'zod';
import type { Issue, IssueCode } from '../result';
import { classificationSchema, instantSchema, recordIdSchema } from './values';

/**
 * What every record carries. `revision` is `<generation>-<32 hex>`: the first 128 bits of the SHA-256 of the canonical
 * JSON of [parent revision, deleted, body], so that the same change made on two devices is the same revision.
 */
export const recordBaseFields = {
  id: recordIdSchema,
  /** The version of this record's own shape; a record of a newer one is shown but never changed. */
  schema: z.int().min(1),
  createdAt: instantSchema,
  createdBy: recordIdSchema,
  updatedAt: instantSchema,
  updatedBy: recordIdSchema,
  /** A tombstone: set, the record is in the Trash and can come back. Absence never means deletion. */
  deletedAt: instantSchema.nullable(),
  revision: z.string().regex(/^[1-9]\d*-[0-9a-f]{32}$/),
} as const;

const hashSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** What sync needs to know of a record; kept beside it in the store, never shown and never sent to the renderer. */
export const syncStateSchema = z.strictObject({
  /** Hashes of the earlier revisions, newest first. */
  anc: z.array(hashSchema).max(1000),
  /** This device's count of changes when the record last changed. */
  seq: z.int().min(0),
  /** The shown revision was made on this device. */
  own: z.boolean(),
  /** The shown revision may have left this device; until then a new change amends it instead of following it. */
  sh: z.boolean(),
  /**
   * The other ends of the record's history: live ones (`body` is a record's fields) wait for a merge; closed ones (`del`)
   * say `{ into }`, the revision that took their words over.
   */
  leaves: z
    .array(z.strictObject({ rev: z.string(), anc: z.array(hashSchema), del: z.boolean(), body: z.unknown() }))
    .optional(),
  /** What the record said at earlier revisions that others may know: from these two branches are merged. */
  earlier: z.array(z.strictObject({ rev: z.string(), body: z.unknown() })).optional(),
});
export type SyncState = z.infer<typeof syncStateSchema>;

type Shape = Readonly<Record<string, z.ZodType>>;
type Fields<S extends Shape> = { -readonly [K in keyof S]: z.output<S[K]> };
export type RecordBase = { [K in keyof typeof recordBaseFields]: z.output<(typeof recordBaseFields)[K]> } & {
  classification: z.output<typeof classificationSchema>;
};

/** Reads the fields of a record that hang together (a trip ends after it begins) and says what is wrong. */
type Rules<S extends Shape> = (fields: Fields<S>) => Issue[];

/** One kind of record: its own fields, what an empty one holds, and the rules between its fields. */
export interface RecordDefinition<Type extends string, S extends Shape, Blank extends keyof S> {
  readonly type: Type;
  readonly schema: number;
  readonly fields: S;
  readonly blank: Pick<Fields<S>, Blank>;
  /** A whole record. Fields that it does not know are kept: a newer version may have written them. */
  readonly record: z.ZodType<RecordBase & { type: Type } & Fields<S>>;
  /** What is given to make one: the fields without a blank value are needed. */
  readonly newFields: z.ZodType<NewFieldsOf<S, Blank>>;
  /** What is given to change one: any of its fields, and no others. */
  readonly patch: z.ZodType<PatchOf<S>>;
  readonly rules: Rules<S>;
}

type NewFieldsOf<S extends Shape, Blank> = Simplify<
  { [K in Exclude<keyof S, Blank>]: z.output<S[K]> } & { [K in keyof S & Blank]?: z.output<S[K]> | undefined } & {
    classification?: z.output<typeof classificationSchema> | undefined;
  }
>;
type PatchOf<S extends Shape> = Simplify<
  { [K in keyof S]?: z.output<S[K]> | undefined } & {
    classification?: z.output<typeof classificationSchema> | undefined;
  }
>;
type Simplify<T> = { -readonly [K in keyof T]: T[K] };

/** Declares a kind of record once; its create, change and stored schemas all follow from `fields`. */
export function defineRecord<Type extends string, S extends Shape, Blank extends keyof S>(
  type: Type,
  fields: S,
  blank: Pick<Fields<S>, Blank>,
  rules: Rules<S> = () => [],
): RecordDefinition<Type, S, Blank> {
  const all = { ...fields, classification: classificationSchema };
  const newShape = Object.fromEntries(
    Object.entries(all).map(([name, field]) => [
      name,
      name in blank || name === 'classification' ? field.optional() : field,
    ]),
  );
  const patchShape = Object.fromEntries(Object.entries(all).map(([name, field]) => [name, field.optional()]));
  // zod cannot follow a shape that is computed by name; the declared types above are what these three parse.
  return {
    type,
    schema: 1,
    fields,
    blank,
    record: z.looseObject({ type: z.literal(type), ...recordBaseFields, ...all }) as never,
    newFields: z.strictObject(newShape) as never,
    patch: z.strictObject(patchShape) as never,
    rules,
  };
}

/** zod's complaints in our words, each at its dotted path. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const path = issue.path.join('.');
    switch (issue.code) {
      case 'custom':
        return [{ path, code: codeFromRule(issue.params) ?? 'invalid' }];
      case 'too_big':
        return [
          {
            path,
            code: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-big',
            params: { max: Number(issue.maximum) },
          },
        ];
      case 'too_small':
        return [
          issue.origin === 'string'
            ? { path, code: 'required' }
            : { path, code: 'too-small', params: { min: Number(issue.minimum) } },
        ];
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, code: 'unknown-field' }));
      case 'invalid_type':
        return [{ path, code: issue.input === undefined || issue.input === null ? 'required' : 'invalid' }];
      case 'invalid_format':
        return [
          {
            path,
            code: issue.format === 'email' ? 'not-an-email' : issue.format === 'url' ? 'not-a-web-address' : 'invalid',
          },
        ];
      case 'invalid_union': {
        // The first alternative is the real one; the others are ways of leaving it empty.
        const first = issue.errors[0]?.[0];
        const format = first?.code === 'invalid_format' ? first.format : undefined;
        return [
          { path, code: format === 'url' ? 'not-a-web-address' : format === 'email' ? 'not-an-email' : 'invalid' },
        ];
      }
      default:
        return [{ path, code: 'invalid' }];
    }
  });
}

function codeFromRule(params: Record<string, unknown> | undefined): IssueCode | undefined {
  return typeof params?.['code'] === 'string' ? (params['code'] as IssueCode) : undefined;
}
