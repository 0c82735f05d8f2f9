import { isUtf8 } from 'node:buffer';
import { z } from 'zod';

export const storeFormat = 'attache-store';

/** What stood in the store file of version 1 and in each of its backups. */
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
