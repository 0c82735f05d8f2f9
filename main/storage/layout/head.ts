import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeDurably } from '../disk/durable-write';
import { readDocument, storeFormat } from '../first-version';
import type { ReadDocument, StoreDocument } from '../first-version';

export const headName = 'attache.json';

const headSchema = z.looseObject({ deviceId: z.string().min(1) });

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
  const head = headSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return { kind: 'head', version: found.found, deviceId: head.success ? head.data.deviceId : null };
}

export async function writeHead(files: DiskFiles, folder: string, version: number, deviceId: string): Promise<void> {
  const text = `${JSON.stringify({ format: storeFormat, version, deviceId }, null, 2)}\n`;
  await writeDurably(files, join(folder, headName), Buffer.from(text, 'utf8'));
}
