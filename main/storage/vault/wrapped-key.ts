import { randomBytes, scrypt } from 'node:crypto';
import { keyLength, openBytes, sealBytes, subkey } from '../seal/aes-gcm';
import { normalised } from './passphrase';
import type { KeychainWrap, PassphraseWrap, RecoveryWrap } from './vault-file';
import type { Keychain } from './vault';

/** How much work guessing one passphrase is; scrypt's own names (RFC 7914). It needs 128·N·r bytes. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MiB and about half a second on a laptop. */
export const shippedCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

const saltLength = 32;
const purposes = {
  passphrase: Buffer.from('attache 1 wrapped by passphrase', 'utf8'),
  recovery: Buffer.from('attache 1 wrapped by recovery key', 'utf8'),
  keychain: Buffer.from('attache 1 wrapped by keychain', 'utf8'),
};

export async function wrapByPassphrase(key: Uint8Array, passphrase: string, cost: ScryptCost): Promise<PassphraseWrap> {
  const salt = randomBytes(saltLength);
  const wrapping = await stretched(passphrase, salt, cost);
  return { kdf: 'scrypt', ...cost, salt: text(salt), wrapped: wrapUp(wrapping, key, purposes.passphrase) };
}

export async function openByPassphrase(wrap: PassphraseWrap, passphrase: string): Promise<Uint8Array | null> {
  return unwrap(await stretched(passphrase, bytes(wrap.salt), wrap), wrap.wrapped, purposes.passphrase);
}

export function wrapByRecoveryKey(key: Uint8Array, secret: Uint8Array): RecoveryWrap {
  const salt = randomBytes(saltLength);
  return { salt: text(salt), wrapped: wrapUp(recoveryWrapping(secret, salt), key, purposes.recovery) };
}

export function openByRecoveryKey(wrap: RecoveryWrap, secret: Uint8Array): Uint8Array | null {
  return unwrap(recoveryWrapping(secret, bytes(wrap.salt)), wrap.wrapped, purposes.recovery);
}

/** What the keychain seals is a key of its own, which is worth nothing without the vault's file. Throws what it throws. */
export function wrapByKeychain(key: Uint8Array, keychain: Keychain): KeychainWrap {
  const wrapping = randomBytes(keyLength);
  const sealed = text(keychain.seal(Uint8Array.from(wrapping)));
  return { sealed, wrapped: wrapUp(wrapping, key, purposes.keychain) };
}

export function openByKeychain(wrap: KeychainWrap, keychain: Keychain): Uint8Array | null {
  const wrapping = keychain.open(bytes(wrap.sealed));
  return wrapping.length === keyLength ? unwrap(wrapping, wrap.wrapped, purposes.keychain) : null;
}

/** Off the main thread: nothing waits for it but who asked. */
function stretched(passphrase: string, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Uint8Array> {
  // What scrypt needs, and a little: its two limits are counted differently by OpenSSL and BoringSSL.
  const maxmem = 128 * r * (N + p + 2) + (1 << 20);
  return new Promise((resolve, reject) => {
    scrypt(Buffer.from(normalised(passphrase), 'utf8'), salt, keyLength, { N, r, p, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** A recovery key has its full strength already: there is nothing to stretch. */
function recoveryWrapping(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return subkey(secret, 'attache 1 recovery', salt);
}

function wrapUp(wrapping: Uint8Array, key: Uint8Array, purpose: Uint8Array): string {
  const wrapped = text(sealBytes(wrapping, key, purpose));
  wrapping.fill(0);
  return wrapped;
}

function unwrap(wrapping: Uint8Array, wrapped: string, purpose: Uint8Array): Uint8Array | null {
  const key = openBytes(wrapping, bytes(wrapped), purpose);
  wrapping.fill(0);
  return key;
}

function text(value: Uint8Array): string {
  return Buffer.from(value).toString('base64');
}

function bytes(value: string): Uint8Array {
  return Buffer.from(value, 'base64');
}
