import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { newestFirst } from '../backups/backup-names';
import type { BackupName } from '../backups/backup-names';
import { BackupPlace } from '../backups/backup-place';
import { FilesMirror } from '../backups/files-mirror';
import { readContent } from '../backups/read-backup';
import { hashOf, partOf } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import { upToDate } from '../backups/up-to-date';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { namesIfPossible } from '../disk/durable-write';
import { readOnlyFiles } from '../disk/read-only-files';
import { shippedMigrations, versionAfter } from '../migrations';
import { plainSeal } from '../seal/plain-seal';
import type { Seal } from '../seal/seal';
import { looksSealed } from '../seal/sealed-file';
import type { Vault } from '../vault/vault';
import { dataFolderAt, sealOf, vaultElsewhere } from './folder-elsewhere';
import type { VaultElsewhere } from './folder-elsewhere';
import { readDataFolder } from './read-copy';

/** What was read back in a place elsewhere, which stays readable until `wipe`. */
export interface Arrived {
  /** In the shape that this version knows. */
  readonly records: readonly Uint8Array[];
  /** Whether a file of this hash was just read there and is that file. */
  hasFile(sha256: string): Promise<boolean>;
  /** The hashes of what was set aside as damaged and is kept there. */
  readonly aside: ReadonlySet<string>;
  /** Whether what the records were read from still stands there as it was. */
  isThereStill(): Promise<boolean>;
  wipe(): void;
}

/** A folder elsewhere in which things may have arrived. */
export interface ArrivalPlace {
  readonly kind: 'copy' | 'backups';
  readonly folder: string;
  readonly isProtected: boolean;
  /**
   * Reads everything there; writes nothing. Fails with `passphrase-needed`, as `Vault.unlock` does, and with `not-a-copy`
   * when there is nothing that can be read. Throws the disk's errors and `Cancelled`.
   */
  read(passphrase: string | null, watch?: Watch): Promise<Result<Arrived>>;
}

/** Finds what a chosen folder holds. Fails with `not-a-copy`, and as opening a vault does. Throws the disk's errors. */
export async function arrivalPlaceAt(
  parts: VaultElsewhere,
  chosen: string,
  mark: string,
): Promise<Result<ArrivalPlace>> {
  const files = readOnlyFiles(parts.files);
  const copy = await dataFolderAt(files, chosen);
  const folder = copy ?? (await backupFolderAt(files, chosen, mark));
  if (folder === null) return failed({ code: 'not-a-copy' });
  const vault = await vaultElsewhere({ ...parts, files }, folder);
  if (!vault.ok) return vault;
  const kind = copy === null ? 'backups' : 'copy';
  return success({
    kind,
    folder,
    isProtected: vault.value.status().isSet,
    read: (passphrase, watch = {}) =>
      opened(vault.value, passphrase, (seal) =>
        kind === 'copy' ? readCopyAt(files, folder, seal) : readBackupsAt(files, folder, mark, seal, watch),
      ),
  });
}

async function opened(
  vault: Vault,
  passphrase: string | null,
  read: (seal: Seal) => Promise<Result<Omit<Arrived, 'wipe'>>>,
): Promise<Result<Arrived>> {
  const keys = await sealOf(vault, passphrase);
  if (!keys.ok) return keys;
  const { seal, wipe } = keys.value;
  try {
    const arrived = await read(seal);
    if (arrived.ok) return success({ ...arrived.value, wipe });
    wipe();
    return arrived;
  } catch (cause) {
    wipe();
    throw cause;
  }
}

async function readCopyAt(files: DiskFiles, folder: string, seal: Seal): Promise<Result<Omit<Arrived, 'wipe'>>> {
  const content = await readDataFolder(files, folder, seal, versionAfter(shippedMigrations));
  if (!content.ok) return content;
  const { manifest, blobs } = content.value;
  const state = (): Promise<string> => stateOf(files, join(folder, `store-${manifest.generation}`));
  const before = await state();
  return success({
    records: await upToDate({ records: content.value.records, version: manifest.version }, shippedMigrations),
    hasFile: async (sha256) => (await blobs.get(sha256)).ok,
    aside: await asideIn(files, join(folder, 'quarantine'), seal),
    isThereStill: async () => (await state()) === before,
  });
}

/** The newest backup that can be read: it alone must hold everything, for it alone will be restored. */
async function readBackupsAt(
  files: DiskFiles,
  folder: string,
  mark: string,
  seal: Seal,
  watch: Watch,
): Promise<Result<Omit<Arrived, 'wipe'>>> {
  const known = versionAfter(shippedMigrations);
  const place = new BackupPlace(files, folder);
  const mirror = new FilesMirror(files, join(folder, 'files'));
  const seals = seal.isSecret ? [seal, plainSeal] : [plainSeal];
  for (const backup of newestFirst(await place.names(), mark)) {
    const file = await readIfPossible(place, backup);
    const content = file !== null && looksSealed(file) ? await seal.openFile(file) : file;
    const read = content === null ? null : await readContent(content, known, partOf(watch, 0, 1));
    if (read?.kind !== 'good' || file === null) continue;
    const before = await hashOf(file);
    return success({
      records: await upToDate(read.content, shippedMigrations),
      hasFile: async (sha256) => {
        for (const each of seals) if ((await mirror.get(sha256, each)) !== null) return true;
        return false;
      },
      aside: new Set(),
      isThereStill: async () => {
        const now = await readIfPossible(place, backup);
        return now !== null && (await hashOf(now)) === before;
      },
    });
  }
  return failed({ code: 'not-a-copy' });
}

/** The folder of backups that a person means: this one, this laptop's own in it, or the only one in it. */
async function backupFolderAt(files: DiskFiles, chosen: string, mark: string): Promise<string | null> {
  if (await hasBackups(files, chosen)) return chosen;
  const inside: string[] = [];
  for (const name of await files.list(chosen)) {
    if (/^attache-[0-9a-f]{8}$/.test(name) && (await hasBackups(files, join(chosen, name))))
      inside.push(join(chosen, name));
  }
  const own = inside.find((folder) => basename(folder) === `attache-${mark}`);
  return own ?? (inside.length === 1 ? (inside[0] ?? null) : null);
}

async function hasBackups(files: DiskFiles, folder: string): Promise<boolean> {
  return (await new BackupPlace(files, folder).names()).length > 0;
}

async function readIfPossible(place: BackupPlace, backup: BackupName): Promise<Uint8Array | null> {
  try {
    return await place.read(backup);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return null;
  }
}

/** What was set aside in a data folder, each under the hash of what it holds. */
async function asideIn(files: DiskFiles, folder: string, seal: Seal): Promise<Set<string>> {
  const hashes = new Set<string>();
  for (const name of await namesIfPossible(files, folder)) {
    const content = await asideContent(files, join(folder, name), seal);
    if (content !== null) hashes.add(await hashOf(content));
  }
  return hashes;
}

/** The content of a file that was set aside, readable or sealed; null when it cannot be read. */
export async function asideContent(files: DiskFiles, path: string, seal: Seal): Promise<Uint8Array | null> {
  try {
    const file = await files.read(path);
    return looksSealed(file) && seal.isSecret ? await seal.openFile(file) : file;
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return null;
  }
}

/** What tells whether the files of a generation were written to: their names and sizes, and all of the manifest. */
async function stateOf(files: DiskFiles, folder: string): Promise<string> {
  const parts: string[] = [];
  try {
    for (const name of (await files.list(folder)).sort()) parts.push(`${name} ${await files.size(join(folder, name))}`);
    const manifest = await files.read(join(folder, 'manifest.json'));
    return [...parts, createHash('sha256').update(manifest).digest('hex')].join('\n');
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return `gone ${parts.length}`;
  }
}
