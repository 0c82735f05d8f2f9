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
  /**
   * A passphrase or recovery key that was replaced still opens the vault too, because the disk failed just then. It
   * stops when the new one is used the next time, or when it is replaced again.
   */
  readonly hasOlderKeys: boolean;
}

export type UnlockingBy =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'recovery-key'; readonly recoveryKey: string }
  | { readonly by: 'keychain' };

/** The wrapped keys of a data folder. */
export interface Vault {
  /** One of its two files was damaged or missing when it was opened, and the other took its place. */
  readonly wasMended: boolean;
  status(): VaultStatus;
  /**
   * Makes a data key and wraps it. The recovery key is told this one time. Fails with `already-protected` when there is
   * a vault and with `passphrase-too-short`.
   */
  create(passphrase: string): Promise<Result<{ vault: OpenVault; recoveryKey: string }>>;
  /**
   * Fails with `wrong-passphrase` or `wrong-recovery-key` (counted, and the next try must wait longer), `too-early`,
   * `not-a-recovery-key` (mistyped: not counted), or `no-keychain`. There must be a vault.
   */
  unlock(how: UnlockingBy): Promise<Result<OpenVault>>;
  /** The vault as it is kept, for a copy beside a backup elsewhere: what the passphrase opens, it opens. Null: none. */
  bytes(): Uint8Array | null;
  /**
   * Takes over the wrapped keys of another folder, whose passphrase and recovery key then open this one too; its keychain
   * is another computer's. Fails with `already-protected` and with `cannot-read` when these are no vault's bytes.
   */
  adopt(bytes: Uint8Array): Promise<Result<void>>;
  /**
   * Forgets the wrapped keys without opening them: what an interrupted `create` left in a folder in which nothing is
   * sealed. Whatever is sealed could never be read again.
   */
  discard(): Promise<Result<void>>;
}

/**
 * A vault whose data key is in memory. Changing how it is wrapped encrypts nothing anew. What failed to be written leaves
 * every older way to open it as it was. After `wipe` everything answers `locked`.
 */
export interface OpenVault {
  readonly seal: Seal;
  /** The old passphrase opens nothing any more. Copies of the vault that are kept elsewhere still go by the old one. */
  changePassphrase(passphrase: string): Promise<Result<void>>;
  /** The old recovery key opens nothing any more; the new one is told this one time. */
  renewRecoveryKey(): Promise<Result<string>>;
  rememberInKeychain(isWanted: boolean): Promise<Result<void>>;
  /** Forgets the wrapped keys for good; to be called when nothing in the folder is sealed any more. */
  remove(): Promise<Result<void>>;
  /** Overwrites the data key in memory; the seal works no more. */
  wipe(): void;
}
