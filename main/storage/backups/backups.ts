import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Instant } from '@shared/dates';
import type { BackupSummary } from '@shared/ipc/backup-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import type { Blobs } from '../blobs';
import { failureOfReading, failureOfWriting } from '../disk/disk-failures';
import type { DiskFiles } from '../disk/disk-files';
import type { Migration } from '../migrations';
import { plainSeal } from '../seal/plain-seal';
import type { Seal } from '../seal/seal';
import { SealWiped } from '../seal/sealed';
import type { Store } from '../store';
import type { BackupShelf } from './backup-shelf';
import { DailyBackup } from './daily-backup';
import { FilesMirror } from './files-mirror';
import { Looks } from './look';
import type { BackupLook } from './look';
import { OtherFolder } from './other-folder';
import type { OtherFolderState } from './other-folder';
import type { ReadBackup } from './read-backup';
import { restored } from './restoring';
import type { ReplaceableStore, Restored } from './restoring';
import { Cancelled, partOf } from './unhurried';
import type { Watch } from './unhurried';
import { VaultsBeside } from './vault-beside';

/** Copies of the whole store, kept beside it and, where the person chose one, in another folder. */
export interface Backups {
  /** The newest first; those that cannot be read are among them. */
  list(): Promise<Result<BackupSummary[]>>;
  /** Reads a listed backup from beginning to end and compares it with what is here now. */
  look(name: string, watch?: Watch): Promise<Result<BackupLook>>;
  /** The folder that the person chose, as it is at the moment; null when there is none. */
  otherFolder(): Promise<Result<OtherFolderState | null>>;
  /**
   * Gets a folder ready that the person is choosing. Fails with `not-another-place` for one inside the data folder; the
   * setting itself is the caller's to write, and `visitOtherFolder` to be called afterwards.
   */
  settleIn(folder: string): Promise<Result<void>>;
  /** Copies to the other folder what it has not yet, a backup first; its state afterwards tells what failed. */
  visitOtherFolder(watch?: Watch): Promise<void>;
  /** Makes one because the person asked for it. */
  make(watch?: Watch): Promise<Result<BackupSummary>>;
  /** Makes one because much is about to change. The change must not be begun when it fails. */
  before(reason: 'import' | 'merge', watch?: Watch): Promise<Result<BackupSummary>>;
  /** Puts a listed backup in the place of everything; the present is backed up before. Nothing changes on failure. */
  restore(name: string, secret?: string | null, watch?: Watch): Promise<Result<Restored>>;
  /**
   * The same with a file that a person picked, by its absolute path, and with the attached files that lie beside it. Both
   * fail with `backup-locked` when it needs a `secret`: the passphrase that it was made under, or that one's recovery
   * key; and as a vault does when that is wrong.
   */
  restoreFile(path: string, secret?: string | null, watch?: Watch): Promise<Result<Restored>>;
  /** Why the last backup that should have been made by itself was not; null when it was. */
  problem(): Failure | null;
  /** Writes everything that is in reach under another seal: see `BackupShelf.reseal`. */
  reseal(to: Seal, watch?: Watch, alsoFrom?: readonly Seal[]): Promise<Result<{ left: number }>>;
  /** Answers when nothing is being made in the background any more. */
  settled(): Promise<void>;
  /** Makes none by itself any more; what is being made is finished if that takes no longer than a moment. */
  close(): Promise<void>;
}

export interface BackupParts {
  readonly files: DiskFiles;
  readonly shelf: BackupShelf;
  readonly store: ReplaceableStore & Pick<Store, 'onCommit'>;
  readonly blobs: Pick<Blobs, 'has' | 'put' | 'all'>;
  readonly migrations: readonly Migration[];
  readonly clock: () => Instant;
  readonly elapsed?: () => number;
}

/** In milliseconds; how long the closing program waits for a backup that is being made. */
const patience = 3000;

export function keepBackups(parts: BackupParts): Backups {
  const { files, shelf, store, blobs, migrations, clock } = parts;
  const other = new OtherFolder({ files, shelf, blobs, clock });
  const vaults = new VaultsBeside(files, clock);
  const snapshot = (): ReturnType<typeof store.snapshot> => store.snapshot();
  const looks = new Looks(shelf, snapshot, migrations);
  const daily = new DailyBackup({ shelf, other, ready: () => store.ready(), snapshot, clock, elapsed: parts.elapsed });
  const stopListening = store.onCommit(() => {
    daily.changed();
  });

  async function keep(reason: 'asked' | 'import' | 'merge', watch: Watch): Promise<Result<BackupSummary>> {
    await store.ready();
    const kept = await shelf.keep(snapshot(), reason, partOf(watch, 0, 0.8));
    await other.visit(partOf(watch, 0.8, 1));
    return success(kept);
  }

  /** The backup, and the attached files beside it, may be of another laptop and under its passphrase. */
  async function restoreElsewhere(path: string, secret: string | null, watch: Watch): Promise<Result<Restored>> {
    const read = await shelf.readElsewhere(path, null, partOf(watch, 0, 0.2));
    if (read.kind !== 'locked' || secret === null) return restoreFrom(path, read, shelf.seals, watch);
    const vault = await vaults.open(dirname(path), secret);
    if (!vault.ok) return vault;
    try {
      const { seal } = vault.value;
      const opened = await shelf.readElsewhere(path, seal, partOf(watch, 0, 0.2));
      return await restoreFrom(path, opened, [seal], watch);
    } finally {
      vault.value.wipe();
    }
  }

  function restoreFrom(
    path: string,
    read: ReadBackup,
    seals: readonly Seal[],
    watch: Watch,
  ): Promise<Result<Restored>> {
    const beside = new FilesMirror(files, join(dirname(path), 'files'));
    const fileFrom = async (sha256: string): Promise<Uint8Array | null> => {
      for (const seal of [...seals, plainSeal]) {
        const content = await beside.get(sha256, seal);
        if (content !== null) return content;
      }
      return other.fileContent(sha256);
    };
    return writing(() => restored(parts, read, fileFrom, partOf(watch, 0.2, 1)));
  }

  return {
    list: () => reading(async () => success(await shelf.list())),
    look: (name, watch) => reading(() => looks.look(name, watch)),
    otherFolder: () => reading(async () => success(await other.state())),
    settleIn: (folder) =>
      writing(async () => {
        if (isInside(folder, dirname(shelf.folder))) return failed({ code: 'not-another-place' });
        await shelf.places.settleIn(folder);
        return success(undefined);
      }),
    async visitOtherFolder(watch = {}) {
      await other.visit(partOf(watch, 0, 0.5));
      const listed = await shelf.list();
      const isEmpty = !listed.some(({ isOwn, places }) => isOwn && places.includes('there'));
      const isThere = (await shelf.places.there()) !== null;
      if (isThere && isEmpty && snapshot().records.length > 0)
        await writing(() => keep('asked', partOf(watch, 0.5, 1)));
    },
    make: (watch = {}) => writing(() => keep('asked', watch)),
    before: (reason, watch = {}) => writing(() => keep(reason, watch)),
    restore: (name, secret = null, watch = {}) =>
      reading(async () => {
        const read = await shelf.read(name, partOf(watch, 0, 0.2));
        if (read === null) return failed({ code: 'not-a-backup', reason: 'not-listed' });
        const [found] = read.kind === 'locked' && secret !== null ? await shelf.places.named(name) : [];
        if (found !== undefined) return restoreElsewhere(found.place.pathOf(found.backup), secret, watch);
        const fileFrom = (sha256: string): Promise<Uint8Array | null> => other.fileContent(sha256);
        return writing(() => restored(parts, read, fileFrom, partOf(watch, 0.2, 1)));
      }),
    restoreFile: (path, secret = null, watch = {}) => reading(() => restoreElsewhere(path, secret, watch)),
    problem: () => daily.problem,
    reseal: (to, watch = {}, alsoFrom = []) =>
      writing(async () => {
        const from = [...shelf.seals, ...alsoFrom];
        const { left } = await shelf.reseal(to, partOf(watch, 0, 0.6), alsoFrom);
        await other.reseal(from, to, partOf(watch, 0.6, 1));
        return success({ left });
      }),
    settled: () => daily.settled(),
    async close() {
      stopListening();
      await daily.end(patience);
    },
  };
}

function isInside(folder: string, top: string): boolean {
  const way = relative(resolve(top), resolve(folder));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !way.startsWith(sep) && resolve(way) !== way);
}

type Failing = (cause: unknown) => Failure;

/** The disk's errors, and work that was broken off, as Failures. */
async function guarded<V>(task: () => Promise<Result<V>>, failureOf: Failing): Promise<Result<V>> {
  try {
    return await task();
  } catch (cause) {
    if (cause instanceof Cancelled || cause instanceof SealWiped) return failed({ code: 'cancelled' });
    return failed(failureOf(cause));
  }
}

function reading<V>(task: () => Promise<Result<V>>): Promise<Result<V>> {
  return guarded(task, failureOfReading);
}

function writing<V>(task: () => Promise<Result<V>>): Promise<Result<V>> {
  return guarded(task, failureOfWriting);
}
