import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Blobs } from '../blobs';
import { versionAfter } from '../migrations';
import type { Migration } from '../migrations';
import type { Snapshot } from '../snapshot';
import type { BackupShelf } from './backup-shelf';
import type { ReadBackup } from './read-backup';
import { asRestored, upToDate } from './up-to-date';
import { partOf, throwIfCancelled } from './unhurried';
import type { Watch } from './unhurried';

/** What restoring needs of the store. */
export interface ReplaceableStore {
  /** Answers when a snapshot can be had at once: soon after opening not every record has been looked at. */
  ready(): Promise<void>;
  snapshot(): Snapshot;
  /** Runs a task while nothing is being written. */
  alone<V>(task: () => Promise<V>): Promise<V>;
  /**
   * Puts these records in the place of everything, as a new generation; only inside `alone`. `seq` is this device's count
   * of changes afterwards. Throws the disk's error, changing nothing.
   */
  replaceAll(records: readonly Uint8Array[], seq: number): Promise<void>;
}

/** What a restored backup brought. */
export interface Restored {
  readonly records: number;
  /** The backup that was made of what was here before; null when nothing was here. */
  readonly undo: string | null;
  /** Attached files that its records name and that are nowhere to be found. */
  readonly missingFiles: number;
}

export interface RestoringParts {
  readonly shelf: BackupShelf;
  readonly store: ReplaceableStore;
  readonly blobs: Pick<Blobs, 'has' | 'put'>;
  readonly migrations: readonly Migration[];
}

/** The content of an attached file from beside the backup; null when it is not there. */
type FileSource = (sha256: string) => Promise<Uint8Array | null>;

/** Everything is ready to take the place of what was here when the store had made so many changes. */
interface Prepared {
  readonly presentSeq: number;
  readonly undo: string | null;
  readonly records: readonly Uint8Array[];
  readonly seq: number;
  readonly missingFiles: number;
}

/** Why a backup that was read cannot be restored. */
export function failureOf(read: Exclude<ReadBackup, { kind: 'good' }>, known: number): Result<never> {
  switch (read.kind) {
    case 'newer':
      return failed({ code: 'newer-version', found: read.found, known });
    case 'locked':
      return failed({ code: 'backup-locked' });
    case 'damaged':
      return failed({ code: 'not-a-backup', reason: read.reason });
  }
}

/**
 * Puts a backup in the place of everything. All of it is read and validated, what is here now is kept, and the attached
 * files are fetched, before anything is changed; people can go on writing until the very last step. Throws the disk's
 * errors and `Cancelled`, changing nothing.
 */
export async function restored(
  { shelf, store, blobs, migrations }: RestoringParts,
  read: ReadBackup,
  fileFrom: FileSource,
  watch: Watch,
): Promise<Result<Restored>> {
  if (read.kind !== 'good') return failureOf(read, versionAfter(migrations));
  const { content } = read;
  const records = await upToDate(content, migrations, partOf(watch, 0, 0.1));

  async function prepared(present: Snapshot): Promise<Result<Prepared>> {
    const made = await asRestored(records, Math.max(present.seq, content.seq), partOf(watch, 0.1, 0.4));
    if (!made.ok) return made;
    const files = await fetchFiles(made.value.fileHashes, blobs, fileFrom, watch);
    if (!files.ok) return files;
    const isEmpty = present.records.length === 0;
    const kept = isEmpty ? null : await shelf.keep(present, 'restore', partOf(watch, 0.5, 0.9));
    return success({ ...made.value, presentSeq: present.seq, undo: kept?.name ?? null, missingFiles: files.value });
  }

  const early = await prepared(store.snapshot());
  if (!early.ok) return early;
  return store.alone(async () => {
    const present = store.snapshot();
    // What was written meanwhile must be in the backup of what was here.
    const ready = present.seq === early.value.presentSeq ? early : await prepared(present);
    if (!ready.ok) return ready;
    throwIfCancelled(watch);
    await store.replaceAll(ready.value.records, ready.value.seq);
    const { undo, missingFiles } = ready.value;
    return success({ records: ready.value.records.length, undo, missingFiles });
  });
}

/** Brings the files that are not here yet; answers how many could not be found. */
async function fetchFiles(
  hashes: readonly string[],
  blobs: RestoringParts['blobs'],
  fileFrom: FileSource,
  watch: Watch,
): Promise<Result<number>> {
  let missing = 0;
  for (const [index, sha256] of hashes.entries()) {
    throwIfCancelled(watch);
    watch.onProgress?.(0.4 + (0.1 * index) / hashes.length);
    if (await blobs.has(sha256)) continue;
    const content = await fileFrom(sha256);
    const put = content === null ? null : await blobs.put(content);
    if (put?.ok === false) return put;
    if (put === null) missing += 1;
  }
  return success(missing);
}
