import type { Instant } from '@shared/dates';
import type { BackupSummary } from '@shared/ipc/app-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { localDayOf } from './backup-names';
import type { BackupShelf } from './backup-shelf';
import { failureOfReading, failureOfWriting } from '../disk/disk-failures';
import type { DiskFiles } from '../disk/disk-files';
import { writeDocument } from '../document';
import type { StoreDocument } from '../document';
import type { Engine } from '../engine';
import { asRestored, loadBackup } from '../loaded-document';
import type { Migration } from '../migrations';

/** Copies of the whole store, kept beside it. */
export interface Backups {
  /** The newest first; those that cannot be read are left out. */
  list(): Promise<Result<BackupSummary[]>>;
  make(): Promise<Result<BackupSummary>>;
  /** Puts a listed backup in the place of everything; the present is backed up before. Nothing changes on failure. */
  restore(name: string): Promise<Result<{ records: number }>>;
  /** The same with a file that a person picked, by its absolute path. */
  restoreFile(path: string): Promise<Result<{ records: number }>>;
  /** Why the last backup that should have been made by itself was not; null when it was. */
  problem(): Failure | null;
}

/** Keeps the store as it was before the first change of each day. */
export class DailyBackup {
  #doneFor: string | null = null;
  problem: Failure | null = null;

  constructor(
    private readonly shelf: BackupShelf,
    private readonly clock: () => Instant,
  ) {}

  /**
   * Called before each write. A backup that fails must not keep a person from saving: the failure is remembered, and
   * the next change tries again.
   */
  async before(present: StoreDocument): Promise<void> {
    const today = localDayOf(this.clock());
    // Before the very first change there is nothing to keep; the second of a new store is its first to be kept.
    if (this.#doneFor === today || present.seq === 0) return;
    try {
      const names = await this.shelf.names();
      const isDone = names.some(({ reason, madeAt }) => reason === 'daily' && localDayOf(madeAt) === today);
      if (!isDone) await this.shelf.keep(writeDocument(present), 'daily');
      this.#doneFor = today;
      this.problem = null;
    } catch (cause) {
      this.problem = failureOfWriting(cause);
    }
  }
}

export interface BackupParts {
  readonly files: DiskFiles;
  readonly shelf: BackupShelf;
  readonly engine: Engine;
  readonly daily: DailyBackup;
  readonly migrations: readonly Migration[];
}

export function keepBackups({ files, shelf, engine, daily, migrations }: BackupParts): Backups {
  /** Everything is read and validated before anything is changed. */
  function takeIn(bytes: Uint8Array): Promise<Result<{ records: number }>> {
    const loaded = loadBackup(bytes, migrations);
    if (!loaded.ok) return Promise.resolve(loaded);
    return engine.alone(async (present) => {
      try {
        if (present.seq > 0) await shelf.keep(writeDocument(present), 'restore');
        const { document, entries } = asRestored(loaded.value, present);
        await engine.replaceAll(document, entries);
        return success({ records: entries.length });
      } catch (cause) {
        return failed(failureOfWriting(cause));
      }
    });
  }

  return {
    problem: () => daily.problem,
    async list() {
      try {
        return success(await shelf.summaries());
      } catch (cause) {
        return failed(failureOfReading(cause));
      }
    },
    make: () =>
      engine.alone(async (present) => {
        try {
          return success(await shelf.keep(writeDocument(present), 'asked'));
        } catch (cause) {
          return failed(failureOfWriting(cause));
        }
      }),
    async restore(name) {
      try {
        const bytes = await shelf.read(name);
        return bytes === null ? failed({ code: 'not-a-backup', reason: 'not-listed' }) : await takeIn(bytes);
      } catch (cause) {
        return failed(failureOfReading(cause));
      }
    },
    async restoreFile(path) {
      try {
        return await takeIn(await files.read(path));
      } catch (cause) {
        return failed(failureOfReading(cause));
      }
    },
  };
}
