import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { sealedWith } from '../seal/sealed';
import type { KeyedSeal } from '../seal/sealed';
import type { KeptKeys } from './kept-keys';
import { tooShort } from './passphrase';
import { newRecoveryKey } from './recovery-key';
import type { KeychainWrap, VaultBody } from './vault-file';
import type { Keychain, OpenVault } from './vault';
import { wrapByKeychain, wrapByPassphrase, wrapByRecoveryKey } from './wrapped-key';
import type { ScryptCost } from './wrapped-key';

export interface UnlockedParts {
  readonly keys: KeptKeys;
  readonly keychain: Keychain;
  readonly cost: ScryptCost;
  readonly remove: () => Promise<Result<void>>;
}

/** A vault with its data key, which is this object's own from now on. */
export class UnlockedVault implements OpenVault {
  readonly #key: Uint8Array;
  readonly #parts: UnlockedParts;
  readonly #seal: KeyedSeal;
  #isWiped = false;

  constructor(key: Uint8Array, parts: UnlockedParts) {
    this.#key = key;
    this.#parts = parts;
    this.#seal = sealedWith(key);
  }

  get seal(): KeyedSeal {
    return this.#seal;
  }

  changePassphrase(passphrase: string): Promise<Result<void>> {
    const { keys, cost } = this.#parts;
    return this.#withKey(async (key) => {
      const short = tooShort(passphrase);
      if (short !== null) return failed(short);
      return keys.replace({ passphrases: await wrapByPassphrase(key, passphrase, cost) });
    });
  }

  renewRecoveryKey(): Promise<Result<string>> {
    return this.#withKey(async (key) => {
      const { secret, shown } = newRecoveryKey();
      const written = await this.#parts.keys.replace({ recoveries: wrapByRecoveryKey(key, secret) });
      return written.ok ? success(shown) : written;
    });
  }

  rememberInKeychain(isWanted: boolean): Promise<Result<void>> {
    const { keys, keychain } = this.#parts;
    return this.#withKey(async (key, body) => {
      if (!isWanted) return body.keychain === null ? success(undefined) : keys.put({ ...body, keychain: null });
      const wrap = wrapIfPossible(key, keychain);
      return wrap === null ? failed({ code: 'no-keychain' }) : keys.put({ ...body, keychain: wrap });
    });
  }

  remove(): Promise<Result<void>> {
    return this.#withKey(() => this.#parts.remove());
  }

  wipe(): void {
    this.#isWiped = true;
    this.#key.fill(0);
    this.#seal.wipe();
  }

  /** The task works on a copy: a key that is wiped while it runs must never be wrapped as zeros. */
  #withKey<V>(task: (key: Uint8Array, body: VaultBody) => Promise<Result<V>>): Promise<Result<V>> {
    const { keys } = this.#parts;
    return keys.alone(async () => {
      if (this.#isWiped) return failed({ code: 'locked' });
      if (keys.body === null) throw new Error('This vault was removed');
      const key = Uint8Array.from(this.#key);
      try {
        return await task(key, keys.body);
      } finally {
        key.fill(0);
      }
    });
  }
}

function wrapIfPossible(key: Uint8Array, keychain: Keychain): KeychainWrap | null {
  if (!keychain.isAvailable()) return null;
  try {
    return wrapByKeychain(key, keychain);
  } catch {
    // A keychain that is there and refuses is for a person the same as none.
    return null;
  }
}
