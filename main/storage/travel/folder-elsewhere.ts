import { basename, dirname, join, relative, sep } from 'node:path';
import { realpath, statfs } from 'node:fs/promises';
import type { Instant } from '@shared/dates';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { headName } from '../layout/head';
import { plainSeal } from '../seal/plain-seal';
import type { Seal } from '../seal/seal';
import { openVault } from '../vault/open-vault';
import { recoverySecret } from '../vault/recovery-key';
import type { VaultOptions } from '../vault/open-vault';
import type { Keychain, Vault } from '../vault/vault';

/** A folder elsewhere is opened by what a person knows, and never by this computer's keychain. */
const noKeychain: Keychain = {
  isAvailable: () => false,
  seal: () => {
    throw new Error('There is no keychain for a folder elsewhere');
  },
  open: () => {
    throw new Error('There is no keychain for a folder elsewhere');
  },
};

/** How the name of a folder ends that was not packed to its end. */
export const unfinishedEnding = '.unfinished';

export interface VaultElsewhere {
  readonly files: DiskFiles;
  readonly clock: () => Instant;
  readonly cost?: NonNullable<VaultOptions['cost']>;
}

export function vaultElsewhere({ files, clock, cost }: VaultElsewhere, folder: string): Promise<Result<Vault>> {
  return openVault({ folder, files, clock, keychain: noKeychain, ...(cost && { cost }) });
}

/**
 * The seal of a folder with this vault, for a while, by its passphrase or its recovery key. Fails as `Vault.unlock` does,
 * and with `passphrase-needed`.
 */
export async function sealOf(vault: Vault, secret: string | null): Promise<Result<{ seal: Seal; wipe: () => void }>> {
  if (!vault.status().isSet) return success({ seal: plainSeal, wipe: () => undefined });
  if (secret === null) return failed({ code: 'passphrase-needed' });
  const opened = await vault.unlock(
    recoverySecret(secret) === null
      ? { by: 'passphrase', passphrase: secret }
      : { by: 'recovery-key', recoveryKey: secret },
  );
  if (!opened.ok) return opened;
  const { value: key } = opened;
  return success({ seal: key.seal, wipe: () => key.wipe() });
}

/**
 * The data folder that a person means: the one that they chose, or the only one directly inside it, for who chose the
 * stick. Null when there is none, or one cannot tell which. Throws the disk's errors.
 */
export async function dataFolderAt(files: DiskFiles, chosen: string): Promise<string | null> {
  if (await files.has(join(chosen, headName))) return chosen;
  const inside: string[] = [];
  for (const name of await files.list(chosen)) {
    if (!name.endsWith(unfinishedEnding) && (await isDataFolder(files, join(chosen, name))))
      inside.push(join(chosen, name));
  }
  return inside.length === 1 ? (inside[0] ?? null) : null;
}

async function isDataFolder(files: DiskFiles, path: string): Promise<boolean> {
  try {
    return await files.has(join(path, headName));
  } catch (cause) {
    // A file, or a folder of somebody else's.
    if (systemCode(cause) === undefined) throw cause;
    return false;
  }
}

/** Whether a folder is this one or lies anywhere in it, whatever way leads there. */
export async function isWithin(folder: string, top: string): Promise<boolean> {
  const way = relative(await placeOf(top), await placeOf(folder));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !way.startsWith(sep) && !/^[a-z]:/i.test(way));
}

/** Where a folder really is; of one that is not there yet, where it would be. */
async function placeOf(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (cause) {
    const above = dirname(folder);
    if (systemCode(cause) !== 'ENOENT' || above === folder) return folder;
    return join(await placeOf(above), basename(folder));
  }
}

/** How many bytes there is room for in a folder; null where the system does not say. */
export async function roomIn(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return null;
  }
}
