import { z } from 'zod';
import type { Parcel } from '../peer';
import type { Body } from '@shared/domain/revision';
import { isRevision } from '@shared/domain/revision';
import { typeIn } from '../synced-record';
import { mostFileBytes, sha256Schema } from './heading';

const count = z.int().min(0);
const revision = z.string().refine(isRevision);

/** Fields as they came, also those that this version does not know. */
const body = z.custom<Body>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

const parcelSchema = z.strictObject({
  key: z.string().refine((key) => typeIn(key) !== null),
  rev: revision,
  ancestors: z.array(z.string().regex(/^[0-9a-f]{32}$/)),
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('live'), body }),
    z.strictObject({ kind: z.literal('closed'), into: revision.nullable() }),
  ]),
});

const fileSchema = z.strictObject({ sha256: sha256Schema, size: z.int().min(0).max(mostFileBytes) });

/** A file of an attachment. */
export type FileName = z.infer<typeof fileSchema>;

/** Follows the header: the files that are to come. */
const fileListSchema = z.strictObject({ files: z.array(fileSchema) });

/** Stands before the bytes of each file, or in their stead when they could not be read where the bundle was made. */
const fileLineSchema = z.union([z.strictObject({ file: sha256Schema }), z.strictObject({ lacking: sha256Schema })]);
export type FileLine = z.infer<typeof fileLineSchema>;

/** The last line: `sha256` is of everything before it. */
const trailerSchema = z.strictObject({
  end: z.strictObject({ leaves: count, files: count, lacking: count, sha256: sha256Schema }),
});
export type Trailer = z.infer<typeof trailerSchema>['end'];

/** A line with its end. What else the sender's leaf carries stays at home. Throws for what no reader would take. */
export function parcelLine({ key, rev, ancestors, content }: Parcel): string {
  const said =
    content.kind === 'live' ? { kind: content.kind, body: content.body } : { kind: content.kind, into: content.into };
  const parcel = parcelSchema.safeParse({ key, rev, ancestors, content: said });
  if (!parcel.success) throw new TypeError(`No leaf of a record: ${key} ${rev}`);
  return `${JSON.stringify(parcel.data)}\n`;
}

export function fileListLine(files: readonly FileName[]): string {
  return `${JSON.stringify({ files: files.map(({ sha256, size }) => ({ sha256, size })) })}\n`;
}

export function fileLine(line: FileLine): string {
  return `${JSON.stringify(line)}\n`;
}

export function trailerLine(end: Trailer): string {
  return `${JSON.stringify({ end })}\n`;
}

/** What a line says; null when it says nothing of the kind. */
type Reads<T> = (json: unknown) => T | null;
const reading =
  <T>(schema: z.ZodType<T>): Reads<T> =>
  (json) =>
    schema.safeParse(json).data ?? null;

export const readParcel: Reads<Parcel> = reading(parcelSchema);
export const readFileList = reading(fileListSchema);
export const readFileLine = reading(fileLineSchema);
export const readTrailer = reading(trailerSchema);
