import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeDurably } from '../disk/durable-write';
import { plainSeal } from '../seal/plain-seal';

const manifestSchema = z.object({
  format: z.literal('attache-generation'),
  version: z.int().min(1),
  deviceId: z.string().min(1),
  generation: z.int().min(1),
  /** How many changes of records this device had made when the buckets were last written. */
  seq: z.int().min(0),
  /** Counts how often the buckets were written. */
  epoch: z.int().min(0),
  /** Journals of smaller numbers are in the buckets already, should they still be there. */
  journalsFrom: z.int().min(1),
  isSecret: z.boolean(),
  /** A line under the seal of the generation: who can open it has the right key. */
  proof: z.string(),
  /** What each bucket held at the least; a bucket of an older epoch than here is not the one that was written. */
  buckets: z.array(z.object({ bucket: z.int().min(1), epoch: z.int().min(0), count: z.int().min(0) })),
});

/**
 * What a generation is made of. It stands in the folder once all the rest of it does: a folder without one is no
 * generation, and a bucket that it names and that is not there was lost. It holds no words and is never sealed.
 */
export type Manifest = z.infer<typeof manifestSchema>;

const manifestName = 'manifest.json';

export async function writeManifest(files: DiskFiles, folder: string, manifest: Manifest): Promise<void> {
  const line = plainSeal.line(Buffer.from(JSON.stringify(manifest), 'utf8'));
  await writeDurably(files, join(folder, manifestName), Buffer.concat([line, Buffer.from('\n')]));
}

/** The manifest of a folder; null when there is none, `damaged` when there is something else in its place. */
export async function readManifest(files: DiskFiles, folder: string): Promise<Manifest | 'damaged' | null> {
  const bytes = await readIfThere(files, join(folder, manifestName));
  if (bytes === null) return null;
  const [json] = plainSeal
    .linesIn(bytes)
    .map((line) => plainSeal.openLine(line))
    .filter((opened) => opened !== null);
  if (json === undefined) return 'damaged';
  const parsed = manifestSchema.safeParse(JSON.parse(Buffer.from(json).toString('utf8')));
  return parsed.success ? parsed.data : 'damaged';
}

export async function removeManifest(files: DiskFiles, folder: string): Promise<void> {
  if (!(await files.has(join(folder, manifestName)))) return;
  await files.remove(join(folder, manifestName));
  await files.syncFolder(folder);
}
