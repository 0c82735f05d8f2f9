import { dirname, join } from 'node:path';
import type { Instant } from '@shared/dates';
import type { RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { StoreNotice } from '@shared/ipc/app-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { BackupShelf } from './backups/backup-shelf';
import { keepBackups } from './backups/backups';
import type { Backups } from './backups/backups';
import { openBlobs } from './blobs';
import type { Blobs } from './blobs';
import { failureOfReading, failureOfWriting } from './disk/disk-failures';
import { diskFiles, systemCode } from './disk/disk-files';
import type { DiskFiles } from './disk/disk-files';
import { removeLeftovers } from './disk/durable-write';
import { lockFolder } from './disk/folder-lock';
import type { FolderLock } from './disk/folder-lock';
import { Quarantine } from './disk/quarantine';
import { readOnlyFiles } from './disk/read-only-files';
import { Engine } from './engine';
import { conflictCopies } from './layout/conflict-copies';
import { Generation } from './layout/generation';
import { isSealOf, placeOf, tidyGenerations } from './layout/generations';
import type { DataFolder } from './layout/generations';
import { loadGeneration } from './layout/load-generation';
import { shippedMigrations, versionAfter } from './migrations';
import type { Migration } from './migrations';
import { findStore } from './opening/find-store';
import type { FoundStore } from './opening/find-store';
import { mend } from './opening/mend';
import { readStore } from './opening/read-store';
import { plainSeal } from './seal/plain-seal';
import type { Seal } from './seal/seal';
import type { Store } from './store';
import { openThumbnails } from './thumbnails';
import type { Thumbnails } from './thumbnails';
import { openTravel } from './travel/travel';
import type { Travel } from './travel/travel';

export interface StoreOptions {
  /** The data folder; made when it is not there. */
  readonly folder: string;
  readonly clock: () => Instant;
  readonly newId: () => RecordId;
  /** How what is written stands on the disk. A store that is sealed with another key fails to open with `locked`. */
  readonly seal?: Seal;
  /** A second folder for backups, on another disk perhaps, that may not be there at the moment. */
  readonly otherBackupFolder?: () => string | null;
  readonly migrations?: readonly Migration[];
  /** The way to the disk; tests give one that fails. */
  readonly files?: DiskFiles;
  /** Bytes of journal that are put into the snapshots at the latest, where that is more than a share of them. */
  readonly compactAt?: number;
}

export interface OpenedStore {
  readonly store: Store;
  readonly backups: Backups;
  /** The files that attachments name. */
  readonly blobs: Blobs;
  readonly thumbnails: Thumbnails;
  readonly travel: Travel;
  /** The records as their JSON stands in the store, for the search index, which is made of all of them. */
  readonly jsons: Pick<Engine, 'ready' | 'snapshot' | 'jsonAt'>;
  /** The records with all their branches, for sync. */
  readonly branches: Pick<
    Engine,
    'branch' | 'branched' | 'changedSince' | 'disputed' | 'seq' | 'generation' | 'deviceId'
  >;
  /** What the person must be told about how it was found; more may come while what was not needed at once is read. */
  readonly notices: readonly StoreNotice[];
  /** There is no store yet, and none is made before the first change. Also so after damage that left nothing. */
  readonly isFresh: boolean;
  /** Whether what is written now is secret. Not so for a while when a store was just given a seal. */
  readonly isSecret: () => boolean;
  /** Writes the records anew under another seal. Throws the disk's error, changing nothing. */
  reseal(seal: Seal): Promise<void>;
  /** Makes sure that nothing is left of what was there before a `reseal`. Throws the disk's error. */
  removeOld(): Promise<void>;
  /** Puts what was changed into the snapshots now. Throws the disk's error, changing nothing. */
  compact(): Promise<void>;
  /**
   * Notes durably that these records may have left this device, which must be so before they do: from then on they are
   * followed and not amended. Throws the disk's error.
   */
  markShared(named: readonly { readonly type: RecordType; readonly id: RecordId }[]): Promise<void>;
}

type Options = Required<StoreOptions>;

const defaultCompactAt = 4 << 20;

/**
 * Opens the store of a data folder for this process alone, until `store.close()`. A store of a newer version is opened
 * for reading only, or fails with `newer-version` when this one can make nothing of it; either way it is not touched.
 * Fails with `locked` when it is sealed and no seal or another one was given, with `cannot-read` (the reason is the
 * system's code, or `in-use` when another process has it), or with `disk-full` or `cannot-write` when it must be
 * written anew and cannot.
 */
export async function openStore(given: StoreOptions): Promise<Result<OpenedStore>> {
  const options: Options = {
    seal: plainSeal,
    otherBackupFolder: () => null,
    migrations: shippedMigrations,
    files: diskFiles,
    compactAt: defaultCompactAt,
    ...given,
  };
  const { files, folder } = options;
  try {
    await files.makeFolder(folder);
    const found = await findStore(files, folder);
    if (isNewer(found, versionAfter(options.migrations))) return await openNewer(options, found);

    const lock = await lockFolder(files, folder);
    if (lock === null) return failed({ code: 'cannot-read', reason: 'in-use' });
    try {
      // What was found before the lock may have been changed by who had it.
      const opened = await openLocked(options, await findStore(files, folder), lock);
      if (!opened.ok) await lock.release();
      return opened;
    } catch (cause) {
      await lock.release();
      throw cause;
    }
  } catch (cause) {
    return failed(failureOfOpening(cause));
  }
}

async function openLocked(options: Options, found: FoundStore, lock: FolderLock): Promise<Result<OpenedStore>> {
  if (!isReadOnly(lock.problem)) await makeNamesDurable(options.files, options.folder);
  const { files, folder, clock, newId, migrations, seal } = options;
  const version = versionAfter(migrations);
  const deviceId = deviceIdOf(found) ?? newId();
  const data: DataFolder = { files, folder, version, deviceId, compactAt: options.compactAt };
  const shelf = shelfOf(options, deviceId);
  const quarantine = new Quarantine(files, folder, clock);
  const read = await readStore(found, { data, seal, shelf, quarantine, migrations });
  if (!read.ok) return read;

  const { notices, damage, ...state } = read.value;
  if (!isReadOnly(lock.problem)) await state.generation?.settle();
  await state.generation?.tidy();
  await tidyGenerations(files, folder, state.generation?.manifest.generation ?? 0);
  const engine = new Engine({
    ...state,
    data,
    seal,
    readOnly: null,
    clock,
    newId,
    onCompactionProblem: ({ code }) => {
      if (!notices.some(({ kind }) => kind === 'cannot-tidy')) notices.push({ kind: 'cannot-tidy', code });
    },
    afterClose: () => lock.release(),
  });
  if (state.generation !== null && damage !== null) {
    const notice = await mend(damage, { engine, shelf, quarantine, generation: state.generation.manifest.generation });
    if (notice !== null) notices.push(notice);
  }
  if (isReadOnly(lock.problem)) notices.push({ kind: 'read-only-folder' });
  const copies = await conflictCopies(files, [folder, ...(state.generation === null ? [] : [state.generation.folder])]);
  if (copies.length > 0) notices.push({ kind: 'conflict-copies', names: copies });
  const written = [folder, shelf.folder, quarantine.folder, state.generation?.folder];
  for (const each of written) if (each !== undefined) await removeLeftovers(files, each);
  return success(await asOpened(options, engine, shelf, notices));
}

/** A store of a newer version, for looking only: nothing under this can write. */
async function openNewer(options: Options, found: FoundStore): Promise<Result<OpenedStore>> {
  const { folder, migrations, seal, clock, newId, compactAt } = options;
  const known = versionAfter(migrations);
  const newer: Failure = { code: 'newer-version', found: versionOf(found) ?? known, known };
  if (found.kind !== 'generation' || found.manifest === 'damaged') return failed(newer);
  const files = readOnlyFiles(options.files);
  const { manifest } = found;
  if (manifest.isSecret && !isSealOf(seal, manifest)) return failed({ code: 'locked' });
  const data: DataFolder = { files, folder, version: known, deviceId: manifest.deviceId, compactAt };
  const place = placeOf(data, found.number, manifest.isSecret ? seal : plainSeal);
  const loaded = await loadGeneration(place, manifest);
  const generation = new Generation(place, { manifest, ...loaded });
  const afterClose = (): Promise<void> => Promise.resolve();
  const { table, seq } = loaded;
  const onCompactionProblem = (): void => undefined;
  const engine = new Engine({
    ...{ data, generation, table, seq, seal, clock, newId, onCompactionProblem, afterClose },
    readOnly: newer,
  });
  const shelf = shelfOf({ ...options, files }, manifest.deviceId);
  const notice: StoreNotice = { kind: 'newer-version', found: found.version, known };
  return success(await asOpened({ ...options, files }, engine, shelf, [notice]));
}

async function asOpened(
  options: Options,
  engine: Engine,
  shelf: BackupShelf,
  notices: StoreNotice[],
): Promise<OpenedStore> {
  const { files, folder, seal, clock, newId, migrations } = options;
  const blobs = await openBlobs(join(folder, 'files'), files, seal);
  await engine.readFirst();
  // Nobody waits for it: it only brings forward what would be read anyway.
  void engine.readAhead().then((count) => {
    if (count > 0) notices.push({ kind: 'unreadable-records', count });
  });
  const backups = keepBackups({ files, shelf, store: engine, blobs, clock, migrations });
  engine.beforeClose(() => backups.close());
  let sealNow = seal;
  const isSecret = (): boolean => engine.isSecret;
  const travel = openTravel({ files, folder, store: engine, isSecret, blobs, seal: () => sealNow, clock, newId });
  engine.beforeClose(() => travel.close());
  return {
    store: engine,
    backups,
    blobs,
    thumbnails: openThumbnails(join(folder, 'thumbnails'), files, seal),
    travel,
    jsons: engine,
    branches: engine,
    notices,
    isFresh: engine.isFresh,
    isSecret,
    removeOld: () => engine.removeOld(),
    async reseal(to) {
      await engine.reseal(to);
      sealNow = to;
    },
    compact: () => engine.compact(),
    markShared: (named) => engine.markShared(named),
  };
}

/** What is kept in a folder is not kept when its name is not, or the folder's own. */
async function makeNamesDurable(files: DiskFiles, folder: string): Promise<void> {
  try {
    await files.syncFolder(dirname(folder));
    await files.syncFolder(folder);
  } catch (cause) {
    // A folder that lies where one may not look was not made here.
    if (!isReadOnly(systemCode(cause) ?? null)) throw cause;
  }
}

function shelfOf(options: Options, deviceId: string): BackupShelf {
  const { files, folder, otherBackupFolder, seal, clock, migrations } = options;
  const backups = join(folder, 'backups');
  return new BackupShelf({ files, folder: backups, deviceId, otherFolder: otherBackupFolder, seal, clock, migrations });
}

function deviceIdOf(found: FoundStore): string | null {
  if (found.kind === 'none') return null;
  return found.kind === 'whole' ? found.document.deviceId : found.deviceId;
}

function versionOf(found: FoundStore): number | null {
  if (found.kind === 'none') return null;
  return found.kind === 'whole' ? found.document.version : found.version;
}

function isNewer(found: FoundStore, known: number): boolean {
  return (versionOf(found) ?? 0) > known;
}

function isReadOnly(code: string | null): boolean {
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM';
}

function failureOfOpening(cause: unknown): Failure {
  // Mending writes: what only a write can meet is said as such.
  const code = systemCode(cause);
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS' ? failureOfWriting(cause) : failureOfReading(cause);
}
