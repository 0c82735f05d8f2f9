import { randomBytes } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diskFiles } from '@main/storage/disk/disk-files';
import { plainSeal } from '@main/storage/seal/plain-seal';
import { openVault } from '@main/storage/vault/open-vault';
import { shippedCost } from '@main/storage/vault/wrapped-key';
import { steadyClock, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';
import { another, byPassphrase, created, keychainOf, opensWord, passphrase, sealedWord, vaultIn } from './vaults';

const fixturePath = join(__dirname, '../../fixtures/sealed/v1.json');

describe('a folder without a passphrase', () => {
  it('has no vault, and nothing is written by asking', async () => {
    const folder = join(await temporaryFolder(), 'data');
    const vault = await vaultIn(folder);
    expect(vault.status()).toEqual({
      isSet: false,
      wrongTries: 0,
      waitUntil: null,
      isInKeychain: false,
      canUseKeychain: true,
      hasOlderKeys: false,
    });
    expect(vault.bytes()).toBeNull();
    expect(await diskFiles.has(folder)).toBe(false);
  });
});

describe('a vault', () => {
  it('is opened by its passphrase and by its recovery key, to the same data key', async () => {
    const folder = join(await temporaryFolder(), 'data');
    const { open, recoveryKey } = await created(folder);
    const word = sealedWord(open);
    const vault = await vaultIn(folder);
    expect(vault.status().isSet).toBe(true);
    expect(vault.wasMended).toBe(false);
    expect(opensWord(valueOf(await byPassphrase(vault, passphrase)), word)).toBe(true);
    expect(opensWord(valueOf(await vault.unlock({ by: 'recovery-key', recoveryKey })), word)).toBe(true);
  });

  it('takes a passphrase however an input method writes it', async () => {
    const folder = await temporaryFolder();
    const vault = await vaultIn(folder);
    valueOf(await vault.create('ｎｉｎｅ　舢舨 ﬁve é'));
    valueOf(await byPassphrase(vault, 'nine 舢舨 five e\u0301'));
  });

  it('keeps neither passphrase nor recovery key on the disk', async () => {
    const folder = await temporaryFolder();
    const { open, recoveryKey } = await created(folder);
    valueOf(await open.rememberInKeychain(true));
    const secrets = [
      passphrase,
      recoveryKey,
      recoveryKey.replaceAll('-', ''),
      Buffer.from(passphrase).toString('base64'),
    ];
    const texts = Object.values(await everyFile(folder));
    expect(texts).toHaveLength(2);
    for (const text of texts) for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('is made once, with a passphrase that is long enough', async () => {
    const folder = await temporaryFolder();
    const vault = await vaultIn(folder);
    const short = { ok: false, failure: { code: 'passphrase-too-short', least: 10 } };
    expect(await vault.create('123456789')).toEqual(short);
    expect(await everyFile(folder)).toEqual({});
    const { vault: open } = valueOf(await vault.create('國際貿易代表團深圳訪問'));
    expect(await vault.create(passphrase)).toEqual({ ok: false, failure: { code: 'already-protected' } });
    expect(await open.changePassphrase('too short')).toEqual(short);
  });

  it('makes guessing as costly as it ships', async () => {
    const folder = await temporaryFolder();
    const vault = await vaultIn(folder, { cost: shippedCost });
    valueOf(await vault.create(passphrase));
    expect(await readFile(join(folder, 'vault.json'), 'utf8')).toContain('"kdf":"scrypt","N":131072,"r":8,"p":1');
    valueOf(await byPassphrase(await vaultIn(folder), passphrase));
  });

  it('opens in another folder from its bytes', async () => {
    const { vault, open } = await created(await temporaryFolder());
    const elsewhere = await temporaryFolder();
    await writeFile(join(elsewhere, 'vault.json'), vault.bytes()!);
    const copy = valueOf(await byPassphrase(await vaultIn(elsewhere), passphrase));
    expect(opensWord(copy, sealedWord(open))).toBe(true);
  });

  it('of version 1 opens', async () => {
    const fixture = JSON.parse(await readFile(fixturePath, 'utf8')) as {
      vault: { text: string; passphrase: string; recoveryKey: string };
      line: { json: string; sealed: string };
    };
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'vault.json'), fixture.vault.text);
    const { recoveryKey } = fixture.vault;
    for (const how of [
      { by: 'passphrase', passphrase: fixture.vault.passphrase } as const,
      { by: 'recovery-key', recoveryKey } as const,
    ]) {
      const { seal } = valueOf(await (await vaultIn(folder)).unlock(how));
      expect(Buffer.from(seal.openLine(Buffer.from(fixture.line.sealed))!).toString('utf8')).toBe(fixture.line.json);
    }
  });
});

describe('changing how a vault is opened', () => {
  it('by another passphrase lets the old one open nothing, and seals nothing anew', async () => {
    const folder = await temporaryFolder();
    const { open, recoveryKey } = await created(folder);
    const word = sealedWord(open);
    valueOf(await open.changePassphrase(another));
    expect(opensWord(open, word)).toBe(true);
    const vault = await vaultIn(folder);
    expect(vault.status().hasOlderKeys).toBe(false);
    expect(opensWord(valueOf(await byPassphrase(vault, another)), word)).toBe(true);
    expect(opensWord(valueOf(await vault.unlock({ by: 'recovery-key', recoveryKey })), word)).toBe(true);
    expect(await byPassphrase(vault, passphrase)).toMatchObject({ ok: false, failure: { code: 'wrong-passphrase' } });
  });

  it('by another recovery key lets the old one open nothing', async () => {
    const folder = await temporaryFolder();
    const { open, recoveryKey } = await created(folder);
    const renewed = valueOf(await open.renewRecoveryKey());
    const vault = await vaultIn(folder);
    const word = sealedWord(valueOf(await vault.unlock({ by: 'recovery-key', recoveryKey: renewed })));
    expect(opensWord(open, word)).toBe(true);
    expect(await vault.unlock({ by: 'recovery-key', recoveryKey })).toMatchObject({
      ok: false,
      failure: { code: 'wrong-recovery-key', tries: 1, waitSeconds: 1 },
    });
  });

  it('is done one after the other when much is asked for at once', async () => {
    const folder = await temporaryFolder();
    const { open } = await created(folder);
    const changes = [open.changePassphrase(another), open.rememberInKeychain(true), open.renewRecoveryKey()];
    for (const change of await Promise.all(changes)) expect(change.ok).toBe(true);
    const vault = await vaultIn(folder);
    valueOf(await vault.unlock({ by: 'keychain' }));
    valueOf(await byPassphrase(vault, another));
  });
});

describe('the keychain', () => {
  it('opens the vault of the account that asked for it, until it is told to forget', async () => {
    const folder = await temporaryFolder();
    const { open, vault } = await created(folder);
    expect(await vault.unlock({ by: 'keychain' })).toEqual({ ok: false, failure: { code: 'no-keychain' } });
    valueOf(await open.rememberInKeychain(true));
    expect(vault.status().isInKeychain).toBe(true);

    const again = await vaultIn(folder);
    expect(opensWord(valueOf(await again.unlock({ by: 'keychain' })), sealedWord(open))).toBe(true);
    for (const keychain of [keychainOf(8), keychainOf(7, false)]) {
      const here = await vaultIn(folder, { keychain });
      expect(await here.unlock({ by: 'keychain' })).toEqual({ ok: false, failure: { code: 'no-keychain' } });
      expect(here.status().wrongTries).toBe(0);
    }

    valueOf(await open.rememberInKeychain(false));
    expect((await vaultIn(folder)).status().isInKeychain).toBe(false);
  });

  it('is not needed, and a machine without one says so', async () => {
    const refusing = {
      ...keychainOf(7),
      seal: () => {
        throw new Error('The keychain is locked');
      },
    };
    for (const keychain of [keychainOf(7, false), refusing]) {
      const { open } = await created(await temporaryFolder(), { keychain });
      expect(await open.rememberInKeychain(true)).toEqual({ ok: false, failure: { code: 'no-keychain' } });
      expect(await open.rememberInKeychain(false)).toEqual({ ok: true, value: undefined });
    }
  });
});

describe('wiping', () => {
  it('makes an open vault refuse everything, and the passphrase opens it again', async () => {
    const folder = await temporaryFolder();
    const { open, vault } = await created(folder);
    const word = sealedWord(open);
    open.wipe();
    const locked = { ok: false, failure: { code: 'locked' } };
    expect(() => sealedWord(open)).toThrow();
    expect(await open.changePassphrase(another)).toEqual(locked);
    expect(await open.renewRecoveryKey()).toEqual(locked);
    expect(await open.rememberInKeychain(true)).toEqual(locked);
    expect(await open.remove()).toEqual(locked);
    expect(opensWord(valueOf(await byPassphrase(vault, passphrase)), word)).toBe(true);
  });

  it('while the passphrase is being changed never wraps a wiped key', async () => {
    const folder = await temporaryFolder();
    const { open } = await created(folder);
    const word = sealedWord(open);
    const change = open.changePassphrase(another);
    // The change has begun: it is stretching the passphrase.
    await new Promise((resolve) => setImmediate(resolve));
    open.wipe();
    valueOf(await change);
    expect(opensWord(valueOf(await byPassphrase(await vaultIn(folder), another)), word)).toBe(true);
  });
});

describe('removing', () => {
  it('leaves no file behind, and another vault can be made', async () => {
    const folder = await temporaryFolder();
    const { open, vault } = await created(folder);
    await byPassphrase(vault, 'a wrong passphrase');
    valueOf(await open.remove());
    expect(await everyFile(folder)).toEqual({});
    expect(vault.status()).toMatchObject({ isSet: false, wrongTries: 0, waitUntil: null });
    valueOf(await vault.create(another));
  });

  it('needs no key for what an interrupted creation left', async () => {
    const folder = await temporaryFolder();
    await created(folder);
    valueOf(await (await vaultIn(folder)).discard());
    expect(await everyFile(folder)).toEqual({});
  });
});

describe('the two files of a vault', () => {
  const names = ['vault.json', 'vault-copy.json'];
  const open = (folder: string): ReturnType<typeof openVault> =>
    openVault({ folder, clock: steadyClock(), keychain: keychainOf(7) });

  it.each(names)('are as good as one: whichever byte of %s is damaged, the other is used', async (name) => {
    const folder = await temporaryFolder();
    await created(folder);
    const whole = await readFile(join(folder, name));
    // Nothing can be written here: the damaged one stays as it is.
    const files = {
      ...diskFiles,
      create: () => Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' })),
    };
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(join(folder, name), damaged);
      const vault = await vaultIn(folder, { files });
      expect(vault.wasMended).toBe(false);
      expect(whole.equals(vault.bytes()!)).toBe(true);
    }
    expect((await vaultIn(folder)).wasMended).toBe(true);
    expect(whole.equals(await readFile(join(folder, name)))).toBe(true);
    valueOf(await byPassphrase(await vaultIn(folder), passphrase));
  });

  it.each(names)('mend %s when it is missing, empty, cut short or huge', async (name) => {
    const folder = await temporaryFolder();
    await created(folder);
    const path = join(folder, name);
    const whole = await readFile(path);
    await diskFiles.remove(path);
    expect((await vaultIn(folder)).wasMended).toBe(true);
    for (const bytes of [Buffer.alloc(0), whole.subarray(0, 100), randomBytes(200_000)]) {
      await writeFile(path, bytes);
      expect((await vaultIn(folder)).wasMended).toBe(true);
      expect(await readFile(path)).toEqual(whole);
    }
  });

  it('are never taken for no vault: when both are damaged nothing is touched', async () => {
    const folder = await temporaryFolder();
    await created(folder);
    for (const name of names) await writeFile(join(folder, name), 'damaged');
    expect(await open(folder)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'vault-damaged' } });
    await diskFiles.remove(join(folder, 'vault.json'));
    expect(await open(folder)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'vault-damaged' } });
    expect(await everyFile(folder)).toEqual({ 'vault-copy.json': 'damaged' });
  });

  it('of two different vaults are never mended into one', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
    await created(folder);
    await created(other);
    await copyFile(join(other, 'vault.json'), join(folder, 'vault.json'));
    const before = await everyFile(folder);
    expect(await open(folder)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'vault-conflict' } });
    expect(await everyFile(folder)).toEqual(before);
  });

  it('of a newer version are left alone', async () => {
    const folder = await temporaryFolder();
    await created(folder);
    const newer = plainSeal.line(Buffer.from('{"format":"attache-vault","version":2}'));
    await writeFile(join(folder, 'vault.json'), newer);
    const before = await everyFile(folder);
    expect(await open(folder)).toEqual({ ok: false, failure: { code: 'newer-version', found: 2, known: 1 } });
    expect(await everyFile(folder)).toEqual(before);
  });

  it.each([
    ['"N":16384', '"N":1073741824'],
    ['"N":16384', '"N":16385'],
    ['"N":16384', '"N":2'],
    ['"r":1', '"r":1000000'],
    ['"N":16384,"r":1', '"N":1048576,"r":16'],
    ['"p":1', '"p":1000'],
    ['"kdf":"scrypt"', '"kdf":"none"'],
  ])('with %s made %s by somebody else are not obeyed', async (honest, hostile) => {
    const folder = await temporaryFolder();
    await created(folder);
    const text = await readFile(join(folder, 'vault.json'), 'utf8');
    const json = Buffer.from(plainSeal.openLine(Buffer.from(text))!).toString('utf8');
    expect(json).toContain(honest);
    for (const name of names) {
      await writeFile(join(folder, name), plainSeal.line(Buffer.from(json.replace(honest, hostile))));
    }
    expect(await open(folder)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'vault-damaged' } });
  });
});
