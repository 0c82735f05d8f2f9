import { isUtf8 } from 'node:buffer';
import { z } from 'zod';

export const storeFormat = 'attache-store';

/** What stands in the store file and in every backup: valid JSON, one record a line. */
export interface StoreDocument {
  readonly format: typeof storeFormat;
  readonly version: number;
  /** Tells this data folder from every other; random, not the machine's. */
  readonly deviceId: string;
  /** How many changes of records this device has made. */
  readonly seq: number;
  /** By `<type>:<id>`; each as `{ type, schema, …fields, "$sync": … }`. */
  readonly records: Readonly<Record<string, unknown>>;
}

const envelopeSchema = z.looseObject({
  format: z.literal(storeFormat),
  version: z.int().min(1),
  deviceId: z.string().min(1),
  seq: z.int().min(0),
  records: z.record(z.string(), z.unknown()),
});
const newerSchema = z.looseObject({ format: z.literal(storeFormat), version: z.int().min(1) });

export type ReadDocument =
  | { readonly kind: 'document'; readonly document: StoreDocument }
  /** Written by a newer Attaché: whatever else is in it is not ours to judge. */
  | { readonly kind: 'newer'; readonly found: number }
  | { readonly kind: 'damaged'; readonly reason: 'not-text' | 'not-json' | 'not-ours' };

/** Reads the bytes of a store file or backup, whose version may be older than `known`. */
export function readDocument(bytes: Uint8Array, known: number): ReadDocument {
  if (!isUtf8(bytes)) return { kind: 'damaged', reason: 'not-text' };
  let value: unknown;
  try {
    // The decoder leaves out the mark that some text editors put at the beginning.
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return { kind: 'damaged', reason: 'not-json' };
  }
  const newer = newerSchema.safeParse(value);
  if (newer.success && newer.data.version > known) return { kind: 'newer', found: newer.data.version };
  const envelope = envelopeSchema.safeParse(value);
  return envelope.success ? { kind: 'document', document: envelope.data } : { kind: 'damaged', reason: 'not-ours' };
}

// A record's line is made once and kept as long as the record is: a change writes all lines but encodes only its own.
const lines = new WeakMap<object, Buffer>();

function lineOf(key: string, stored: unknown): Buffer {
  const known = typeof stored === 'object' && stored !== null ? lines.get(stored) : undefined;
  if (known !== undefined) return known;
  const line = Buffer.from(`${JSON.stringify(key)}: ${JSON.stringify(stored)}`, 'utf8');
  if (typeof stored === 'object' && stored !== null) lines.set(stored, line);
  return line;
}

const between = Buffer.from(',\n', 'utf8');

/** The bytes of a store file: readable, and one record a line so that any text tool can compare two of them. */
export function writeDocument(document: StoreDocument): Uint8Array {
  const { records, ...head } = document;
  const headLines = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  const parts: Uint8Array[] = [Buffer.from(`{\n${headLines.join('')}"records": {\n`, 'utf8')];
  Object.entries(records).forEach(([key, stored], index) => {
    if (index > 0) parts.push(between);
    parts.push(lineOf(key, stored));
  });
  return Buffer.concat([...parts, Buffer.from('\n}\n}\n', 'utf8')]);
}
