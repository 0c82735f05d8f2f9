import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { storedIn } from '@main/storage/backups/up-to-date';
import { diskFiles } from '@main/storage/disk/disk-files';
import { Engine } from '@main/storage/engine';
import type { OpenedStore } from '@main/storage/open-store';
import type { Destination } from '@main/storage/travel/write-copy';
import { recordTypes } from '@shared/domain/records';
import { intent, officer, opened, valueOf } from '../opened';
import { everyFile, temporaryFolder } from '../temporary-folder';
import { byPassphrase, passphrase, vaultIn } from '../vaults';
import { homeWord, otherPhotograph, photograph, roadWord, withTwoTrips } from './two-trips';
import type { TwoTrips } from './two-trips';
import { travelOf } from './travel-of';

async function packed(
  options: Partial<Destination> = {},
): Promise<{ home: OpenedStore; trips: TwoTrips; into: string; folder: string; recoveryKey: string | null }> {
  const home = await opened(await temporaryFolder());
  const trips = await withTwoTrips(home);
  const into = await temporaryFolder();
  const to = { into, name: 'Taken trip', passphrase: null, ...options };
  const taken = valueOf(await home.travel.take({ id: trips.tripId, title: 'Taken (sample)', officerId: officer }, to));
  return { home, trips, into, folder: taken.folder, recoveryKey: taken.recoveryKey };
}

function everything({ store }: OpenedStore): Map<string, unknown> {
  if (!(store instanceof Engine)) throw new Error('This store is no engine');
  return new Map(
    Array.from(store.snapshot().records, (json) => {
      const stored = storedIn(json);
      return [`${String(stored?.['type'])}:${String(stored?.['id'])}`, stored];
    }),
  );
}

describe('a trip that is taken along', () => {
  it('is a data folder of its own that opens, with every record as it is at home', async () => {
    const { home, folder, trips } = await packed();
    const away = await opened(folder);
    expect(away.notices).toEqual([]);
    const here = everything(home);
    const there = everything(away);
    expect(there.size).toBe(19);
    for (const [key, record] of there) expect(here.get(key)).toEqual(record);
    for (const record of there.values()) expect(record).toMatchObject({ $sync: { sh: true } });
    expect(Buffer.from(valueOf(await away.blobs.get(trips.going[0] ?? ''))).equals(photograph)).toBe(true);
    expect(await away.blobs.has(trips.going[1] ?? '')).toBe(true);
    expect(away.store.trashed('note')).toHaveLength(1);
    expect(
      away.store
        .all('follow-up')
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Of no trip', 'Of the trip']);
    expect(away.store.all('affiliation')).toHaveLength(2);
  });

  it('has nothing of other trips in it, in no file and in no name', async () => {
    const { folder, trips } = await packed();
    const away = await opened(folder);
    expect(await away.blobs.has(trips.staying)).toBe(false);
    await away.store.close();
    for (const [name, content] of Object.entries(await everyFile(folder))) {
      const text = Buffer.from(content, 'latin1').toString('utf8');
      expect(text).not.toContain(homeWord);
      expect(text).not.toContain(otherPhotograph.toString());
      expect(name).not.toContain(trips.staying);
    }
    expect(Object.values(await everyFile(folder)).some((text) => text.includes('PLANTED-FOR-THE-ROAD'))).toBe(true);
  });

  it('has an identity of its own', async () => {
    const { home, folder } = await packed();
    const away = await opened(folder);
    if (!(home.store instanceof Engine) || !(away.store instanceof Engine)) throw new Error('This is no engine');
    expect(away.store.snapshot().deviceId).not.toBe(home.store.snapshot().deviceId);
    expect(away.store.snapshot().seq).toBe(home.store.snapshot().seq);
  });

  it('is followed and not amended at home from then on', async () => {
    const { home, trips } = await packed();
    const before = home.store.get('note', trips.noteId);
    valueOf(
      await home.store.transact(intent, (tx) => tx.update('note', trips.noteId, { classification: 'restricted' })),
    );
    const after = home.store.get('note', trips.noteId);
    expect(before?.revision).toMatch(/^1-/);
    expect(after?.revision).toMatch(/^2-/);
  });

  it('takes what is written while it is packed in the state that was marked as shared', async () => {
    const home = await opened(await temporaryFolder());
    const trips = await withTwoTrips(home);
    const typing = Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        home.store.transact(intent, (tx) => tx.update('trip', trips.tripId, { purpose: `typing ${index}` })),
      ),
    );
    const to = { into: await temporaryFolder(), name: 'Trip', passphrase: null };
    const taken = valueOf(await home.travel.take({ id: trips.tripId, title: '', officerId: officer }, to));
    await typing;
    const away = await opened(taken.folder);
    const there = away.store.get('trip', trips.tripId);
    const here = everything(home).get(`trip:${trips.tripId}`) as { revision: string; $sync: { anc: string[] } };
    const known = [here.revision.slice(2), ...here.$sync.anc];
    expect(known).toContain(there?.revision.slice(2));
  });

  it('is read with its passphrase or recovery key only, and has no word in the open', async () => {
    const { folder, recoveryKey } = await packed({ passphrase });
    for (const content of Object.values(await everyFile(folder))) {
      expect(content).not.toContain('PLANTED');
      expect(content).not.toContain('Taken');
    }
    const vault = await vaultIn(folder);
    expect(valueOf(await byPassphrase(vault, passphrase)).seal.isSecret).toBe(true);
    const key = valueOf(await vault.unlock({ by: 'recovery-key', recoveryKey: recoveryKey ?? '' }));
    expect((await byPassphrase(vault, 'another passphrase')).ok).toBe(false);
    const away = await opened(folder, { seal: key.seal });
    expect(away.store.all('trip').map(({ purpose }) => purpose)).toEqual([roadWord]);
  });

  it('must have a passphrase when there is one at home', async () => {
    const folder = await temporaryFolder();
    const vault = await vaultIn(folder);
    const made = valueOf(await vault.create(passphrase));
    const home = await opened(folder, { seal: made.vault.seal });
    const trips = await withTwoTrips(home);
    const into = await temporaryFolder();
    const trip = { id: trips.tripId, title: '', officerId: officer };
    const refused = await home.travel.take(trip, { into, name: 'Trip', passphrase: null });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'passphrase-needed' } });
    const short = await home.travel.take(trip, { into, name: 'Trip', passphrase: 'short' });
    expect(short).toMatchObject({ ok: false, failure: { code: 'passphrase-too-short' } });
    expect(await readdir(into)).toEqual([]);
  });

  it('never goes into the data folder, and never over something else', async () => {
    const folder = await temporaryFolder();
    const home = await opened(folder);
    const trips = await withTwoTrips(home);
    const trip = { id: trips.tripId, title: '', officerId: officer };
    const inside = await home.travel.take(trip, { into: join(folder, 'files'), name: 'Trip', passphrase: null });
    expect(inside).toMatchObject({ ok: false, failure: { code: 'own-folder' } });

    const into = await temporaryFolder();
    await mkdir(join(into, 'Trip'));
    await writeFile(join(into, 'Trip', 'mine.txt'), 'mine');
    const taken = valueOf(await home.travel.take(trip, { into, name: 'Trip', passphrase: null }));
    expect(taken.folder).toBe(join(into, 'Trip-2'));
    expect(await readdir(join(into, 'Trip'))).toEqual(['mine.txt']);
  });

  it('names a file that cannot be read here, and goes without it', async () => {
    const folder = await temporaryFolder();
    const home = await opened(folder);
    const trips = await withTwoTrips(home);
    const [photo = ''] = trips.going;
    await diskFiles.remove(join(folder, 'files', photo.slice(0, 2), photo));
    const to = { into: await temporaryFolder(), name: 'Trip', passphrase: null };
    const taken = valueOf(await home.travel.take({ id: trips.tripId, title: '', officerId: officer }, to));
    expect(taken).toMatchObject({ files: 1, missingFiles: 1 });
  });

  it('is not begun where there is too little room for it', async () => {
    const folder = await temporaryFolder();
    const home = await opened(folder);
    const trips = await withTwoTrips(home);
    const into = await temporaryFolder();
    const trip = { id: trips.tripId, title: '', officerId: officer };
    const taken = await travelOf(home, folder, diskFiles, 1_500_000).take(trip, {
      into,
      name: 'Trip',
      passphrase: null,
    });
    expect(taken).toEqual({ ok: false, failure: { code: 'not-enough-room', neededMegabytes: 3, freeMegabytes: 1 } });
    expect(await readdir(into)).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const home = await opened(await temporaryFolder());
    const trips = await withTwoTrips(home);
    const into = await temporaryFolder();
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done > 0.3) stop.abort();
    };
    const watch = { signal: stop.signal, onProgress };
    const trip = { id: trips.tripId, title: '', officerId: officer };
    const taken = await home.travel.take(trip, { into, name: 'Trip', passphrase: null }, watch);
    expect(taken).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(await readdir(into)).toEqual([]);
  });

  it('says beforehand what goes and what stays', async () => {
    const home = await opened(await temporaryFolder());
    const trips = await withTwoTrips(home);
    const luggage = await home.travel.look(trips.tripId, officer);
    expect(luggage?.going).toMatchObject({ trip: 1, 'itinerary-item': 1, meeting: 1, note: 1, 'follow-up': 2 });
    expect(luggage?.going).toMatchObject({ person: 3, organisation: 3, affiliation: 2, 'investment-project': 1 });
    expect(luggage?.staying).toMatchObject({ trip: 1, meeting: 1, note: 3, person: 1, organisation: 1 });
    expect(luggage).toMatchObject({ inTrash: 1, files: { count: 2 } });
    const sum = recordTypes.reduce((so, type) => so + (luggage?.going[type] ?? 0), 0);
    expect(sum).toBe(18);
    expect(await home.travel.look('00000000-0000-4000-8000-000000000000', officer)).toBeNull();
  });
});
