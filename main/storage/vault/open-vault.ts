import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { instantOf } from '@shared/dates';
import type { Instant } from '@shared/dates';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { failureOfWriting } from '../disk/disk-failures';
import { diskFiles } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { makeFolderDurably, removeLeftovers } from '../disk/durable-write';
import { keyLength } from '../seal/aes-gcm';
import { KeptKeys } from './kept-keys';
import { tooShort } from './passphrase';
import { newRecoveryKey, recoverySecret } from './recovery-key';
import { UnlockedVault } from './unlocked-vault';
import { bodyIn, VaultFiles, vaultHead } from './vault-file';
import type { VaultBody } from './vault-file';
import type { Keychain, OpenVault, UnlockingBy, Vault, VaultStatus } from './vault';
import {
  openByKeychain,
  openByPassphrase,
  openByRecoveryKey,
  shippedCost,
  wrapByPassphrase,
  wrapByRecoveryKey,
} from './wrapped-key';
import type { ScryptCost } from './wrapped-key';
import { WrongTries } from './wrong-tries';

export interface VaultOptions {
  /** The data folder; it need not be there yet. */
  readonly folder: string;
  readonly clock: () => Instant;
  readonly keychain: Keychain;
  /** The way to the disk; tests give one that fails. */
  readonly files?: DiskFiles;
  /** Milliseconds that nobody can set; tests give their own. */
  readonly ticks?: () => number;
  /** What guessing costs for passphrases from now on; tests have no time for what ships. */
  readonly cost?: ScryptCost;
}

/** Finds the wrapped keys of a folder, if it has any. Fails as `VaultFiles.read` does; nothing was then touched. */
export async function openVault(options: VaultOptions): Promise<Result<Vault>> {
  const { folder, files = diskFiles, ticks = () => performance.now() } = options;
  await removeLeftovers(files, folder, 'vault');
  const vaultFiles = new VaultFiles(files, folder);
  const read = await vaultFiles.read();
  if (!read.ok) return read;
  const keys = new KeptKeys(vaultFiles, read.value.body);
  const tries = await WrongTries.read(files, folder, ticks);
  const parts = { cost: shippedCost, ...options, files, keys, tries };
  return success(new FolderVault(parts, read.value.wasMended));
}

/** What was found for one way of unlocking: the data key, or why not. */
type Found = { readonly key: Uint8Array } | { readonly failure: Failure };

type Parts = Required<Omit<VaultOptions, 'ticks'>> & { readonly keys: KeptKeys; readonly tries: WrongTries };

class FolderVault implements Vault {
  readonly #parts: Parts;
  readonly wasMended: boolean;

  constructor(parts: Parts, wasMended: boolean) {
    this.#parts = parts;
    this.wasMended = wasMended;
  }

  status(): VaultStatus {
    const { keys, tries, clock, keychain } = this.#parts;
    const { wait } = tries;
    return {
      isSet: keys.body !== null,
      wrongTries: tries.count,
      waitUntil: wait === 0 ? null : instantOf(Date.parse(clock()) + wait),
      isInKeychain: (keys.body?.keychain ?? null) !== null,
      canUseKeychain: keychain.isAvailable(),
      hasOlderKeys: keys.hasOlder,
    };
  }

  bytes(): Uint8Array | null {
    return this.#parts.keys.bytes();
  }

  create(passphrase: string): Promise<Result<{ vault: OpenVault; recoveryKey: string }>> {
    const { keys, cost, files, folder } = this.#parts;
    return keys.alone(async () => {
      if (keys.body !== null) return failed({ code: 'already-protected' });
      const short = tooShort(passphrase);
      if (short !== null) return failed(short);
      const key = randomBytes(keyLength);
      const recovery = newRecoveryKey();
      const body: VaultBody = {
        ...vaultHead,
        id: randomUUID(),
        serial: 0,
        passphrases: [await wrapByPassphrase(key, passphrase, cost)],
        recoveries: [wrapByRecoveryKey(key, recovery.secret)],
        keychain: null,
      };
      try {
        await makeFolderDurably(files, folder);
      } catch (cause) {
        return failed(failureOfWriting(cause));
      }
      const written = await keys.put(body);
      return written.ok ? success({ vault: this.#opened(key), recoveryKey: recovery.shown }) : written;
    });
  }

  adopt(bytes: Uint8Array): Promise<Result<void>> {
    const { keys, files, folder } = this.#parts;
    return keys.alone(async () => {
      if (keys.body !== null) return failed({ code: 'already-protected' });
      const body = bodyIn(bytes);
      if (body === null) return failed({ code: 'cannot-read', reason: 'vault-damaged' });
      try {
        await makeFolderDurably(files, folder);
      } catch (cause) {
        return failed(failureOfWriting(cause));
      }
      return keys.put({ ...body, keychain: null });
    });
  }

  unlock(how: UnlockingBy): Promise<Result<OpenVault>> {
    return this.#parts.keys.alone(async () => {
      const { body } = this.#parts.keys;
      if (body === null) throw new Error('There is no vault to unlock');
      const found = how.by === 'keychain' ? this.#byKeychain(body) : await this.#byTry(body, how);
      return 'key' in found ? success(this.#opened(found.key)) : failed(found.failure);
    });
  }

  discard(): Promise<Result<void>> {
    return this.#parts.keys.alone(() => this.#remove());
  }

  #opened(key: Uint8Array): OpenVault {
    return new UnlockedVault(key, { ...this.#parts, remove: () => this.#remove() });
  }

  async #remove(): Promise<Result<void>> {
    const { keys, tries, files, folder } = this.#parts;
    try {
      await keys.remove();
      await tries.remove();
      await files.syncFolder(folder);
      return success(undefined);
    } catch (cause) {
      return failed(failureOfWriting(cause));
    }
  }

  /** Nothing is guessed here: the keychain opens what it sealed, or does not. */
  #byKeychain(body: VaultBody): Found {
    const { keychain } = this.#parts;
    if (body.keychain === null || !keychain.isAvailable()) return { failure: { code: 'no-keychain' } };
    try {
      const key = openByKeychain(body.keychain, keychain);
      return key === null ? { failure: { code: 'no-keychain' } } : { key };
    } catch {
      // Another account, another machine, a keychain that was reset: the passphrase opens it all the same.
      return { failure: { code: 'no-keychain' } };
    }
  }

  async #byTry(body: VaultBody, how: Exclude<UnlockingBy, { by: 'keychain' }>): Promise<Found> {
    const { keys, tries } = this.#parts;
    const secret = how.by === 'recovery-key' ? recoverySecret(how.recoveryKey) : null;
    if (how.by === 'recovery-key' && secret === null) return { failure: { code: 'not-a-recovery-key' } };
    if (tries.wait > 0) return { failure: { code: 'too-early', waitSeconds: secondsOf(tries) } };

    await tries.begin();
    const attempts =
      how.by === 'passphrase'
        ? body.passphrases.map((wrap) => () => openByPassphrase(wrap, how.passphrase))
        : body.recoveries.map((wrap) => () => (secret === null ? null : openByRecoveryKey(wrap, secret)));
    for (const [index, attempt] of attempts.entries()) {
      const key = await attempt();
      if (key === null) continue;
      await tries.right();
      if (index === 0) await keys.endOlder(how.by === 'passphrase' ? 'passphrases' : 'recoveries');
      return { key };
    }
    tries.wrong();
    const code = how.by === 'passphrase' ? 'wrong-passphrase' : 'wrong-recovery-key';
    return { failure: { code, tries: tries.count, waitSeconds: secondsOf(tries) } };
  }
}

function secondsOf(tries: WrongTries): number {
  return Math.ceil(tries.wait / 1000);
}
