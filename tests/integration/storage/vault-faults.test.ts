import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FailingFiles } from './failing-files';
import type { Failing, FaultPlan } from './failing-files';
import { openVault } from '@main/storage/vault/open-vault';
import type { Vault } from '@main/storage/vault/vault';
import { steadyClock, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';
import {
  another,
  byPassphrase,
  cheap,
  created,
  keychainOf,
  opensWord,
  passphrase,
  sealedWord,
  vaultIn,
} from './vaults';

/** The keys that a person was told to be good: nothing else may be needed to open the vault. */
interface Told {
  passphrase: string;
  recoveryKey: string;
  isInKeychain: boolean;
  /** Changes that were refused. */
  refused: number;
}

/** Time flies here: these tests are not about waiting. */
function hurried(): () => number {
  let now = 0;
  return () => (now += 60_000);
}

async function tryOpening(folder: string, files: FailingFiles): Promise<Vault | null> {
  const opened = await openVault({
    folder,
    files,
    clock: steadyClock(),
    keychain: keychainOf(7),
    cost: cheap,
    ticks: hurried(),
  });
  return opened.ok ? opened.value : null;
}

/** Everything that changes a vault, on a disk of which something may fail. */
async function session(folder: string, files: FailingFiles, told: Told): Promise<void> {
  const vault = await tryOpening(folder, files);
  if (vault === null) return;
  const open = valueOf(await byPassphrase(vault, told.passphrase));
  const changed = await open.changePassphrase(another);
  if (changed.ok) told.passphrase = another;
  const renewed = await open.renewRecoveryKey();
  if (renewed.ok) told.recoveryKey = renewed.value;
  const remembered = await open.rememberInKeychain(true);
  if (remembered.ok) told.isInKeychain = true;
  told.refused = [changed, renewed, remembered].filter(({ ok }) => !ok).length;
}

async function everyCall(
  how: Failing,
  plan: Omit<FaultPlan, 'at' | 'how'>,
): Promise<{ calls: number; refused: number }> {
  let refused = 0;
  const { vault: seed, open, recoveryKey } = await created(await temporaryFolder());
  const word = sealedWord(open);
  for (let at = 1; ; at += 1) {
    const folder = await temporaryFolder();
    for (const name of ['vault.json', 'vault-copy.json']) await writeFile(join(folder, name), seed.bytes()!);
    const told: Told = { passphrase, recoveryKey, isInKeychain: false, refused: 0 };
    const files = new FailingFiles({ at, how, ...plan });
    await session(folder, files, told);
    refused += told.refused;

    const vault = await vaultIn(folder, { ticks: hurried() });
    expect(opensWord(valueOf(await byPassphrase(vault, told.passphrase)), word)).toBe(true);
    const byKey = await vault.unlock({ by: 'recovery-key', recoveryKey: told.recoveryKey });
    expect(opensWord(valueOf(byKey), word)).toBe(true);
    if (told.isInKeychain) expect(opensWord(valueOf(await vault.unlock({ by: 'keychain' })), word)).toBe(true);
    // Once the newest were used, nothing older opens it, and both files say so.
    if (told.passphrase === another && told.recoveryKey !== recoveryKey) {
      expect(vault.status().hasOlderKeys).toBe(false);
      expect((await byPassphrase(vault, passphrase)).ok).toBe(false);
      expect((await vault.unlock({ by: 'recovery-key', recoveryKey })).ok).toBe(false);
    }
    const found = await everyFile(folder);
    expect(Object.keys(found).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(found['vault-copy.json']).toBe(found['vault.json']);
    if (!files.hasFailed) return { calls: at, refused };
  }
}

describe('a vault, when calls to the disk fail', () => {
  it.each<[Failing, string, boolean]>([
    ['before', 'EIO', false],
    ['half', 'ENOSPC', false],
    ['after', 'EIO', false],
    ['before', 'EIO', true],
    ['after', 'EIO', true],
  ])(
    'is opened by what was acknowledged last, whichever call it is (%s, %s, for good: %s)',
    async (how, code, forGood) => {
      const { calls, refused } = await everyCall(how, { code, forGood });
      expect(calls).toBeGreaterThan(60);
      expect(refused).toBeGreaterThan(10);
    },
  );

  it.each<Failing>(['before', 'half', 'after'])('is there wholly or not at all when it is made (%s)', async (how) => {
    let refused = 0;
    for (let at = 1, hasFailed = true; hasFailed; at += 1) {
      const folder = await temporaryFolder();
      const files = new FailingFiles({ at, how, code: 'EIO' });
      const vault = await tryOpening(folder, files);
      const made = (await vault?.create(passphrase)) ?? null;
      const found = await vaultIn(folder);
      expect(found.status().isSet).toBe(made?.ok === true);
      if (made?.ok === true) valueOf(await byPassphrase(found, passphrase));
      else refused += 1;
      hasFailed = files.hasFailed;
    }
    expect(refused).toBeGreaterThan(5);
  });

  it('is removed at the second try when the first fails', async () => {
    for (let at = 1, hasFailed = true; hasFailed; at += 1) {
      const folder = await temporaryFolder();
      await created(folder);
      const files = new FailingFiles({ at, how: 'before', code: 'EIO' });
      const vault = await tryOpening(folder, files);
      if (vault !== null) {
        const removed = await vault.discard();
        if (!removed.ok) valueOf(await vault.discard());
        expect(vault.status().isSet).toBe(false);
        expect(await everyFile(folder)).toEqual({});
      }
      hasFailed = files.hasFailed;
    }
  });
});
