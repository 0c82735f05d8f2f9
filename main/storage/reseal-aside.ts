import { join } from 'node:path';
import { Cancelled } from './backups/unhurried';
import { systemCode } from './disk/disk-files';
import type { DiskFiles } from './disk/disk-files';
import { freePath, nameParts, namesIfPossible, removeLeftovers, writeDurably } from './disk/durable-write';
import type { Seal } from './seal/seal';

/** What a file in the quarantine is called while it is sealed, after its own name. */
const ending = '.sealed';

/**
 * Puts everything that was set aside under a seal, or takes it out when the seal hides nothing: `from` are seals that it
 * may be under. The new file is durable before the old one goes, and never takes the place of another. Answers how many
 * could not be opened and stay as they were. Throws the disk's errors.
 */
export async function resealAside(
  files: DiskFiles,
  folder: string,
  to: Seal,
  signal: AbortSignal,
  from: readonly Seal[] = [],
): Promise<{ left: number }> {
  await removeLeftovers(files, folder);
  let left = 0;
  for (const name of await namesIfPossible(files, folder)) {
    if (signal.aborted) throw new Cancelled('Cancelled');
    const isSealed = name.endsWith(ending);
    if (isSealed === to.isSecret) continue;
    const bytes = await bytesAt(files, join(folder, name));
    const content = bytes === null ? null : isSealed ? await openedBy(from, bytes) : bytes;
    if (content === null) {
      left += 1;
      continue;
    }
    const target = isSealed ? name.slice(0, -ending.length) : `${name}${ending}`;
    // Broken off between writing and removing, the last time, it is there already.
    if (!(await isThere(files, join(folder, target), to, content))) {
      const { stem, ending: last } = nameParts(target);
      await writeDurably(files, await freePath(files, folder, stem, last), to.file(content));
    }
    await files.remove(join(folder, name));
  }
  if (await files.has(folder)) await files.syncFolder(folder);
  return { left };
}

async function isThere(files: DiskFiles, path: string, seal: Seal, content: Uint8Array): Promise<boolean> {
  if (!(await files.has(path))) return false;
  const kept = await bytesAt(files, path);
  const opened = kept === null ? null : await seal.openFile(kept);
  return opened !== null && Buffer.compare(opened, content) === 0;
}

async function openedBy(seals: readonly Seal[], bytes: Uint8Array): Promise<Uint8Array | null> {
  for (const seal of seals) {
    const content = await seal.openFile(bytes);
    if (content !== null) return content;
  }
  return null;
}

/** One that cannot be read must not keep the others from going under a seal. */
async function bytesAt(files: DiskFiles, path: string): Promise<Uint8Array | null> {
  try {
    return await files.read(path);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return null;
  }
}
