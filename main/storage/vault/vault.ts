import type { Instant } from '@shared/dates';
import type { Result } from '@shared/result';
import type { Seal } from '../seal/seal';

/** The way to the system's keychain; on a machine without a real one it is not available. */
export interface Keychain {
  isAvailable(): boolean;
  seal(secret: Uint8Array): Uint8Array;
  /** Throws when it cannot be opened here (another account, another machine). */
  open(sealed: Uint8Array): Uint8Array;
}

export interface VaultStatus {
  /** There is a passphrase: without it nothing can be read. */
  readonly isSet: boolean;
  /** Wrong passphrases since the last right one; they survive a restart, and nothing is ever wiped because of them. */
  readonly wrongTries: number;
  /** No try is taken before this moment. */
  readonly waitUntil: Instant | null;
  readonly isInKeychain: boolean;
  readonly canUseKeychain: boolean;
}

export type UnlockingBy =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'recovery-key'; readonly recoveryKey: string }
  | { readonly by: 'keychain' };

/** The wrapped keys of a data folder. */
export interface Vault {
  status(): VaultStatus;
  /** Makes a data key and wraps it. The recovery key is told this one time. `already-protected` when there is a vault. */
  create(passphrase: string): Promise<Result<{ vault: OpenVault; recoveryKey: string }>>;
  /** Fails with `wrong-passphrase` (counted, and the next try must wait longer) or `too-early`. */
  unlock(how: UnlockingBy): Promise<Result<OpenVault>>;
}

/** A vault whose data key is in memory. Changing how it is wrapped encrypts nothing anew. */
export interface OpenVault {
  readonly seal: Seal;
  changePassphrase(passphrase: string): Promise<Result<void>>;
  /** The old recovery key opens nothing any more; the new one is told this one time. */
  renewRecoveryKey(): Promise<Result<string>>;
  rememberInKeychain(isWanted: boolean): Promise<Result<void>>;
  /** Forgets the wrapped keys for good; to be called when nothing in the folder is sealed any more. */
  remove(): Promise<Result<void>>;
  /** Overwrites the data key in memory; the seal works no more. */
  wipe(): void;
}
