import { join } from 'node:path';
import type { Instant } from '@shared/dates';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { readIfThere } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { freePath, writeDurably } from '../disk/durable-write';
import { plainSeal } from '../seal/plain-seal';
import { openVault } from '../vault/open-vault';
import { recoverySecret } from '../vault/recovery-key';
import type { Keychain, OpenVault, Vault } from '../vault/vault';
import type { BackupPlace } from './backup-place';
import { stampOf } from './backup-names';
import { isSame } from './unhurried';

/** The vault's two files, as they stand in a data folder. */
const vaultNames = ['vault.json', 'vault-copy.json'] as const;

/** A backup from elsewhere was sealed on another machine: its keychain is not here. */
const noKeychain: Keychain = {
  isAvailable: () => false,
  seal() {
    throw new Error('There is no keychain for a vault elsewhere');
  },
  open() {
    throw new Error('There is no keychain for a vault elsewhere');
  },
};

/**
 * Copies the wrapped keys of a data folder beside its backups elsewhere, which could otherwise be opened by nobody. A copy
 * that still goes by an old passphrase is replaced; one of another vault is put aside as long as something there may
 * need it; one that nothing needs goes.
 */
export async function keepVaultBeside(
  files: DiskFiles,
  dataFolder: string,
  place: BackupPlace,
  clock: () => Instant,
): Promise<void> {
  const bytes = await readIfThere(files, join(dataFolder, vaultNames[0]));
  const isNeeded = (await place.names()).some(({ isSealed }) => isSealed);
  for (const name of vaultNames) {
    const path = join(place.folder, name);
    const kept = await readIfThere(files, path);
    if (bytes === null) {
      if (kept !== null && !isNeeded) await files.remove(path);
    } else if (kept === null || !(await isSame(kept, bytes))) {
      if (kept !== null && isNeeded && idOf(kept) !== idOf(bytes)) {
        await files.rename(path, await freePath(files, place.folder, `vault-until-${stampOf(clock())}`, '.json'));
      }
      await writeDurably(files, path, bytes);
    }
  }
}

/** The vaults of folders elsewhere. A wrong passphrase makes the next try wait, which a vault counts while it is known. */
export class VaultsBeside {
  readonly #known = new Map<string, Vault>();

  constructor(
    private readonly files: DiskFiles,
    private readonly clock: () => Instant,
  ) {}

  /** Opens the vault of a folder with its passphrase or its recovery key; to be wiped after use. */
  async open(folder: string, secret: string): Promise<Result<OpenVault>> {
    const { files, clock } = this;
    const known = this.#known.get(folder);
    const found =
      known === undefined ? await openVault({ folder, files, clock, keychain: noKeychain }) : success(known);
    if (!found.ok) return found;
    if (!found.value.status().isSet) return failed({ code: 'not-a-backup', reason: 'no-vault' });
    this.#known.set(folder, found.value);
    const opened = await found.value.unlock(
      recoverySecret(secret) === null
        ? { by: 'passphrase', passphrase: secret }
        : { by: 'recovery-key', recoveryKey: secret },
    );
    if (opened.ok) this.#known.delete(folder);
    return opened;
  }
}

/** Which vault it is; its own bytes change with each passphrase. */
function idOf(bytes: Uint8Array): unknown {
  const json = plainSeal.openLine(bytes);
  if (json === null) return null;
  try {
    return (JSON.parse(Buffer.from(json).toString('utf8')) as { id?: unknown }).id ?? null;
  } catch {
    return null;
  }
}
