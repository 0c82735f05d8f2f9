import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { FailingFiles } from './failing-files';
import { aTrip, backedUp } from './backed-up-store';
import { valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

const names = async (folder: string): Promise<string[]> => (await readdir(join(folder, 'backups'))).sort();

describe('a backup', () => {
  it('is a readable document with one record a line, and is listed with what its name says', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await backedUp(folder);
    store.put(aTrip('Shenzhen visit (sample)'), aTrip('深圳訪問（樣本）'));
    await backups.settled();
    const made = valueOf(await backups.make());
    expect(made).toMatchObject({ reason: 'asked', places: ['here'], isSealed: false, isOwn: true, isDamaged: false });
    const bytes = await readFile(join(folder, 'backups', made.name));
    expect(made.bytes).toBe(bytes.byteLength);
    const text = gunzipSync(bytes).toString('utf8');
    const document = JSON.parse(text) as { format: string; count: number; records: [string, { title: object }][] };
    expect([document.format, document.count]).toEqual(['attache-backup', 2]);
    expect(document.records.map(([, record]) => record.title)).toMatchObject([
      { en: 'Shenzhen visit (sample)' },
      { en: '深圳訪問（樣本）' },
    ]);
    expect(text.split('\n')).toHaveLength(5);
    expect(valueOf(await backups.list())[0]).toEqual(made);
  });

  it('of a large store holds every record, in many compressed pieces', async () => {
    const folder = await temporaryFolder();
    const { store, shelf, backups } = await backedUp(folder);
    const trips = Array.from({ length: 3000 }, (_, index) => aTrip(`${'A long name '.repeat(10)} ${index}`));
    store.put(...trips);
    await backups.settled();
    const { name } = valueOf(await backups.make());
    const read = await shelf.read(name);
    expect(read).toMatchObject({ kind: 'good', content: { seq: 3000, generation: 1 } });
    expect(read?.kind === 'good' && read.content.records.map((json) => Buffer.from(json).toString())).toEqual(
      Array.from(store.snapshot().records, (json) => Buffer.from(json).toString()),
    );
  });

  it.each([
    ['a flipped bit', (bytes: Buffer) => flipped(bytes, bytes.length >> 1)],
    ['a flipped bit at its end', (bytes: Buffer) => flipped(bytes, bytes.length - 6)],
    ['the end cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 30)],
    ['nothing in it', () => Buffer.alloc(0)],
    ['something else in it', () => Buffer.from('{"type":"vcard"}')],
  ])('with %s is listed as damaged, and cannot be restored', async (_name, spoil) => {
    const folder = await temporaryFolder();
    const { store, backups } = await backedUp(folder);
    store.put(...Array.from({ length: 50 }, (_, index) => aTrip(`Trip ${index} (sample)`)));
    await backups.settled();
    const { name } = valueOf(await backups.make());
    const path = join(folder, 'backups', name);
    await writeFile(path, spoil(await readFile(path)));
    const before = await everyFile(folder);
    expect(valueOf(await backups.look(name))).toMatchObject({ kind: 'damaged' });
    expect(valueOf(await backups.list()).find((each) => each.name === name)?.isDamaged).toBe(true);
    expect(await backups.restore(name)).toMatchObject({ ok: false, failure: { code: 'not-a-backup' } });
    expect(await everyFile(folder)).toEqual(before);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 4, at);
  return changed;
}

describe('backups by itself', () => {
  it('are made after the first change of each day, and no change waits for them', async () => {
    const folder = await temporaryFolder();
    const world = await backedUp(folder);
    const { store, backups } = world;
    store.put(aTrip('One (sample)'));
    expect(await everyFile(folder)).toEqual({});
    await backups.settled();
    store.put(aTrip('Two (sample)'));
    await backups.settled();
    expect(valueOf(await backups.list())).toMatchObject([{ reason: 'daily' }]);
    world.now = '2026-11-23T04:00:00.000Z';
    store.put(aTrip('Three (sample)'));
    await backups.settled();
    const [newest, first] = valueOf(await backups.list());
    expect(valueOf(await backups.look(newest!.name))).toMatchObject({ kind: 'good', records: 3, counts: [] });
    expect(valueOf(await backups.look(first!.name))).toMatchObject({
      records: 1,
      counts: [{ type: 'trip', became: 'added', count: 2 }],
    });
  });

  it('are not made twice on one day because Attaché was started again', async () => {
    const folder = await temporaryFolder();
    const morning = await backedUp(folder);
    morning.store.put(aTrip('One (sample)'));
    await morning.backups.settled();
    await morning.backups.close();
    const evening = await backedUp(folder);
    evening.store.put(aTrip('Two (sample)'));
    await evening.backups.settled();
    expect(await names(folder)).toHaveLength(1);
  });

  it('that cannot be made are remembered, and tried again with the next change', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await backedUp(folder);
    await writeFile(join(folder, 'backups'), 'a file in the place of the folder');
    store.put(aTrip('One (sample)'));
    await backups.settled();
    expect(backups.problem()).toMatchObject({ code: 'cannot-write' });
    expect(await backups.make()).toMatchObject({ ok: false, failure: { code: 'cannot-write' } });
    await rm(join(folder, 'backups'));
    store.put(aTrip('Two (sample)'));
    await backups.settled();
    expect(backups.problem()).toBeNull();
    expect(await names(folder)).toHaveLength(1);
  });

  it('that fail again and again are not tried with each change', async () => {
    const folder = await temporaryFolder();
    let elapsed = 0;
    const { store, backups } = await backedUp(folder, { elapsed: () => elapsed });
    await writeFile(join(folder, 'backups'), 'a file in the place of the folder');
    const change = async (): Promise<void> => {
      store.put(aTrip('Again (sample)'));
      await backups.settled();
    };
    await change();
    await change();
    await rm(join(folder, 'backups'));
    await change();
    expect(backups.problem()).not.toBeNull();
    elapsed += 70_000;
    await change();
    expect(backups.problem()).toBeNull();
  });

  it('are not begun on a disk where they would leave no room for saving', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await backedUp(folder, { room: () => Promise.resolve(10_000_000) });
    store.put(aTrip('One (sample)'));
    await backups.settled();
    expect(backups.problem()).toEqual({ code: 'disk-full' });
    expect(await names(folder)).toEqual([]);
  });

  it('leave no half backup on a disk that fills in the middle, at whatever call', async () => {
    for (let at = 1; ; at += 1) {
      const folder = await temporaryFolder();
      const files = new FailingFiles({ at, how: 'half', code: 'ENOSPC', forGood: true });
      const { store, backups } = await backedUp(folder, { files });
      store.put(aTrip('One (sample)'));
      await backups.settled();
      const sound = await backedUp(folder);
      for (const { name } of valueOf(await sound.backups.list())) {
        expect(valueOf(await sound.backups.look(name))).toMatchObject({ kind: 'good' });
      }
      if (!files.hasFailed) break;
    }
  });
});

describe('the newest sound backup', () => {
  it('is found behind damaged ones, with its records by kind and id, of one generation only', async () => {
    const folder = await temporaryFolder();
    const { store, backups, shelf } = await backedUp(folder);
    const trip = aTrip('One (sample)');
    store.put(trip);
    await backups.settled();
    const good = valueOf(await backups.make());
    store.put(aTrip('Two (sample)'));
    const { name } = valueOf(await backups.make());
    await writeFile(join(folder, 'backups', name), 'damaged');
    const found = await shelf.newestGood(1);
    expect([found?.name, [...(found?.byKey.keys() ?? [])]]).toEqual([good.name, [`trip:${trip.id}`]]);
    expect(await shelf.newestGood(2)).toBeNull();
    expect((await shelf.newestGood(null))?.name).toBe(good.name);
  });
});
