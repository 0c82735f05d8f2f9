import { basename, join } from 'node:path';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { makeFolderDurably } from '../disk/durable-write';
import type { BackupName } from './backup-names';
import { BackupPlace } from './backup-place';

/** Beside the store, or in the folder that the person chose. */
export type Where = 'here' | 'there';

export interface KnownPlace {
  readonly place: BackupPlace;
  readonly where: Where;
}

const deviceFolderPattern = /^attache-[0-9a-f]{8}$/;

/**
 * Where backups lie. In the folder that the person chose each device has a folder of its own, so that two laptops may use
 * one disk; and a folder that is not there tells that the disk is not, even where its mount point is.
 */
export class Places {
  readonly here: BackupPlace;

  constructor(
    private readonly files: DiskFiles,
    folder: string,
    private readonly mark: string,
    readonly chosen: () => string | null,
  ) {
    this.here = new BackupPlace(files, folder);
  }

  /** This device's own folder on the other disk; null when none was chosen or it is not there now. */
  async there(): Promise<BackupPlace | null> {
    const chosen = this.chosen();
    if (chosen === null) return null;
    const folder = this.#ownFolderIn(chosen);
    return (await isThere(this.files, folder)) ? new BackupPlace(this.files, folder) : null;
  }

  /** Those that this device writes to and thins. */
  async own(): Promise<KnownPlace[]> {
    const there = await this.there();
    const here: KnownPlace = { place: this.here, where: 'here' };
    return there === null ? [here] : [here, { place: there, where: 'there' }];
  }

  /** Those and what else lies in the chosen folder: loose backups, and those of other laptops. */
  async all(): Promise<KnownPlace[]> {
    const own = await this.own();
    const chosen = this.chosen();
    if (chosen === null || !(await isThere(this.files, chosen))) return own;
    const others = (await namesIn(this.files, chosen))
      .filter((name) => deviceFolderPattern.test(name))
      .map((name) => join(chosen, name));
    const further = [chosen, ...others].filter((folder) => own.every(({ place }) => place.folder !== folder));
    return [
      ...own,
      ...further.map((folder): KnownPlace => ({ place: new BackupPlace(this.files, folder), where: 'there' })),
    ];
  }

  /** Where the backup of this name lies, in each place. */
  async named(name: string): Promise<{ place: BackupPlace; backup: BackupName }[]> {
    const found: { place: BackupPlace; backup: BackupName }[] = [];
    for (const { place } of await this.all()) {
      for (const backup of await namesIfReachable(place)) if (backup.name === name) found.push({ place, backup });
    }
    return found;
  }

  /** In bytes, in all its places together. */
  async sizeOf(name: string): Promise<number> {
    let size = 0;
    for (const { place, backup } of await this.named(name)) size += (await sizeIfThere(place, backup)) ?? 0;
    return size;
  }

  /** Makes this device's own folder in one that the person is choosing. */
  async settleIn(chosen: string): Promise<void> {
    await makeFolderDurably(this.files, this.#ownFolderIn(chosen));
  }

  #ownFolderIn(chosen: string): string {
    const name = `attache-${this.mark}`;
    return basename(chosen) === name ? chosen : join(chosen, name);
  }
}

async function isThere(files: DiskFiles, folder: string): Promise<boolean> {
  try {
    return await files.has(folder);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return false;
  }
}

async function namesIn(files: DiskFiles, folder: string): Promise<string[]> {
  try {
    return await files.list(folder);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return [];
  }
}

/** The backups of one place; none when it cannot be looked into, which must not hide those of another. */
export async function namesIfReachable(place: BackupPlace): Promise<BackupName[]> {
  try {
    return await place.names();
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return [];
  }
}

/** The bytes of a backup's file; null when the disk cannot read it. */
export async function readIfPossible(place: BackupPlace, backup: BackupName): Promise<Uint8Array | null> {
  try {
    return await place.read(backup);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return null;
  }
}

/** In bytes; null for a file that went away meanwhile, or that the disk knows nothing of. */
export async function sizeIfThere(place: BackupPlace, backup: BackupName): Promise<number | null> {
  try {
    return await place.size(backup);
  } catch (cause) {
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    return code === 'ENOENT' ? null : 0;
  }
}
