import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aTrip, backedUp } from './backed-up-store';
import { valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

describe('restoring', () => {
  it('puts a backup in the place of everything, and is undone by another click', async () => {
    const { store, backups } = await backedUp(await temporaryFolder());
    store.put(aTrip('One (sample)'));
    const { name } = valueOf(await backups.make());
    const then = store.contents();
    store.put(aTrip('Two (sample)'));
    const before = store.contents();
    const { undo, records } = valueOf(await backups.restore(name));
    expect([records, store.contents()]).toEqual([1, then]);
    expect(valueOf(await backups.list())[0]).toMatchObject({ name: undo, reason: 'restore' });
    valueOf(await backups.restore(undo!));
    expect(store.contents()).toEqual(before);
  });

  it('counts every record as changed just now and as shared, and the count of changes never goes back', async () => {
    const { store, backups } = await backedUp(await temporaryFolder());
    store.put(aTrip('One (sample)'));
    const { name } = valueOf(await backups.make());
    store.put(...Array.from({ length: 9 }, () => aTrip('Later (sample)')));
    valueOf(await backups.restore(name));
    expect(store.seq).toBe(11);
    const [json] = store.snapshot().records;
    expect(JSON.parse(Buffer.from(json!).toString('utf8'))).toMatchObject({ $sync: { seq: 11, sh: true } });
  });

  it('keeps what was written while the backup was being read', async () => {
    const { store, backups } = await backedUp(await temporaryFolder());
    store.put(aTrip('One (sample)'));
    const { name } = valueOf(await backups.make());
    const late = aTrip('Written meanwhile (sample)');
    store.atTheDoor = () => {
      store.put(late);
      store.atTheDoor = () => undefined;
    };
    const { undo } = valueOf(await backups.restore(name));
    expect(store.contents()).toHaveLength(1);
    valueOf(await backups.restore(undo!));
    expect(store.contents()).toContainEqual(expect.objectContaining({ id: late.id }));
  });

  it('carries along what a newer version wrote', async () => {
    const { store, backups } = await backedUp(await temporaryFolder());
    const json = Buffer.from('{"type":"thing-of-tomorrow","id":"abc","schema":9,"words":"今日"}');
    store.putJson(json);
    store.put(aTrip('One (sample)'));
    const { name } = valueOf(await backups.make());
    store.put(aTrip('Two (sample)'));
    valueOf(await backups.restore(name));
    expect(Array.from(store.snapshot().records, (each) => Buffer.from(each).toString())).toContain(json.toString());
  });

  it('changes nothing when the new records cannot be written, and says why', async () => {
    const { store, backups } = await backedUp(await temporaryFolder());
    store.put(aTrip('One (sample)'));
    const { name } = valueOf(await backups.make());
    store.put(aTrip('Two (sample)'));
    const before = store.contents();
    store.isFailing = true;
    expect(await backups.restore(name)).toEqual({ ok: false, failure: { code: 'disk-full' } });
    expect(store.contents()).toEqual(before);
  });

  it('stops when it is cancelled, and changes nothing', async () => {
    const { store, backups } = await backedUp(await temporaryFolder());
    store.put(...Array.from({ length: 2000 }, () => aTrip('One (sample)')));
    const { name } = valueOf(await backups.make());
    store.put(aTrip('Two (sample)'));
    const before = store.contents();
    const stop = new AbortController();
    const restoring = backups.restore(name, null, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await restoring).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(store.contents()).toEqual(before);
  });

  it('takes no name as a path', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await backedUp(folder);
    store.put(aTrip('One (sample)'));
    const { name } = valueOf(await backups.make());
    await writeFile(join(folder, name), await readFile(join(folder, 'backups', name)));
    for (const given of [`../${name}`, join(folder, name), `./${name}`, 'attache.json', '', '.']) {
      expect(await backups.restore(given)).toEqual({
        ok: false,
        failure: { code: 'not-a-backup', reason: 'not-listed' },
      });
    }
  });

  it('brings back a backup of the first version', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await backedUp(folder);
    const fixture = await readFile('tests/fixtures/stores/v1.json', 'utf8');
    await mkdir(join(folder, 'backups'));
    await writeFile(join(folder, 'backups/attache-20260301T010203Z-daily.json'), fixture);
    const [old] = valueOf(await backups.list());
    expect(old).toMatchObject({ name: 'attache-20260301T010203Z-daily.json', reason: 'daily', isOwn: true });
    const { records } = JSON.parse(fixture) as { records: Record<string, { id: string }> };
    const { undo } = valueOf(await backups.restore(old!.name));
    expect(undo).toBeNull();
    expect(store.contents().map((record) => (record as { id: string }).id)).toEqual(
      Object.keys(records)
        .map((key) => key.slice(key.indexOf(':') + 1))
        .sort(),
    );
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
      (text) => text.replace('"version": 1', '"version": 3'),
      { code: 'newer-version', found: 3, known: 2 },
    ],
  ])('refuses a file that %s, and changes nothing', async (_name, spoil, failure) => {
    const folder = await temporaryFolder();
    const { store, backups } = await backedUp(folder);
    store.put(aTrip('One (sample)'));
    await backups.settled();
    const text = (await readFile('tests/fixtures/stores/v1.json', 'utf8')).replace('"completed"', '"planning"');
    const picked = join(await temporaryFolder(), 'picked.json');
    await writeFile(picked, spoil(text));
    const [before, held] = [await everyFile(folder), store.contents()];
    expect(await backups.restoreFile(picked)).toEqual({ ok: false, failure });
    expect([await everyFile(folder), store.contents()]).toEqual([before, held]);
  });

  it('says so when the picked file is not there or is a folder', async () => {
    const { backups } = await backedUp(await temporaryFolder());
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

describe('what differs', () => {
  it('is told by kind and by what became of it', async () => {
    const { store, backups } = await backedUp(await temporaryFolder());
    const [same, edited, trashed, back] = [
      aTrip('Same (sample)'),
      aTrip('Edited (sample)'),
      aTrip('Trashed (sample)'),
      aTrip('Back (sample)', { deletedAt: '2026-01-01T00:00:00.000Z' as never }),
    ];
    store.put(same, edited, trashed, back);
    const { name } = valueOf(await backups.make());
    store.put(
      aTrip('Edited again (sample)', { id: edited.id }),
      aTrip('Trashed (sample)', { id: trashed.id, deletedAt: '2026-02-01T00:00:00.000Z' as never }),
      aTrip('Back (sample)', { id: back.id }),
      aTrip('New (sample)'),
      same,
    );
    const look = valueOf(await backups.look(name));
    expect(look.kind === 'good' && look.counts).toEqual([
      { type: 'trip', became: 'changed', count: 1 },
      { type: 'trip', became: 'trashed', count: 1 },
      { type: 'trip', became: 'brought-back', count: 1 },
      { type: 'trip', became: 'added', count: 1 },
    ]);
    expect(look.kind === 'good' && look.differing.map(({ id }) => id)).not.toContain(same.id);
  });
});
