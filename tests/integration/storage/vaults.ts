import { openVault } from '@main/storage/vault/open-vault';
import type { VaultOptions } from '@main/storage/vault/open-vault';
import type { Keychain, OpenVault, Vault } from '@main/storage/vault/vault';
import { steadyClock, valueOf } from './opened';

export const passphrase = 'nine sampans at dawn';
export const another = 'ten lanterns at dusk';

/** What guessing costs in tests: what ships takes half a second. */
export const cheap = { N: 2 ** 14, r: 1, p: 1 };

/** A keychain that opens what it sealed itself, and nothing of another account's. */
export function keychainOf(account: number, isThere = true): Keychain {
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ account);
  return {
    isAvailable: () => isThere,
    seal: (secret) => Uint8Array.from([account, ...turned(secret)]),
    open(sealed) {
      if (sealed[0] !== account) throw new Error('This belongs to another account');
      return turned(sealed.subarray(1));
    },
  };
}

/** A monotonic clock that stands still until it is told how many seconds have passed. */
export function stopwatch(): { ticks: () => number; pass: (seconds: number) => void } {
  let now = 0;
  return { ticks: () => now, pass: (seconds) => (now += seconds * 1000) };
}

/** Opens the vault of a folder, on which no time passes but what a test lets pass. */
export async function vaultIn(folder: string, options: Partial<VaultOptions> = {}): Promise<Vault> {
  const ticks = stopwatch().ticks;
  return valueOf(
    await openVault({ folder, clock: steadyClock(), keychain: keychainOf(7), cost: cheap, ticks, ...options }),
  );
}

export async function created(
  folder: string,
  options: Partial<VaultOptions> = {},
): Promise<{ vault: Vault; open: OpenVault; recoveryKey: string }> {
  const vault = await vaultIn(folder, options);
  const made = valueOf(await vault.create(passphrase));
  return { vault, open: made.vault, recoveryKey: made.recoveryKey };
}

export function byPassphrase(vault: Vault, text: string): ReturnType<Vault['unlock']> {
  return vault.unlock({ by: 'passphrase', passphrase: text });
}

/** Something sealed, to see whether another key is the same. */
export function sealedWord({ seal }: OpenVault): Uint8Array {
  return seal.line(Buffer.from('"word"', 'utf8'));
}

export function opensWord({ seal }: OpenVault, sealed: Uint8Array): boolean {
  const json = seal.openLine(sealed);
  return json !== null && Buffer.from(json).toString('utf8') === '"word"';
}
