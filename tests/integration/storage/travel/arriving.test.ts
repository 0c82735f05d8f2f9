import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { OpenedStore } from '@main/storage/open-store';
import type { Arrival } from '@main/storage/travel/travel';
import type { Result } from '@shared/result';
import { intent, makeTrip, officer, opened, valueOf } from '../opened';
import { everyFile, temporaryFolder } from '../temporary-folder';
import { passphrase, vaultIn } from '../vaults';
import { withTwoTrips } from './two-trips';
import type { TwoTrips } from './two-trips';

async function withCopy(
  secret: string | null = null,
): Promise<{ home: OpenedStore; here: string; trips: TwoTrips; there: string }> {
  const here = await temporaryFolder();
  const home = await opened(here);
  const trips = await withTwoTrips(home);
  const to = { into: await temporaryFolder(), name: 'Copy', passphrase: secret };
  const { folder } = valueOf(await home.travel.copyEverything({ title: '', officerId: officer }, to));
  return { home, here, trips, there: folder };
}

async function checked(
  { travel }: OpenedStore,
  folder: string,
  secret: string | null = null,
): Promise<Result<Arrival>> {
  const place = await travel.arrivalPlaceAt(folder);
  return place.ok ? travel.check(place.value, secret) : place;
}

describe('whether everything has arrived elsewhere', () => {
  it.each([null, passphrase])('is so in a copy of everything, which is only read (%s)', async (secret) => {
    const { home, there } = await withCopy(secret);
    const before = await everyFile(there);
    expect(valueOf(await checked(home, there, secret))).toMatchObject({
      ...{ isComplete: true, records: 27, files: 3, missingRecords: [], missingFiles: [], lostFiles: [] },
    });
    expect(await everyFile(there)).toEqual(before);
    expect(await home.travel.isStillSo()).toBe(true);
  });

  it('is not so in a folder that holds one trip: everything else is told', async () => {
    const { home, trips } = await withCopy();
    const to = { into: await temporaryFolder(), name: 'Trip', passphrase: null };
    const { folder } = valueOf(await home.travel.take({ id: trips.tripId, title: '', officerId: officer }, to));
    const arrival = valueOf(await checked(home, folder));
    expect(arrival.isComplete).toBe(false);
    expect(arrival.missingRecords).toHaveLength(8);
    expect(arrival.missingRecords).toContainEqual({ type: 'trip', id: trips.otherId, why: 'missing' });
    expect(arrival.missingFiles).toHaveLength(1);
    expect(await home.travel.isStillSo()).toBe(false);
  });

  it('is not so when something was changed here since, and is again when it was changed there from here', async () => {
    const { home, trips, there } = await withCopy();
    const change = async (store: OpenedStore['store'], purpose: string): Promise<void> => {
      valueOf(await store.transact(intent, (tx) => tx.update('trip', trips.tripId, { purpose })));
    };
    const away = await opened(there);
    await change(away.store, 'changed there, from what was here');
    await away.store.close();
    expect(valueOf(await checked(home, there)).isComplete).toBe(true);

    await change(home.store, 'changed here');
    const arrival = valueOf(await checked(home, there));
    expect(arrival.missingRecords).toEqual([{ type: 'trip', id: trips.tripId, why: 'older' }]);
  });

  it('is not so when another sentence stands there under the same revision', async () => {
    const { home, trips, there } = await withCopy();
    const away = await opened(there);
    const trip = away.store.get('trip', trips.tripId);
    await away.store.close();
    // Somebody who can write the folder could also write its checksums; here the words are changed before it is packed.
    const forged = await temporaryFolder();
    const other = await opened(forged);
    valueOf(
      await other.store.transact(intent, (tx) => tx.create('trip', { ...fieldsOf(trip), purpose: 'x' }, trips.tripId)),
    );
    await other.store.close();
    await cp(join(forged, 'store-1'), join(there, 'store-1'), { recursive: true });
    expect(valueOf(await checked(home, there)).isComplete).toBe(false);
  });

  it('is not so when any one record is damaged there', async () => {
    const { home, there } = await withCopy();
    const bucket = join(there, 'store-1', 'bucket-1.json');
    const lines = (await readFile(bucket, 'utf8')).split('\n');
    for (let line = 1; line < lines.length - 2; line += 4) {
      const damaged = lines.map((text, index) =>
        index === line ? text.replace('sample', 'simple').replace('"id"', '"iD"') : text,
      );
      await writeFile(bucket, damaged.join('\n'));
      const arrival = valueOf(await checked(home, there));
      expect(arrival.missingRecords.length).toBeGreaterThanOrEqual(1);
      expect(arrival.isComplete).toBe(false);
    }
    await writeFile(bucket, lines.join('\n'));
    expect(valueOf(await checked(home, there)).isComplete).toBe(true);
  });

  it('is not so when any one file is missing or damaged there', async () => {
    const { home, trips, there } = await withCopy();
    for (const sha256 of [...trips.going, trips.staying]) {
      const path = join(there, 'files', sha256.slice(0, 2), sha256);
      const bytes = await readFile(path);
      await rm(path);
      expect(valueOf(await checked(home, there))).toMatchObject({ isComplete: false, missingFiles: { length: 1 } });
      await writeFile(path, Buffer.concat([bytes.subarray(1), bytes.subarray(0, 1)]));
      expect(valueOf(await checked(home, there))).toMatchObject({ isComplete: false, missingFiles: { length: 1 } });
      await writeFile(path, bytes);
    }
    expect(valueOf(await checked(home, there)).isComplete).toBe(true);
  });

  it('tells a file apart that cannot be read here either', async () => {
    const { home, here, trips, there } = await withCopy();
    for (const folder of [here, there]) await rm(join(folder, 'files', trips.staying.slice(0, 2), trips.staying));
    expect(valueOf(await checked(home, there))).toMatchObject({ isComplete: true, lostFiles: { length: 1 } });
  });

  it('counts what was set aside as damaged, which a copy of everything takes along', async () => {
    const { home, here, there } = await withCopy();
    await home.store.close();
    await cp(join(here, 'attache.json'), join(here, 'quarantine', 'damaged-lines-1.txt'));
    await writeFile(join(here, 'quarantine', 'settings-1.json'), '{');
    const again = await opened(here);
    expect(valueOf(await checked(again, there))).toMatchObject({
      isComplete: false,
      missingAside: ['damaged-lines-1.txt'],
    });
    const to = { into: await temporaryFolder(), name: 'Copy', passphrase };
    const { folder } = valueOf(await again.travel.copyEverything({ title: '', officerId: officer }, to));
    expect(await readdir(join(folder, 'quarantine'))).toEqual(['damaged-lines-1.txt.sealed']);
    expect(valueOf(await checked(again, folder, passphrase)).isComplete).toBe(true);
  });

  it('is so in a folder of backups with its files, and only by the newest one', async () => {
    const there = await temporaryFolder();
    const home = await opened(await temporaryFolder(), { otherBackupFolder: () => there });
    await withTwoTrips(home);
    valueOf(await home.backups.settleIn(there));
    valueOf(await home.backups.make());
    expect(valueOf(await checked(home, there))).toMatchObject({ isComplete: true, files: 3 });
    expect(await home.travel.isStillSo()).toBe(true);

    const trip = await makeTrip(home.store);
    expect(await home.travel.isStillSo()).toBe(false);
    expect(valueOf(await checked(home, there)).missingRecords).toEqual([{ type: 'trip', id: trip.id, why: 'missing' }]);
    await rm(join(there, (await readdir(there))[0] ?? '', 'files'), { recursive: true });
    valueOf(await home.backups.make());
    expect(valueOf(await checked(home, there)).isComplete).toBe(true);
  });

  it('asks for the passphrase of backups that are sealed, and opens them by the keys that lie beside them', async () => {
    const folder = await temporaryFolder();
    const there = await temporaryFolder();
    const key = valueOf(await (await vaultIn(folder)).create(passphrase)).vault;
    const home = await opened(folder, { seal: key.seal, otherBackupFolder: () => there });
    await withTwoTrips(home);
    valueOf(await home.backups.settleIn(there));
    valueOf(await home.backups.make());
    expect(await checked(home, there)).toMatchObject({ failure: { code: 'passphrase-needed' } });
    expect(valueOf(await checked(home, there, passphrase)).isComplete).toBe(true);
    const [own = ''] = await readdir(there);
    for (const name of ['vault.json', 'vault-copy.json']) await rm(join(there, own, name), { force: true });
    // Nobody could ever open them.
    expect(await checked(home, there, passphrase)).toMatchObject({ failure: { code: 'not-a-copy' } });
  });

  it('cannot be found out in the data folder itself, or where there is nothing', async () => {
    const { home, here } = await withCopy();
    expect(await checked(home, here)).toMatchObject({ failure: { code: 'own-folder' } });
    expect(await checked(home, join(here, 'backups'))).toMatchObject({ failure: { code: 'own-folder' } });
    expect(await checked(home, await temporaryFolder())).toMatchObject({ failure: { code: 'not-a-copy' } });
  });

  it('holds no longer once the place has gone', async () => {
    const { home, there } = await withCopy();
    expect(valueOf(await checked(home, there)).isComplete).toBe(true);
    await rm(there, { recursive: true });
    expect(await home.travel.isStillSo()).toBe(false);
  });
});

function fieldsOf(trip: ReturnType<OpenedStore['store']['get']>): { title: never; firstDay: never; lastDay: never } {
  if (trip?.type !== 'trip') throw new Error('There is no such trip');
  const { title, firstDay, lastDay } = trip;
  return { title: title as never, firstDay: firstDay as never, lastDay: lastDay as never };
}
