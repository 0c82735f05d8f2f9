/* eslint-disable @typescript-eslint/no-deprecated -- the calls that took their place came to Electron after the oldest runtime that we support */
import { safeStorage } from 'electron';
import type { Keychain } from '../storage/vault/vault';

/**
 * The keychain of the person's account on this computer. On Linux Chromium also "encrypts" with a password that everybody
 * knows when it finds no keychain; that protects nothing and counts as none, as does not knowing which it is.
 */
export const systemKeychain: Keychain = {
  isAvailable: () => safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || isRealOnLinux()),
  seal: (secret) => safeStorage.encryptString(Buffer.from(secret).toString('base64')),
  open: (sealed) => Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'),
};

function isRealOnLinux(): boolean {
  // Came to Electron after the oldest runtime that we support, whatever its types say.
  const ask: Partial<Pick<typeof safeStorage, 'getSelectedStorageBackend'>> = safeStorage;
  const backend = ask.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}
