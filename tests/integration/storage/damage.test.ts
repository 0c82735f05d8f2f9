import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RecordOf } from '@shared/domain/records';
import { intent, makeTrip, opened, tryOpening, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

const storeFile = (folder: string): string => join(folder, 'attache.json');

/** A closed store with a trip, backed up, that was edited once after the backup. */
async function usedStore(): Promise<{ folder: string; backup: string; trip: RecordOf<'trip'> }> {
  const folder = await temporaryFolder();
  const { store, backups } = await opened(folder);
  const trip = await makeTrip(store);
  valueOf(await store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'after the backup' })));
  // The second change of a new store backs up what the first one made.
  const [backup] = valueOf(await backups.list()).map(({ name }) => name);
  if (backup === undefined) throw new Error('No backup was made.');
  await store.close();
  return { folder, backup, trip };
}

const damages: [string, (text: string) => string | Buffer][] = [
  ['is empty', () => ''],
  ['ends half-way', (text) => text.slice(0, text.length >> 1)],
  ['is garbage', () => Buffer.from([0, 255, 254, 7, 192, 128])],
  ['is zeros, as after a power cut', (text) => Buffer.alloc(text.length)],
  ['is another JSON', () => '{"trips":[]}'],
  ['is no object', () => 'null'],
  ['has no records', () => '{"format":"attache-store","version":1,"deviceId":"d","seq":1}'],
  ['has no sensible version', (text) => text.replace('"version": 1', '"version": "one"')],
];

describe('a store file that cannot be read as a whole', () => {
  it.each(damages)('(it %s) is set aside, and the newest good backup takes its place', async (_name, damage) => {
    const { folder, backup, trip } = await usedStore();
    const damaged = Buffer.from(damage(await readFile(storeFile(folder), 'utf8')));
    await writeFile(storeFile(folder), damaged);

    const again = await opened(folder);
    const notice = {
      kind: 'restored-after-damage',
      backup,
      quarantined: expect.stringMatching(/^quarantine.attache-/),
    };
    expect(again.notices).toEqual([expect.objectContaining(notice)]);
    expect(again.isFresh).toBe(false);
    expect(again.store.get('trip', trip.id)).toEqual(trip);
    const [first] = again.notices;
    const quarantined = first?.kind === 'restored-after-damage' ? first.quarantined : '';
    expect(await readFile(join(folder, quarantined))).toEqual(damaged);

    await again.store.close();
    const third = await opened(folder);
    expect(third.notices).toEqual([]);
    expect(third.store.get('trip', trip.id)).toEqual(trip);
  });

  it('starts empty without a backup, says so, and keeps the damaged file', async () => {
    const folder = await temporaryFolder();
    await writeFile(storeFile(folder), 'not a store');
    const { store, notices, isFresh } = await opened(folder);
    expect(notices).toEqual([{ kind: 'empty-after-damage', quarantined: expect.stringMatching(/^quarantine/) }]);
    expect(isFresh).toBe(true);
    await makeTrip(store);
    await store.close();
    expect(Object.values(await everyFile(folder))).toContain('not a store');
  });

  it('never overwrites what was set aside before', async () => {
    const folder = await temporaryFolder();
    const texts = ['first damage', 'second damage', 'third damage'];
    for (const text of texts) {
      await writeFile(storeFile(folder), text);
      // The same clock each time: the names must differ all the same.
      await valueOf(await tryOpening(folder)).store.close();
    }
    expect(Object.values(await everyFile(folder)).sort()).toEqual([...texts].sort());
  });

  it('passes over a backup that is damaged itself', async () => {
    const { folder, backup, trip } = await usedStore();
    const later = join(folder, 'backups', 'attache-20270101T000000Z-asked.json');
    const text = await readFile(join(folder, 'backups', backup), 'utf8');
    await writeFile(later, text.replace('"deletedAt":null', '"deletedAt":"yesterday"'));
    await writeFile(storeFile(folder), '');
    const { notices, store } = await opened(folder);
    expect(notices).toEqual([expect.objectContaining({ backup })]);
    expect(store.get('trip', trip.id)).toEqual(trip);
  });

  it('is followed and not amended where its records may have been shared since the backup', async () => {
    const { folder, trip } = await usedStore();
    await writeFile(storeFile(folder), '');
    const { store } = await opened(folder);
    const edited = valueOf(await store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'anew' })));
    expect([trip.revision.split('-')[0], edited.revision.split('-')[0]]).toEqual(['1', '2']);
  });
});

describe('single records that cannot be read', () => {
  it('are set aside as they stood, and the rest opens', async () => {
    const { folder, trip } = await usedStore();
    const text = await readFile(storeFile(folder), 'utf8');
    const document = JSON.parse(text) as { records: Record<string, unknown> };
    const key = `trip:${trip.id}`;
    const spoilt = {
      'trip:not-its-id': document.records[key],
      'person:7d2c3a52-4c5a-4f4a-8a57-0d4c2f7d9c11': { type: 'person', half: true },
      'note:7d2c3a52-4c5a-4f4a-8a57-0d4c2f7d9c12': 'a text',
    };
    const foreign = { 'constellation:7d2c3a52-4c5a-4f4a-8a57-0d4c2f7d9c13': { of: 'a newer version' } };
    await writeFile(
      storeFile(folder),
      JSON.stringify({ ...document, records: { ...document.records, ...spoilt, ...foreign } }),
    );

    const again = await opened(folder);
    expect(again.notices).toEqual([
      { kind: 'set-aside', count: 3, file: expect.stringMatching(/^quarantine.records-/) },
    ]);
    expect(again.store.get('trip', trip.id)?.purpose).toBe('after the backup');
    await again.store.close();
    const files = await everyFile(folder);
    const quarantine = Object.entries(files).find(([name]) => name.startsWith('quarantine'));
    expect(JSON.parse(quarantine?.[1] ?? '')).toEqual(
      JSON.parse(Buffer.from(JSON.stringify(spoilt), 'utf8').toString('latin1')),
    );
    const kept = JSON.parse(await readFile(storeFile(folder), 'utf8')) as { records: object };
    expect(Object.keys(kept.records).sort()).toEqual([key, ...Object.keys(foreign)].sort());

    const third = await opened(folder);
    expect(third.notices).toEqual([]);
  });

  it('are no reason to lose what they are mentioned in', async () => {
    const { folder, trip } = await usedStore();
    const { store } = await opened(folder);
    const item = { tripId: trip.id, day: trip.firstDay, title: 'Follow-up' };
    const task = valueOf(
      await store.transact(intent, (tx) => tx.create('follow-up', { title: item.title, tripId: item.tripId })),
    );
    await store.close();
    const document = JSON.parse(await readFile(storeFile(folder), 'utf8')) as { records: Record<string, object> };
    document.records[`trip:${trip.id}`] = { type: 'trip' };
    await writeFile(storeFile(folder), JSON.stringify(document));
    const again = await opened(folder);
    valueOf(await again.store.transact(intent, (tx) => tx.update('follow-up', task.id, { status: 'done' })));
    expect(again.store.get('follow-up', task.id)).toMatchObject({ tripId: trip.id, status: 'done' });
  });
});

describe('a data folder whose store file has gone', () => {
  it('is a first start, and its backups can still be restored', async () => {
    const { folder, backup, trip } = await usedStore();
    await rm(storeFile(folder));
    const { store, backups, isFresh } = await opened(folder);
    expect(isFresh).toBe(true);
    expect(valueOf(await backups.restore(backup))).toEqual({ records: 1 });
    expect(store.get('trip', trip.id)).toEqual(trip);
  });
});
