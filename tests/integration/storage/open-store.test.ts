import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
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
    const { store, compact } = await opened(folder);
    const trip = await makeTrip(store);
    await makeTrip(store, 'Hangzhou visit (sample)');
    expect(await readFile(join(folder, 'store-1/journal-1.jsonl'), 'utf8')).toContain(trip.title.zhHant);
    await compact();
    const path = join(folder, 'store-1/bucket-1.json');
    const text = await readFile(path, 'utf8');
    expect(text.split('\n').filter((line) => line.includes('"type":"trip"'))).toHaveLength(2);
    expect((await stat(path)).mode & 0o077).toBe(0);
    // lowdb's own adapter reads it.
    const low = new Low(new JSONFile<{ records: [string, { title: unknown }][] }>(path), { records: [] });
    await low.read();
    expect(low.data.records.map(([, record]) => record.title)).toContainEqual(trip.title);
    expect(JSON.parse(await readFile(storeFile(folder), 'utf8'))).toMatchObject({
      format: 'attache-store',
      version: 2,
    });
  });

  it('opens a store of a newer version for looking only, and leaves every file as it was', async () => {
    const folder = await temporaryFolder();
    const { store, compact } = await opened(folder);
    const trip = await makeTrip(store);
    await compact();
    await makeTrip(store, 'Hangzhou visit (sample)');
    await store.close();
    await writeFile(storeFile(folder), '{"format":"attache-store","version":7,"deviceId":"of another age"}');
    await writeFile(`${storeFile(folder)}.0123456789ab.tmp`, 'of the newer one');
    const before = await everyFile(folder);
    const newer = await opened(folder);
    expect(newer.notices).toEqual([{ kind: 'newer-version', found: 7, known: 2 }]);
    expect([newer.store.get('trip', trip.id), newer.store.all('trip').length]).toEqual([trip, 2]);
    const refused = { ok: false, failure: { code: 'newer-version', found: 7, known: 2 } };
    expect(await newer.store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'x' }))).toEqual(refused);
    expect((await newer.backups.make()).ok).toBe(false);
    expect((await newer.blobs.put(Buffer.from('x'))).ok).toBe(false);
    await newer.store.close();
    expect(await everyFile(folder)).toEqual(before);
  });

  it('refuses a store of a newer version of which nothing can be read, and leaves every file as it was', async () => {
    const folder = await temporaryFolder();
    await writeFile(storeFile(folder), '{"format":"attache-store","version":7,"shards":["of another age"]}');
    await writeFile(`${storeFile(folder)}.0123456789ab.tmp`, 'of the newer one');
    const before = await everyFile(folder);
    expect(await tryOpening(folder)).toEqual({ ok: false, failure: { code: 'newer-version', found: 7, known: 2 } });
    expect(await everyFile(folder)).toEqual(before);
  });

  it('removes what interrupted writes left behind', async () => {
    const folder = await temporaryFolder();
    const first = await opened(folder);
    await makeTrip(first.store);
    await first.store.close();
    const before = Object.keys(await everyFile(folder)).sort();
    await writeFile(`${storeFile(folder)}.0123456789ab.tmp`, '{"half');
    await writeFile(join(folder, 'store-1/bucket-1.json.0123456789ab.tmp'), '{"half');
    await mkdir(join(folder, 'store-2'));
    await writeFile(join(folder, 'store-2/bucket-1.json'), 'a generation that was not written to its end');
    await writeFile(join(folder, 'letter.tmp'), 'not ours');
    const { store, notices } = await opened(folder);
    await store.close();
    expect(notices).toEqual([]);
    expect(Object.keys(await everyFile(folder)).sort()).toEqual([...before, 'letter.tmp'].sort());
  });

  it('tells of what a cloud service made of its files, and neither reads nor removes them', async () => {
    const folder = await temporaryFolder();
    const { store, compact } = await opened(folder);
    const trip = await makeTrip(store);
    await compact();
    await store.close();
    const strange = ['attache-LAPTOP.json', 'store-1/bucket-1 (1).json', 'store-1/journal-1 (conflicted copy).jsonl'];
    for (const name of strange) await writeFile(join(folder, name), 'of another laptop');
    const again = await opened(folder);
    expect(again.notices).toEqual([
      { kind: 'conflict-copies', names: expect.arrayContaining(strange.map((name) => basename(name))) },
    ]);
    expect(again.store.all('trip')).toEqual([trip]);
    expect(Object.keys(await everyFile(folder))).toEqual(expect.arrayContaining(strange));
  });

  it('keeps what was changed while the buckets are being written', async () => {
    const folder = await temporaryFolder();
    const { store, compact } = await opened(folder);
    const trip = await makeTrip(store);
    const [, changed] = await Promise.all([
      compact(),
      store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'meanwhile' })),
    ]);
    expect(changed.ok).toBe(true);
    await compact();
    await compact();
    await store.close();
    expect((await opened(folder)).store.get('trip', trip.id)?.purpose).toBe('meanwhile');
  });

  it('puts the journals into the buckets by itself when they have grown', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder, { compactAt: 4000 });
    const trip = await makeTrip(store);
    for (let count = 0; count < 40; count += 1) {
      valueOf(await store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: String(count) })));
    }
    await store.close();
    const names = Object.keys(await everyFile(folder));
    expect(names).toContain('store-1/bucket-1.json');
    expect(names).not.toContain('store-1/journal-1.jsonl');
    expect((await opened(folder)).store.get('trip', trip.id)?.purpose).toBe('39');
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
