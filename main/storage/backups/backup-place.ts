import { join } from 'node:path';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeDurably } from '../disk/durable-write';
import { backupNameOf, fileOf } from './backup-names';
import type { BackupName } from './backup-names';

/** What was read back from the disk is not what was written to it. */
class UnverifiedBackup extends Error {
  override readonly name = 'UnverifiedBackup';
  readonly code = 'not-verified';
}

/** A folder with backups. Throws the disk's errors. */
export class BackupPlace {
  constructor(
    private readonly files: DiskFiles,
    readonly folder: string,
  ) {}

  /** In no order; none when there is no such folder. */
  async names(): Promise<BackupName[]> {
    const names = await this.files.list(this.folder);
    return names.map(backupNameOf).filter((backup) => backup !== null);
  }

  has(backup: BackupName): Promise<boolean> {
    return this.files.has(this.pathOf(backup));
  }

  read(backup: BackupName): Promise<Uint8Array> {
    return this.files.read(this.pathOf(backup));
  }

  size(backup: BackupName): Promise<number> {
    return this.files.size(this.pathOf(backup));
  }

  /** Writes a backup's file, wholly or not at all, and answers when it was read back and found to be as `isGood` says. */
  async write(
    backup: BackupName,
    pieces: AsyncIterable<Uint8Array>,
    isGood: (file: Uint8Array) => Promise<boolean>,
  ): Promise<void> {
    await writeDurably(this.files, this.pathOf(backup), pieces);
    if (await isGood(await this.read(backup))) return;
    await this.removeIfPossible(backup);
    throw new UnverifiedBackup('A backup that was written is not what can be read');
  }

  async remove(backup: BackupName): Promise<void> {
    await this.files.remove(this.pathOf(backup));
    await this.files.syncFolder(this.folder);
  }

  /** A backup that cannot be let go of now only takes up room; the next thinning meets it again. */
  async removeIfPossible(backup: BackupName): Promise<void> {
    try {
      await this.files.remove(this.pathOf(backup));
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
    }
  }

  pathOf(backup: BackupName): string {
    return join(this.folder, fileOf(backup));
  }
}
