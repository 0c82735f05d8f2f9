import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { instantOf } from '@shared/dates';
import { intent, makeTrip, opened, steadyClock, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

const storeFile = (folder: string): string => join(folder, 'attache.json');

describe('backups', () => {
  it('are made on demand, listed newest first, and hold what they say', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await opened(folder);
    await makeTrip(store);
    const one = valueOf(await backups.make());
    await makeTrip(store, 'Another (sample)');
    const other = valueOf(await backups.make());
    const asked = valueOf(await backups.list()).filter(({ reason }) => reason === 'asked');
    expect(asked).toEqual([other, one]);
    expect([one.records, other.records, one.reason]).toEqual([1, 2, 'asked']);
    const bytes = await readFile(join(folder, 'backups', other.name));
    expect(bytes).toEqual(await readFile(storeFile(folder)));
    expect(other.bytes).toBe(bytes.byteLength);
  });

  it('keep the store as it was before the first change of each day', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await opened(folder);
    const trip = await makeTrip(store);
    expect(valueOf(await backups.list())).toEqual([]);
    await makeTrip(store);
    expect(valueOf(await backups.list())).toMatchObject([{ reason: 'daily', records: 1 }]);
    await store.close();
    const evening = await readFile(storeFile(folder));

    let now = Date.parse('2026-11-23T04:00:00.000Z');
    const clock = (): ReturnType<typeof instantOf> => instantOf((now += 1000));
    const nextDay = await opened(folder, { clock });
    for (const purpose of ['a', 'b'])
      valueOf(await nextDay.store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose })));
    await nextDay.store.close();
    const sameDay = await opened(folder, { clock });
    valueOf(await sameDay.store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'c' })));
    const [daily, ...others] = valueOf(await sameDay.backups.list());
    expect(others).toHaveLength(1);
    expect(daily).toMatchObject({ reason: 'daily', records: 2 });
    expect(await readFile(join(folder, 'backups', daily!.name))).toEqual(evening);

    now += 24 * 60 * 60 * 1000;
    valueOf(await sameDay.store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'd' })));
    expect(valueOf(await sameDay.backups.list())).toHaveLength(3);
  });

  it('that cannot be made keep nobody from saving, and say so', async () => {
    const folder = await temporaryFolder();
    const first = await opened(folder);
    const trip = await makeTrip(first.store);
    await first.store.close();
    await writeFile(join(folder, 'backups'), 'a file in the place of the folder');
    const { store, backups } = await opened(folder, { clock: steadyClock('2026-11-25T04:00:00.000Z') });
    valueOf(await store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'saved' })));
    expect(backups.problem()).toMatchObject({ code: 'cannot-write' });
    expect(await backups.make()).toMatchObject({ ok: false, failure: { code: 'cannot-write' } });
  });
});

describe('restoring', () => {
  it('puts a backup in the place of everything, tells so, and can itself be undone', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await opened(folder);
    const trip = await makeTrip(store);
    const { name } = valueOf(await backups.make());
    const later = await makeTrip(store, 'Later (sample)');
    let told = 0;
    store.onReplaced(() => (told += 1));

    expect(valueOf(await backups.restore(name))).toEqual({ records: 1 });
    expect([store.all('trip'), told]).toEqual([[trip], 1]);
    const undo = valueOf(await backups.list()).find(({ reason }) => reason === 'restore');
    expect(undo?.records).toBe(2);
    valueOf(await backups.restore(undo!.name));
    expect(store.get('trip', later.id)).toEqual(later);

    await store.close();
    expect((await opened(folder)).store.all('trip')).toHaveLength(2);
  });

  it('takes changes again afterwards, which follow what may have been shared since the backup', async () => {
    const { store, backups } = await opened(await temporaryFolder());
    const trip = await makeTrip(store);
    const { name } = valueOf(await backups.make());
    valueOf(await backups.restore(name));
    const edited = valueOf(await store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'x' })));
    expect(edited.revision).toMatch(/^2-/);
  });

  it('takes a picked file into an empty store, and keeps its own name for this device', async () => {
    const fromFolder = await temporaryFolder();
    const from = await opened(fromFolder);
    const trip = await makeTrip(from.store);
    const text = await readFile(storeFile(fromFolder), 'utf8');
    const picked = join(await temporaryFolder(), 'from a stick.json');
    await writeFile(picked, text);

    const folder = await temporaryFolder();
    const { store, backups } = await opened(folder);
    expect(valueOf(await backups.restoreFile(picked))).toEqual({ records: 1 });
    expect(store.get('trip', trip.id)).toEqual(trip);
    const deviceOf = (json: string): unknown => (JSON.parse(json) as { deviceId: string }).deviceId;
    expect(deviceOf(await readFile(storeFile(folder), 'utf8'))).not.toBe(deviceOf(text));
    expect(valueOf(await backups.list())).toEqual([]);
  });

  it('takes no name as a path', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await opened(folder);
    await makeTrip(store);
    const { name } = valueOf(await backups.make());
    const outside = join(folder, name);
    await writeFile(outside, await readFile(join(folder, 'backups', name)));
    for (const given of [`../${name}`, outside, `./${name}`, 'attache.json', '', '.']) {
      expect(await backups.restore(given)).toEqual({
        ok: false,
        failure: { code: 'not-a-backup', reason: 'not-listed' },
      });
    }
  });

  it.each<[string, (text: string) => string | Buffer, object]>([
    ['cannot be read as text', () => Buffer.from([255, 0, 1]), { code: 'not-a-backup', reason: 'not-text' }],
    ['is cut short', (text) => text.slice(0, -20), { code: 'not-a-backup', reason: 'not-json' }],
    ['is something else', () => '{"type":"vcard"}', { code: 'not-a-backup', reason: 'not-ours' }],
    [
      'has one bad record',
      (text) => text.replace('"planning"', '"asleep"'),
      { code: 'not-a-backup', reason: 'damaged-records' },
    ],
    [
      'is of a newer version',
      (text) => text.replace('"version": 1', '"version": 2'),
      { code: 'newer-version', found: 2, known: 1 },
    ],
  ])('refuses a file that %s, and changes nothing', async (_name, spoil, failure) => {
    const folder = await temporaryFolder();
    const { store, backups } = await opened(folder);
    const trip = await makeTrip(store);
    const picked = join(await temporaryFolder(), 'picked.json');
    await writeFile(picked, spoil(await readFile(storeFile(folder), 'utf8')));
    const before = await everyFile(folder);
    expect(await backups.restoreFile(picked)).toEqual({ ok: false, failure });
    expect(await everyFile(folder)).toEqual(before);
    expect(store.all('trip')).toEqual([trip]);
  });

  it('says so when the picked file is not there or is a folder', async () => {
    const { backups } = await opened(await temporaryFolder());
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'folder.json'));
    for (const [name, reason] of [
      ['nothing.json', 'ENOENT'],
      ['folder.json', 'EISDIR'],
    ] as const) {
      expect(await backups.restoreFile(join(folder, name))).toEqual({
        ok: false,
        failure: { code: 'cannot-read', reason },
      });
    }
  });
});
