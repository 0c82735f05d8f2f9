import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeDurably } from '../disk/durable-write';
import { readDocument, storeFormat } from '../first-version';
import type { ReadDocument, StoreDocument } from '../first-version';

export const headName = 'attache.json';

const headSchema = z.looseObject({ deviceId: z.string().min(1) });
/** What stood in it before it had a sum is believed: there are folders like that. */
const sumSchema = z.looseObject({ sha256: z.string().optional() });

/**
 * What the file says whose name every version of Attaché looks for: which version the folder is of. A folder of a newer
 * one is recognised by it, whatever else has changed. Version 1 kept the whole store in it.
 */
export type FoundHead =
  | { readonly kind: 'none' }
  | { readonly kind: 'head'; readonly version: number; readonly deviceId: string | null }
  | { readonly kind: 'whole'; readonly document: StoreDocument }
  | Extract<ReadDocument, { kind: 'damaged' }>;

export async function readHead(files: DiskFiles, folder: string): Promise<FoundHead> {
  const bytes = await readIfThere(files, join(folder, headName));
  if (bytes === null) return { kind: 'none' };
  const found = readDocument(bytes, 1);
  if (found.kind === 'damaged') return found;
  if (found.kind === 'document') return { kind: 'whole', document: found.document };
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  // A flipped bit would otherwise make this version's folder one of the next.
  if (!hasItsSum(value)) return { kind: 'damaged', reason: 'not-ours' };
  const head = headSchema.safeParse(value);
  return { kind: 'head', version: found.found, deviceId: head.success ? head.data.deviceId : null };
}

export async function writeHead(files: DiskFiles, folder: string, version: number, deviceId: string): Promise<void> {
  const said = { format: storeFormat, version, deviceId };
  const text = `${JSON.stringify({ ...said, sha256: sumOf(said) }, null, 2)}\n`;
  await writeDurably(files, join(folder, headName), Buffer.from(text, 'utf8'));
}

/** Over the JSON of the other fields, in the order they stand in. */
function sumOf(said: object): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

function hasItsSum(value: unknown): boolean {
  const { sha256, ...said } = sumSchema.parse(value);
  return sha256 === undefined || sha256 === sumOf(said);
}
