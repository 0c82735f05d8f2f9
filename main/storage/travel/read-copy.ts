import { join } from 'node:path';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { partOf, throwIfCancelled } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import { openBlobs } from '../blobs';
import type { Blobs } from '../blobs';
import type { DiskFiles } from '../disk/disk-files';
import { readOnlyFiles } from '../disk/read-only-files';
import { isSealOf, placeOf } from '../layout/generations';
import { loadGeneration } from '../layout/load-generation';
import type { Manifest } from '../layout/manifest';
import { findStore } from '../opening/find-store';
import { plainSeal } from '../seal/plain-seal';
import type { Seal } from '../seal/seal';
import { areListed } from './packing-list';
import type { PackingList } from './packing-list';

/** What can be read in a data folder elsewhere. */
export interface FolderContent {
  readonly manifest: Manifest;
  readonly records: readonly Uint8Array[];
  readonly seq: number;
  /** Nothing of it is other than it was written, and nothing is missing. */
  readonly isSound: boolean;
  readonly blobs: Blobs;
}

/**
 * Reads a data folder elsewhere, in which nothing is written. Fails with `not-a-copy`, `newer-version` (`known` is ours)
 * and `locked` (another seal). Throws the disk's errors.
 */
export async function readDataFolder(
  given: DiskFiles,
  folder: string,
  seal: Seal,
  known: number,
): Promise<Result<FolderContent>> {
  const files = readOnlyFiles(given);
  const found = await findStore(files, folder);
  if (found.kind !== 'generation') {
    return found.kind === 'lost' && (found.version ?? 0) > known
      ? failed({ code: 'newer-version', found: found.version ?? 0, known })
      : failed({ code: 'not-a-copy' });
  }
  const { number, version, manifest } = found;
  if (version > known) return failed({ code: 'newer-version', found: version, known });
  if (manifest === 'damaged') return failed({ code: 'not-a-copy' });
  const { isSecret } = manifest;
  if (isSecret && !isSealOf(seal, manifest)) return failed({ code: 'locked' });
  const own = isSecret ? seal : plainSeal;
  const { table, seq, damage } = await loadGeneration(
    placeOf({ files, folder, compactAt: Infinity }, number, own),
    manifest,
  );
  return success({
    manifest,
    records: Array.from(table.slots(), ({ json }) => json),
    seq,
    isSound: damage.lines.length === 0 && damage.missing === 0 && damage.stale.length === 0,
    blobs: await openBlobs(join(folder, 'files'), files, own),
  });
}

/** Whether a folder holds, to the bit, what its packing list says. Throws the disk's errors and `Cancelled`. */
export async function isWhole(
  { records, isSound, blobs }: FolderContent,
  list: PackingList,
  watch: Watch = {},
): Promise<boolean> {
  if (!isSound || !(await areListed(list, records, partOf(watch, 0, 0.3)))) return false;
  for (const [index, sha256] of list.files.entries()) {
    throwIfCancelled(watch);
    watch.onProgress?.(0.3 + (0.7 * index) / list.files.length);
    if (!(await blobs.get(sha256)).ok) return false;
  }
  return true;
}
