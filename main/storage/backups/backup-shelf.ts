import { join } from 'node:path';
import type { Instant } from '@shared/dates';
import type { BackupSummary } from '@shared/ipc/app-channels';
import { backupNameOf, backupsToDrop, newestFirst, stampOf } from './backup-names';
import type { BackupName, BackupReason } from './backup-names';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { readDocument } from '../document';
import { freePath, makeFolderDurably, writeDurably } from '../disk/durable-write';
import { loadBackup } from '../loaded-document';
import type { LoadedDocument } from '../loaded-document';
import { versionAfter } from '../migrations';
import type { Migration } from '../migrations';

/** What was read back from the disk is not what was written to it. */
class UnverifiedBackup extends Error {
  override readonly name = 'UnverifiedBackup';
  readonly code = 'not-verified';
}

/** The folder of backups. Its methods throw the disk's errors; names that it did not give out itself mean nothing to it. */
export class BackupShelf {
  readonly #summaries = new Map<string, BackupSummary>();

  constructor(
    private readonly files: DiskFiles,
    readonly folder: string,
    private readonly migrations: readonly Migration[],
    private readonly clock: () => Instant,
  ) {}

  /** Keeps these bytes, reads them back, and lets go of backups that are no longer wanted. */
  async keep(bytes: Uint8Array, reason: BackupReason): Promise<BackupSummary> {
    await makeFolderDurably(this.files, this.folder);
    const path = await freePath(this.files, this.folder, `attache-${stampOf(this.clock())}-${reason}`, '.json');
    await writeDurably(this.files, path, bytes);
    const name = path.slice(this.folder.length + 1);
    const kept = await this.files.read(path);
    const summary = Buffer.compare(kept, bytes) === 0 ? this.#summaryOf(backupNameOf(name), kept) : null;
    if (summary === null) throw new UnverifiedBackup(`The backup ${name} could not be read back`);
    await this.#thin();
    return summary;
  }

  /** The backups' names, the newest first. */
  async names(): Promise<BackupName[]> {
    const names = await this.files.list(this.folder);
    return newestFirst(names.map(backupNameOf).filter((backup) => backup !== null));
  }

  /** Every backup that can be read, the newest first. */
  async summaries(): Promise<BackupSummary[]> {
    const found: BackupSummary[] = [];
    for (const backup of await this.names()) {
      const known = this.#summaries.get(backup.name);
      const bytes = known === undefined ? await this.#readIfPossible(backup.name) : null;
      const summary = known ?? (bytes === null ? null : this.#summaryOf(backup, bytes));
      if (summary !== null) found.push(summary);
    }
    return found;
  }

  /** The bytes of a backup that stands in the folder under exactly this name; null when none does. */
  async read(name: string): Promise<Uint8Array | null> {
    const names = await this.names();
    return names.some((backup) => backup.name === name) ? this.files.read(join(this.folder, name)) : null;
  }

  /** The newest backup of which every record can be read. */
  async newestGood(): Promise<{ backup: BackupName; loaded: LoadedDocument } | null> {
    for (const backup of await this.names()) {
      const bytes = await this.#readIfPossible(backup.name);
      const loaded = bytes === null ? null : loadBackup(bytes, this.migrations);
      if (loaded?.ok === true) return { backup, loaded: loaded.value };
    }
    return null;
  }

  /** One backup that the disk cannot read must not hide the others. */
  async #readIfPossible(name: string): Promise<Uint8Array | null> {
    try {
      return await this.files.read(join(this.folder, name));
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
      return null;
    }
  }

  #summaryOf(backup: BackupName | null, bytes: Uint8Array): BackupSummary | null {
    const found = readDocument(bytes, versionAfter(this.migrations));
    if (backup === null || found.kind !== 'document') return null;
    const records = Object.keys(found.document.records).length;
    const summary: BackupSummary = { ...backup, bytes: bytes.byteLength, records };
    this.#summaries.set(backup.name, summary);
    return summary;
  }

  /** A backup that cannot be let go of now only takes up room; the next thinning meets it again. */
  async #thin(): Promise<void> {
    for (const { name } of backupsToDrop(await this.names(), this.clock())) {
      try {
        await this.files.remove(join(this.folder, name));
        this.#summaries.delete(name);
      } catch (cause) {
        if (systemCode(cause) === undefined) throw cause;
      }
    }
  }
}
