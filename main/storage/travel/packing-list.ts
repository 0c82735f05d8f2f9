import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { instantSchema, recordIdSchema } from '@shared/domain/values';
import { Steps } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import { readIfThere } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeDurably } from '../disk/durable-write';
import { nameIn } from '../records/stored-record';
import type { Seal } from '../seal/seal';
import { keyOf } from './outline';

const format = 'attache-packing-list';
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const packingListSchema = z.object({
  format: z.literal(format),
  version: z.literal(1),
  what: z.enum(['trip', 'everything']),
  /** What it is called: the trip's title. */
  title: z.string(),
  /** Who packed it: the officer at the laptop that it was made on. */
  officerId: recordIdSchema,
  madeAt: instantSchema,
  /** The hash of each record's JSON, by `<type>:<id>`. */
  records: z.record(z.string(), z.string()),
  /** The SHA-256 of each file. */
  files: z.array(hashSchema),
});

/**
 * What is in a folder that was packed: who opens it can tell that nothing is missing. It is written when everything else
 * has been read back; a folder without one was not packed to its end.
 */
export type PackingList = z.infer<typeof packingListSchema>;
export type Label = Pick<PackingList, 'what' | 'title' | 'officerId' | 'madeAt'>;

const fileName = 'packing-list.json';

export async function packingListOf(
  label: Label,
  records: readonly Uint8Array[],
  files: readonly string[],
  watch: Watch = {},
): Promise<PackingList> {
  return {
    format,
    version: 1,
    ...label,
    records: Object.fromEntries(await hashesOf(records, watch)),
    files: [...files],
  };
}

/** Throws the disk's error. */
export async function writePackingList(files: DiskFiles, folder: string, seal: Seal, list: PackingList): Promise<void> {
  const line = seal.line(Buffer.from(JSON.stringify(list), 'utf8'));
  await writeDurably(files, join(folder, fileName), Buffer.concat([line, Buffer.from('\n')]));
}

export function hasPackingList(files: DiskFiles, folder: string): Promise<boolean> {
  return files.has(join(folder, fileName));
}

/** The list of a folder; null when there is none or it is not as it was written. Throws the disk's errors. */
export async function readPackingList(files: DiskFiles, folder: string, seal: Seal): Promise<PackingList | null> {
  const bytes = await readIfThere(files, join(folder, fileName));
  if (bytes === null) return null;
  const json = seal.openLine(bytes.subarray(0, -1));
  if (json === null) return null;
  const parsed = packingListSchema.safeParse(JSON.parse(Buffer.from(json).toString('utf8')));
  return parsed.success ? parsed.data : null;
}

/** Whether these are just the records of the list, to the bit. */
export async function areListed(
  list: PackingList,
  records: readonly Uint8Array[],
  watch: Watch = {},
): Promise<boolean> {
  if (Object.keys(list.records).length !== records.length) return false;
  const wanted = new Map(Object.entries(list.records));
  const found = await hashesOf(records, watch);
  return [...found].every(([key, hash]) => wanted.get(key) === hash);
}

async function hashesOf(records: readonly Uint8Array[], watch: Watch): Promise<Map<string, string>> {
  const steps = new Steps(watch, records.length);
  const hashes = new Map<string, string>();
  for (const json of records) {
    const name = nameIn(json);
    if (name !== null)
      hashes.set(keyOf(name.type, name.id), createHash('sha256').update(json).digest('hex').slice(0, 32));
    await steps.step();
  }
  return hashes;
}
