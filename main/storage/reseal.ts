import { join } from 'node:path';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { SealingWork } from '@shared/ipc/vault-channels';
import { Cancelled } from './backups/unhurried';
import type { Backups } from './backups/backups';
import type { Blobs } from './blobs';
import { failureOfWriting } from './disk/disk-failures';
import { diskFiles, systemCode } from './disk/disk-files';
import type { DiskFiles } from './disk/disk-files';
import type { OpenedStore } from './open-store';
import { findStore } from './opening/find-store';
import type { RememberedFile } from './remembered-file';
import { resealAside } from './reseal-aside';
import type { Seal } from './seal/seal';
import { SealWiped } from './seal/sealed';
import type { Thumbnails } from './thumbnails';

/** Everything in a data folder that goes under its seal. */
export interface SealedParts {
  readonly folder: string;
  readonly files?: DiskFiles;
  readonly records: Pick<OpenedStore, 'isSecret' | 'reseal' | 'removeOld'>;
  readonly remembered: Pick<RememberedFile, 'reseal'>;
  readonly blobs: Pick<Blobs, 'reseal'>;
  readonly thumbnails: Pick<Thumbnails, 'reseal'>;
  /** What is kept of the search index. */
  readonly searching: { reseal(to: Seal): Promise<void> };
  readonly backups: Pick<Backups, 'reseal'>;
}

export interface SealingWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Pick<SealingWork, 'stage' | 'done' | 'count'>) => void;
}

/** Writes the records under another seal: the one step by which a folder is protected or not. */
export async function resealRecords({ records }: SealedParts, to: Seal, watch: SealingWatch): Promise<Result<void>> {
  watch.onProgress({ stage: 'records', done: 0, count: null });
  return guarded(async () => {
    await records.reseal(to);
    return success(undefined);
  });
}

/**
 * Writes everything but the records under another seal, one thing after the other; each new file is durable before the
 * old one goes. Broken off anywhere (`cancelled`, `locked`, the disk's failures) it goes on from there when it is called
 * again. Answers how many files could not be opened and stand there as before.
 */
export async function resealRest(
  parts: SealedParts,
  { from, to }: { readonly from: readonly Seal[]; readonly to: Seal },
  watch: SealingWatch,
): Promise<Result<{ left: number }>> {
  const { folder, files = diskFiles, records, remembered, blobs, thumbnails, searching, backups } = parts;
  const { signal, onProgress } = watch;
  return guarded(async () => {
    await records.removeOld();
    await searching.reseal(to);
    const kept = await remembered.reseal(to);
    if (!kept.ok) return kept;

    onProgress({ stage: 'files', done: 0, count: null });
    await thumbnails.reseal(to);
    const moved = await blobs.reseal(to, ({ done, total }) => {
      throwIfStopped(signal);
      onProgress({ stage: 'files', done: done / total, count: { done, total } });
    });
    if (!moved.ok) return moved;

    throwIfStopped(signal);
    onProgress({ stage: 'backups', done: 0, count: null });
    const backedUp = await backups.reseal(to, {
      signal,
      onProgress: (done) => {
        onProgress({ stage: 'backups', done, count: null });
      },
    });
    if (!backedUp.ok) return backedUp;

    throwIfStopped(signal);
    onProgress({ stage: 'aside', done: 0, count: null });
    const aside = await resealAside(files, join(folder, 'quarantine'), to, signal, from);
    return success({ left: moved.value.left + backedUp.value.left + aside.left });
  });
}

/** Whether the records of a folder certainly stand there readable: whatever vault there is, it opens none of them. */
export async function isReadable(folder: string, files: DiskFiles = diskFiles): Promise<boolean> {
  try {
    const found = await findStore(files, folder);
    if (found.kind === 'generation') return found.manifest !== 'damaged' && !found.manifest.isSecret;
    return found.kind !== 'lost';
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return false;
  }
}

function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled('Cancelled');
}

async function guarded<V>(task: () => Promise<Result<V>>): Promise<Result<V>> {
  try {
    return await task();
  } catch (cause) {
    if (cause instanceof Cancelled) return failed({ code: 'cancelled' });
    if (cause instanceof SealWiped) return failed({ code: 'locked' });
    return failed(failureOfWriting(cause));
  }
}
