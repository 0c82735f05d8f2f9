import { z } from 'zod';

/** What CouchDB says when it does not do what it was asked. */
export const errorSchema = z.object({ error: z.string(), reason: z.unknown().optional() });

const sequence = z.union([z.string().max(90_000), z.int()]).transform(String);

/** About a database. */
export const infoSchema = z.object({
  doc_count: z.number(),
  update_seq: sequence,
  instance_start_time: z.union([z.string().max(100), z.number()]).nullish(),
});

export const changesSchema = z.object({
  results: z.array(z.object({ id: z.string(), changes: z.array(z.object({ rev: z.string() })) })),
  last_seq: sequence,
  pending: z.number().nullish(),
});

const object = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

export const bulkGetSchema = z.object({
  results: z.array(z.object({ id: z.string(), docs: z.array(object) })),
});

export const revsDiffSchema = object.pipe(
  z.record(z.string(), z.object({ missing: z.array(z.string()).optional() }).optional()),
);

export const bulkDocsSchema = z.array(
  z.object({
    id: z.string().nullish(),
    rev: z.string().nullish(),
    error: z.string().nullish(),
    reason: z.unknown().optional(),
  }),
);

export const allDocsSchema = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      error: z.string().nullish(),
      value: z.object({ rev: z.string(), deleted: z.boolean().nullish() }).nullish(),
    }),
  ),
});

export const noteSchema = z.object({ _rev: z.string().max(200), value: z.unknown().optional() });

export const sessionSchema = z.object({ ok: z.literal(true) });

/** After something was written; who sends `new_edits=false` is answered with an empty list by some. */
export const writtenSchema = z.union([z.object({ ok: z.literal(true) }), bulkDocsSchema]);
