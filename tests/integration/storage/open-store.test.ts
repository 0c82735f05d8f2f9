import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { everyFile, temporaryFolder } from './temporary-folder';
import { intent, makeTrip, opened, tryOpening, valueOf } from './opened';

const storeFile = (folder: string): string => join(folder, 'attache.json');

describe('opening a store', () => {
  it('writes no store before the first change', async () => {
    const folder = await temporaryFolder();
    const { store, isFresh, notices } = await opened(folder);
    expect({ isFresh, notices }).toEqual({ isFresh: true, notices: [] });
    await store.close();
    expect(Object.keys(await everyFile(folder))).toEqual([]);
  });

  it('finds what was acknowledged when it is opened again', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    const trip = await makeTrip(store);
    await store.close();
    const again = await opened(folder);
    expect(again.isFresh).toBe(false);
    expect(again.store.get('trip', trip.id)).toEqual(trip);
  });

  it('keeps one record a line, readable by anyone and by this account only', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    const trip = await makeTrip(store);
    await makeTrip(store, 'Hangzhou visit (sample)');
    const text = await readFile(storeFile(folder), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'attache-store', version: 1, seq: 2 });
    expect(text.split('\n').filter((line) => line.includes('"trip:'))).toHaveLength(2);
    expect(text).toContain(trip.title.zhHant);
    expect((await stat(storeFile(folder))).mode & 0o077).toBe(0);
  });

  it('refuses a store of a newer version and leaves every file as it was', async () => {
    const folder = await temporaryFolder();
    const newer = '{"format":"attache-store","version":7,"shards":["of another age"]}';
    await writeFile(storeFile(folder), newer);
    await writeFile(`${storeFile(folder)}.0123456789ab.tmp`, 'of the newer one');
    const before = await everyFile(folder);
    expect(await tryOpening(folder)).toEqual({ ok: false, failure: { code: 'newer-version', found: 7, known: 1 } });
    expect(await everyFile(folder)).toEqual(before);
  });

  it('removes what an interrupted write left behind', async () => {
    const folder = await temporaryFolder();
    const first = await opened(folder);
    await makeTrip(first.store);
    await first.store.close();
    await writeFile(`${storeFile(folder)}.0123456789ab.tmp`, '{"half');
    await writeFile(join(folder, 'letter.tmp'), 'not ours');
    await (await opened(folder)).store.close();
    expect(Object.keys(await everyFile(folder)).sort()).toEqual(['attache.json', 'letter.tmp']);
  });

  it('is opened by one at a time', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    expect(await tryOpening(folder)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'in-use' } });
    await store.close();
    expect((await tryOpening(folder)).ok).toBe(true);
  });

  it('takes over the lock of a process that is gone, and one that was never written to its end', async () => {
    const folder = await temporaryFolder();
    const gone = { pid: 2 ** 22 + 1, began: null, since: Date.now(), token: 'x' };
    for (const lock of [
      JSON.stringify(gone),
      '',
      JSON.stringify({ ...gone, pid: process.pid, began: 'another boot:1' }),
    ]) {
      await writeFile(join(folder, 'attache.lock'), lock);
      await valueOf(await tryOpening(folder)).store.close();
    }
    expect(Object.keys(await everyFile(folder))).toEqual([]);
  });

  it('says so when the store is there and cannot be read', async () => {
    const folder = await temporaryFolder();
    // A folder in the file's place cannot be read as a file by any account, the superuser's too.
    await mkdir(storeFile(folder));
    expect(await tryOpening(folder)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'EISDIR' } });
  });

  it('takes no change after it was closed', async () => {
    const { store } = await opened(await temporaryFolder());
    const before = makeTrip(store);
    await store.close();
    expect((await before).type).toBe('trip');
    expect(await store.transact(intent, () => 1)).toEqual({
      ok: false,
      failure: { code: 'cannot-write', reason: 'closed' },
    });
  });
});
