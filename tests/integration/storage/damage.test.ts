import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RecordOf } from '@shared/domain/records';
import type { Intent } from '@main/storage/store';
import { intent, makeTrip, opened, tryOpening, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

const head = (folder: string): string => join(folder, 'attache.json');
const bucket = (folder: string): string => join(folder, 'store-1/bucket-1.json');
const journal = (folder: string, number: number): string => join(folder, `store-1/journal-${number}.jsonl`);

interface UsedStore {
  readonly folder: string;
  readonly trips: readonly RecordOf<'trip'>[];
}

/** A closed store: three trips in a bucket and in a backup, the third changed afterwards in a journal. */
async function usedStore(): Promise<UsedStore> {
  const folder = await temporaryFolder();
  const { store, backups, compact } = await opened(folder);
  for (const name of ['First (sample)', 'Second (sample)', 'Third (sample)']) await makeTrip(store, name);
  await compact();
  valueOf(await backups.make());
  const third = store.all('trip').find(({ title }) => title.en === 'Third (sample)');
  await store.transact(intent, (tx) => tx.update('trip', third!.id, { purpose: 'after the backup' }));
  const trips = [...store.all('trip')];
  await store.close();
  return { folder, trips };
}

function named(trips: readonly RecordOf<'trip'>[], name: string): RecordOf<'trip'> {
  const found = trips.find(({ title }) => title.en === `${name} (sample)`);
  if (found === undefined) throw new Error(`No trip ${name}`);
  return found;
}

async function change(path: string, how: (text: string) => string): Promise<void> {
  await writeFile(path, how(await readFile(path, 'latin1')), 'latin1');
}

/** Opens, closes and opens again: what was mended must stay so, and is told once. */
async function openedAfterDamage(folder: string): ReturnType<typeof opened> {
  const first = await opened(folder);
  const trips = [...first.store.all('trip')];
  await first.store.close();
  const again = await opened(folder);
  expect(again.notices).toEqual([]);
  expect([...again.store.all('trip')]).toEqual(expect.arrayContaining(trips));
  return first;
}

describe('a record that was damaged in a bucket', () => {
  it('is set aside as it stood, its state in the newest backup is fetched, and the rest opens', async () => {
    const { folder, trips } = await usedStore();
    await change(bucket(folder), (text) => text.replace('First (sample)', 'Forst (sample)'));
    const { store, notices } = await openedAfterDamage(folder);
    expect(notices).toEqual([
      {
        kind: 'set-aside',
        count: 1,
        missing: 0,
        file: expect.stringMatching(/^quarantine.damaged-lines-/),
        fetched: 1,
        madeAt: expect.stringMatching(/^2026-11-22T/),
      },
    ]);
    expect([...store.all('trip')]).toEqual(expect.arrayContaining([...trips]));
    const kept = Object.entries(await everyFile(folder)).filter(([name]) => name.startsWith('quarantine'));
    expect(kept.map(([, text]) => text.includes('Forst (sample)'))).toEqual([true]);
  });

  it('is missed when there is no backup, and kept all the same', async () => {
    const { folder, trips } = await usedStore();
    await rm(join(folder, 'backups'), { recursive: true });
    await change(bucket(folder), (text) => text.replace('First (sample)', 'Forst (sample)'));
    const { store, notices } = await openedAfterDamage(folder);
    expect(notices).toMatchObject([{ kind: 'set-aside', count: 1, fetched: 0, madeAt: null }]);
    expect(store.get('trip', named(trips, 'First').id)).toBeUndefined();
    expect(store.get('trip', named(trips, 'Second').id)).toEqual(named(trips, 'Second'));
  });

  it('takes no other with it when it is the line break that is damaged', async () => {
    const { folder, trips } = await usedStore();
    await change(bucket(folder), (text) => text.replace(/\],\n\[/, '],J['));
    const { store } = await openedAfterDamage(folder);
    expect([...store.all('trip')]).toEqual(expect.arrayContaining([...trips]));
  });

  it('is of no account when a journal has it anew', async () => {
    const { folder, trips } = await usedStore();
    await change(bucket(folder), (text) => text.replace('Third (sample)', 'Thord (sample)'));
    const { store } = await openedAfterDamage(folder);
    expect(store.get('trip', named(trips, 'Third').id)).toEqual(named(trips, 'Third'));
  });
});

describe('a bucket', () => {
  it.each<[string, (folder: string) => Promise<void>, number]>([
    ['that is gone', (folder) => rm(bucket(folder)), 3],
    ['that is empty', (folder) => writeFile(bucket(folder), ''), 3],
    ['that was cut off', (folder) => change(bucket(folder), (text) => text.slice(0, text.indexOf('Second'))), 2],
    ['that is zeros', (folder) => change(bucket(folder), (text) => '\0'.repeat(text.length)), 3],
  ])('%s is filled again from the newest backup', async (_what, damage, lost) => {
    const { folder, trips } = await usedStore();
    await damage(folder);
    const { store, notices } = await openedAfterDamage(folder);
    const [notice] = notices;
    expect(notice?.kind === 'set-aside' && notice.missing + notice.count).toBeGreaterThanOrEqual(lost - 1);
    expect([...store.all('trip')]).toEqual(expect.arrayContaining([...trips]));
  });

  it('that is older than it should be gets the newer states from the newest backup', async () => {
    const { folder, trips } = await usedStore();
    await cp(bucket(folder), join(folder, 'older.json'));
    const second = named(trips, 'Second');
    const { store, backups, compact } = await opened(folder);
    const edit: Intent = { ...intent, verb: 'edit' };
    valueOf(await store.transact(edit, (tx) => tx.update('trip', second.id, { purpose: 'newer' })));
    await compact();
    valueOf(await backups.make());
    await store.close();
    await cp(join(folder, 'older.json'), bucket(folder));
    const again = await openedAfterDamage(folder);
    expect(again.notices).toMatchObject([{ kind: 'set-aside', count: 0, missing: 0, fetched: 2 }]);
    expect(again.store.get('trip', second.id)?.purpose).toBe('newer');
  });
});

describe('a journal', () => {
  it('of which a line was damaged keeps the others', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    const first = await makeTrip(store, 'First (sample)');
    await makeTrip(store, 'Second (sample)');
    const third = await makeTrip(store, 'Third (sample)');
    await store.close();
    await rm(join(folder, 'backups'), { recursive: true });
    await change(journal(folder, 1), (text) => text.replace('Second (sample)', 'Socond (sample)'));
    const again = await openedAfterDamage(folder);
    expect(again.notices).toMatchObject([{ kind: 'set-aside', count: 1, fetched: 0 }]);
    expect([...again.store.all('trip')]).toEqual([first, third]);
  });

  it.each([
    ['in the middle of a line', (text: string) => text.slice(0, -150)],
    ['before the line that ends the transaction', (text: string) => text.slice(0, text.lastIndexOf('["'))],
    ['with blocks that were never written', (text: string) => `${text.slice(0, -150)}${'\0'.repeat(700)}`],
  ])('that a power cut ended %s has all that was acknowledged, and nothing is said', async (_where, cut) => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    const trip = await makeTrip(store);
    await store.close();
    const acknowledged = await readFile(journal(folder, 1), 'latin1');
    const again = await opened(folder);
    await again.store.transact(intent, (tx) => {
      tx.update('trip', trip.id, { purpose: 'on its way' });
      tx.create('follow-up', { title: 'A task (sample)', tripId: trip.id });
    });
    await again.store.close();
    expect(await readFile(journal(folder, 1), 'latin1')).toBe(acknowledged);
    // A power cut does not wait for the line that closing writes.
    await change(journal(folder, 2), (text) => cut(text.replace(/.*"end".*\n$/, '')));
    const { store: last, notices } = await opened(folder);
    expect(notices).toEqual([]);
    expect([last.all('trip'), last.all('follow-up')]).toEqual([[trip], []]);
    // What is written next must not make the torn end count.
    valueOf(await last.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'written again' })));
    await last.close();
    const final = await opened(folder);
    expect(final.notices).toEqual([]);
    expect(final.store.all('trip')).toMatchObject([{ purpose: 'written again' }]);
    expect(final.store.all('follow-up')).toEqual([]);
  });
});

describe('a data folder', () => {
  it.each<[string, (folder: string) => Promise<void>]>([
    ['whose first file is gone', (folder) => rm(head(folder))],
    ['whose first file is empty', (folder) => writeFile(head(folder), '')],
    ['whose first file is another JSON', (folder) => writeFile(head(folder), '{"trips":[]}')],
    [
      'whose first file is of version 1 again',
      (folder) => cp(join(__dirname, '../../fixtures/stores/v1.json'), head(folder)),
    ],
  ])('%s opens whole, and the file is there again', async (_what, damage) => {
    const { folder, trips } = await usedStore();
    const before = await readFile(head(folder), 'utf8');
    await damage(folder);
    const { store, isFresh } = await openedAfterDamage(folder);
    expect([isFresh, [...store.all('trip')]]).toEqual([false, expect.arrayContaining([...trips])]);
    expect(await readFile(head(folder), 'utf8')).toBe(before);
  });

  it('whose manifest is damaged opens whole', async () => {
    const { folder, trips } = await usedStore();
    await change(join(folder, 'store-1/manifest.json'), (text) => text.replace('"epoch":', '"opoch":'));
    const { store } = await openedAfterDamage(folder);
    expect([...store.all('trip')]).toEqual(expect.arrayContaining([...trips]));
  });

  it('whose manifest is gone opens whole', async () => {
    const { folder, trips } = await usedStore();
    await rm(join(folder, 'store-1/manifest.json'));
    const { store } = await openedAfterDamage(folder);
    expect([...store.all('trip')]).toEqual(expect.arrayContaining([...trips]));
  });

  it('of which neither the first file nor the manifest can be read keeps the rest aside', async () => {
    const { folder } = await usedStore();
    await rm(join(folder, 'store-1/manifest.json'));
    await writeFile(head(folder), 'not a store');
    const { notices } = await openedAfterDamage(folder);
    expect(notices).toMatchObject([{ kind: 'restored-after-damage' }]);
    const names = Object.keys(await everyFile(folder));
    expect(names.filter((name) => /^quarantine.store-1.*journal-/.test(name))).not.toEqual([]);
  });

  it('of which only backups are left takes the newest good one, and says so', async () => {
    const { folder, trips } = await usedStore();
    await rm(join(folder, 'store-1'), { recursive: true });
    const { store, notices, isFresh } = await openedAfterDamage(folder);
    expect(notices).toMatchObject([{ kind: 'restored-after-damage', backup: expect.stringMatching(/-asked-/) }]);
    expect([isFresh, store.all('trip').length]).toEqual([false, 3]);
    expect(store.get('trip', named(trips, 'First').id)).toEqual(named(trips, 'First'));
  });

  it('of which only backups are left follows and does not amend what may have been shared since', async () => {
    const { folder, trips } = await usedStore();
    await rm(join(folder, 'store-1'), { recursive: true });
    const { store } = await opened(folder);
    const { id, revision } = named(trips, 'First');
    const edited = valueOf(await store.transact(intent, (tx) => tx.update('trip', id, { purpose: 'anew' })));
    expect([revision.split('-')[0], edited.revision.split('-')[0]]).toEqual(['1', '2']);
  });

  it('of which nothing is left starts empty, says so, and keeps what there is', async () => {
    const folder = await temporaryFolder();
    const texts = ['first damage', 'second damage', 'third damage'];
    for (const text of texts) {
      await writeFile(head(folder), text);
      const { store, notices, isFresh } = valueOf(await tryOpening(folder));
      expect(notices).toEqual([{ kind: 'empty-after-damage', quarantined: expect.stringMatching(/^quarantine/) }]);
      expect(isFresh).toBe(true);
      await store.close();
    }
    // The same clock each time: what was set aside before is not overwritten.
    expect(Object.values(await everyFile(folder)).sort()).toEqual([...texts].sort());
  });

  it('carries along a record that this version cannot read, and says so', async () => {
    const { folder, trips } = await usedStore();
    const foreign = { type: 'constellation', id: '7d2c3a52-4c5a-4f4a-8a57-0d4c2f7d9c13', of: 'a newer version' };
    const { plainSeal } = await import('@main/storage/seal/plain-seal');
    const line = Buffer.from(plainSeal.line(Buffer.from(JSON.stringify(foreign)))).toString('utf8');
    await change(bucket(folder), (text) => text.replace('"count":3', '"count":4').replace('\n],', `,\n${line}\n],`));
    const { store, compact, notices } = await opened(folder);
    expect([...store.all('trip')]).toEqual(expect.arrayContaining([...trips]));
    while (notices.length === 0) await new Promise((done) => setImmediate(done));
    expect(notices).toEqual([{ kind: 'unreadable-records', count: 1 }]);
    valueOf(await store.transact(intent, (tx) => tx.create('trip', { ...tripLike(trips), reference: 'later' })));
    await compact();
    await store.close();
    expect(await readFile(bucket(folder), 'utf8')).toContain('"constellation"');
  });
});

function tripLike([trip]: readonly RecordOf<'trip'>[]): Pick<RecordOf<'trip'>, 'title' | 'firstDay' | 'lastDay'> {
  if (trip === undefined) throw new Error('No trip');
  return { title: trip.title, firstDay: trip.firstDay, lastDay: trip.lastDay };
}
