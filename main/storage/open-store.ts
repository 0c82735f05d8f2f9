import { join } from 'node:path';
import type { Instant } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import type { StoreNotice } from '@shared/ipc/app-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { BackupShelf } from './backups/backup-shelf';
import { DailyBackup, keepBackups } from './backups/backups';
import type { Backups } from './backups/backups';
import { openBlobs } from './blobs';
import type { Blobs } from './blobs';
import { failureOfReading, failureOfWriting } from './disk/disk-failures';
import { diskFiles, systemCode } from './disk/disk-files';
import type { DiskFiles } from './disk/disk-files';
import { removeLeftovers } from './disk/durable-write';
import { NotADocument } from './durable-adapter';
import { Engine } from './engine';
import { lockFolder } from './disk/folder-lock';
import type { FolderLock } from './disk/folder-lock';
import { loadStore } from './load-store';
import { shippedMigrations, versionAfter } from './migrations';
import type { Migration } from './migrations';
import { Quarantine } from './disk/quarantine';
import type { Store } from './store';

export interface StoreOptions {
  /** The data folder; made when it is not there. */
  readonly folder: string;
  readonly clock: () => Instant;
  readonly newId: () => RecordId;
  readonly migrations?: readonly Migration[];
  /** The way to the disk; tests give one that fails. */
  readonly files?: DiskFiles;
}

export interface OpenedStore {
  readonly store: Store;
  readonly backups: Backups;
  /** The files that attachments name. */
  readonly blobs: Blobs;
  /** What the person must be told about how it was found. */
  readonly notices: readonly StoreNotice[];
  /** There is no store yet, and none is made before the first change. Also so after damage that left nothing. */
  readonly isFresh: boolean;
}

export const storeFileName = 'attache.json';

/**
 * Opens the store of a data folder for this process alone, until `store.close()`. Fails with `newer-version` (the file
 * is not touched), with `cannot-read` (the reason is the system's code, or `in-use` when another process has it), or
 * with `disk-full` or `cannot-write` when what was damaged could not be set aside.
 */
export async function openStore(options: StoreOptions): Promise<Result<OpenedStore>> {
  const { folder, files = diskFiles } = options;
  let lock: FolderLock | null = null;
  try {
    await files.makeFolder(folder);
    lock = await lockFolder(folder);
    if (lock === null) return failed({ code: 'cannot-read', reason: 'in-use' });
    const opened = await openLocked({ migrations: shippedMigrations, ...options, files }, lock);
    lock = null;
    return success(opened);
  } catch (cause) {
    return failed(failureOfOpening(cause, versionAfter(options.migrations ?? shippedMigrations)));
  } finally {
    await lock?.release();
  }
}

async function openLocked(options: Required<StoreOptions>, lock: FolderLock): Promise<OpenedStore> {
  const { folder, clock, newId, migrations, files } = options;
  const path = join(folder, storeFileName);
  const shelf = new BackupShelf(files, join(folder, 'backups'), migrations, clock);
  const quarantine = new Quarantine(files, folder, clock);
  const { low, entries, notices, isFresh } = await loadStore({
    files,
    path,
    shelf,
    quarantine,
    migrations,
    newDeviceId: newId,
  });
  await removeLeftovers(files, folder, storeFileName);
  for (const each of [shelf.folder, quarantine.folder]) await removeLeftovers(files, each);

  const daily = new DailyBackup(shelf, clock);
  const engine = new Engine({
    low,
    entries,
    clock,
    newId,
    beforeWrite: (present) => daily.before(present),
    afterClose: () => lock.release(),
  });
  return {
    store: engine,
    backups: keepBackups({ files, shelf, engine, daily, migrations }),
    blobs: await openBlobs(join(folder, 'files'), files),
    notices,
    isFresh,
  };
}

function failureOfOpening(cause: unknown, known: number): Failure {
  if (cause instanceof NotADocument && cause.found.kind === 'newer') {
    return { code: 'newer-version', found: cause.found.found, known };
  }
  // Mending writes: what only a write can meet is said as such.
  const code = systemCode(cause);
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS' ? failureOfWriting(cause) : failureOfReading(cause);
}
