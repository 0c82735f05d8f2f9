import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diskFiles } from '@main/storage/disk/disk-files';
import type { Vault } from '@main/storage/vault/vault';
import { WrongTries } from '@main/storage/vault/wrong-tries';
import { FailingFiles } from './failing-files';
import { steadyClock, valueOf } from './opened';
import { temporaryFolder } from './temporary-folder';
import { byPassphrase, created, passphrase, stopwatch, vaultIn } from './vaults';

const wrong = 'not the passphrase';

/** What is told after a wrong passphrase: how many there were, and how many seconds the next one has to wait. */
async function tryWrong(vault: Vault): Promise<[tries: number, waitSeconds: number]> {
  const result = await byPassphrase(vault, wrong);
  if (result.ok || result.failure.code !== 'wrong-passphrase') throw new Error('It was to be wrong');
  return [result.failure.tries, result.failure.waitSeconds];
}

function tooEarly(waitSeconds: number): object {
  return { ok: false, failure: { code: 'too-early', waitSeconds } };
}

describe('a wrong passphrase', () => {
  it('is counted, and the next one waits 1, 2, 4 … and never more than 30 seconds', async () => {
    const watch = stopwatch();
    const { vault } = await created(await temporaryFolder(), { ticks: watch.ticks });
    const waits = [1, 2, 4, 8, 16, 30, 30];
    for (const [index, wait] of waits.entries()) {
      expect(await tryWrong(vault)).toEqual([index + 1, wait]);
      expect(vault.status().wrongTries).toBe(index + 1);
      // Not even the right one is looked at before, and asking does not make the wait longer.
      expect(await byPassphrase(vault, passphrase)).toEqual(tooEarly(wait));
      watch.pass(wait - 0.5);
      expect(await byPassphrase(vault, passphrase)).toEqual(tooEarly(1));
      watch.pass(0.5);
    }
    expect(vault.status().waitUntil).toBeNull();
    valueOf(await byPassphrase(vault, passphrase));
    expect(vault.status().wrongTries).toBe(0);
    expect(await tryWrong(vault)).toEqual([1, 1]);
  });

  it('never makes a vault forget anything, however often it is tried', async () => {
    const folder = await temporaryFolder();
    const watch = stopwatch();
    const { vault } = await created(folder, { ticks: watch.ticks });
    const before = await readFile(join(folder, 'vault.json'));
    for (let count = 0; count < 50; count += 1) {
      await tryWrong(vault);
      watch.pass(30);
    }
    expect(await readFile(join(folder, 'vault.json'))).toEqual(before);
    valueOf(await byPassphrase(vault, passphrase));
  });

  it('counts one by one when many are tried at once', async () => {
    const { vault } = await created(await temporaryFolder());
    const results = await Promise.all([1, 2, 3].map(() => byPassphrase(vault, wrong)));
    expect(results.map((result) => (result.ok ? null : result.failure.code))).toEqual([
      'wrong-passphrase',
      'too-early',
      'too-early',
    ]);
  });

  it('counts after a restart, and the wait begins again', async () => {
    const folder = await temporaryFolder();
    const first = stopwatch();
    const { vault } = await created(folder, { ticks: first.ticks });
    for (let count = 0; count < 3; count += 1) {
      await tryWrong(vault);
      first.pass(30);
    }
    const watch = stopwatch();
    const again = await vaultIn(folder, { ticks: watch.ticks });
    expect(again.status().wrongTries).toBe(3);
    expect(await byPassphrase(again, passphrase)).toEqual(tooEarly(4));
    watch.pass(4);
    valueOf(await byPassphrase(again, passphrase));
    expect((await vaultIn(folder)).status().wrongTries).toBe(0);
  });

  it.each(['1990-01-01T00:00:00.000Z', '2090-01-01T00:00:00.000Z'])(
    'waits neither longer nor shorter when the clock is set to %s',
    async (start) => {
      const folder = await temporaryFolder();
      const { vault } = await created(folder);
      await tryWrong(vault);
      const watch = stopwatch();
      const again = await vaultIn(folder, { ticks: watch.ticks, clock: steadyClock(start) });
      expect(again.status().waitUntil?.slice(0, 4)).toBe(start.slice(0, 4));
      expect(await byPassphrase(again, passphrase)).toEqual(tooEarly(1));
      watch.pass(1);
      valueOf(await byPassphrase(again, passphrase));
    },
  );

  it('counts in memory where it cannot be written down', async () => {
    const folder = await temporaryFolder();
    await created(folder);
    const watch = stopwatch();
    const gone = new FailingFiles({ at: 9, how: 'before', code: 'EROFS', forGood: true });
    const vault = await vaultIn(folder, { files: gone, ticks: watch.ticks });
    expect(await tryWrong(vault)).toEqual([1, 1]);
    watch.pass(1);
    expect(await tryWrong(vault)).toEqual([2, 2]);
    expect(await byPassphrase(vault, passphrase)).toEqual(tooEarly(2));
    watch.pass(2);
    valueOf(await byPassphrase(vault, passphrase));
    expect(gone.hasFailed).toBe(true);
  });
});

describe('a recovery key', () => {
  it('that is mistyped is told apart from a wrong one and does not count', async () => {
    const { vault, recoveryKey } = await created(await temporaryFolder());
    const mistyped = (recoveryKey.startsWith('7') ? '8' : '7') + recoveryKey.slice(1);
    expect(await vault.unlock({ by: 'recovery-key', recoveryKey: mistyped })).toEqual({
      ok: false,
      failure: { code: 'not-a-recovery-key' },
    });
    expect(vault.status().wrongTries).toBe(0);
  });

  it('of another vault counts as a passphrase does', async () => {
    const { recoveryKey } = await created(await temporaryFolder());
    const { vault } = await created(await temporaryFolder());
    expect(await vault.unlock({ by: 'recovery-key', recoveryKey })).toEqual({
      ok: false,
      failure: { code: 'wrong-recovery-key', tries: 1, waitSeconds: 1 },
    });
    expect(await byPassphrase(vault, passphrase)).toEqual(tooEarly(1));
  });
});

describe('the count on the disk', () => {
  it('has a try before it is made, for a process that is killed while it tries', async () => {
    const folder = await temporaryFolder();
    const { ticks } = stopwatch();
    await (await WrongTries.read(diskFiles, folder, ticks)).begin();
    expect((await WrongTries.read(diskFiles, folder, ticks)).count).toBe(1);
  });

  it.each(['', 'damaged', '["0000000000000000",{"wrongTries":9}]', 'x'.repeat(100_000)])(
    'counts nothing when it is damaged',
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'vault-tries.json'), text);
      expect((await WrongTries.read(diskFiles, folder, stopwatch().ticks)).count).toBe(0);
    },
  );
});
