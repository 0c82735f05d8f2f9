import type { Seal } from '../seal/seal';
import { fileOf } from './backup-names';
import type { BackupPlace } from './backup-place';
import { isSame, throwIfCancelled } from './unhurried';
import type { Watch } from './unhurried';

/** The content of a sealed file by the first of the seals that opens it; null when none does. */
export async function openedBy(file: Uint8Array, seals: readonly Seal[]): Promise<Uint8Array | null> {
  for (const seal of seals) {
    const content = seal.isSecret ? await seal.openFile(file) : null;
    if (content !== null) return content;
  }
  return null;
}

/**
 * Writes every backup of a place under another seal: the new file is on the disk and was read back before the old one
 * goes. Where both are found, it was broken off in between, and is finished. Answers how many could not be opened.
 */
export async function resealPlace(
  place: BackupPlace,
  from: readonly Seal[],
  to: Seal,
  watch: Watch = {},
): Promise<{ left: number }> {
  const backups = await place.names();
  let left = 0;
  for (const [index, backup] of backups.entries()) {
    throwIfCancelled(watch);
    watch.onProgress?.(index / backups.length);
    if (!backup.isSealed && !to.isSecret) continue;
    const file = await place.read(backup);
    if (backup.isSealed && (await openedBy(file, [to])) !== null) continue;
    // One that is readable and damaged is sealed as it is: its words must not stay readable either.
    const content = backup.isSealed ? await openedBy(file, from) : file;
    if (content === null) {
      left += 1;
      continue;
    }
    const target = { ...backup, isSealed: to.isSecret };
    await place.write(target, to.file(content), async (kept) => {
      const opened = await to.openFile(kept);
      return opened !== null && isSame(opened, content);
    });
    if (fileOf(target) !== fileOf(backup)) await place.remove(backup);
  }
  return { left };
}
