import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diskFiles } from '@main/storage/disk/disk-files';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import { FailingFiles } from '../failing-files';
import type { Failing } from '../failing-files';
import { officer, opened, valueOf } from '../opened';
import { everyFile, temporaryFolder } from '../temporary-folder';
import { passphrase } from '../vaults';
import { travelOf } from './travel-of';
import { withTwoTrips } from './two-trips';

/** What stands in a data folder, but for the lock and the lines that say that something was shared. */
async function contents(folder: string): Promise<Record<string, string>> {
  const all = Object.entries(await everyFile(folder));
  return Object.fromEntries(all.filter(([name]) => !name.endsWith('.lock')));
}

describe.each<[Failing, string, boolean]>([
  ['before', 'EIO', false],
  ['half', 'ENOSPC', false],
  ['after', 'EIO', false],
  ['before', 'EIO', true],
])('when a call to the disk fails %s it is done (%s, for good: %s) while a trip is taken', (how, code, forGood) => {
  it.each([null, passphrase])(
    'the store at home is as it was, and no half folder opens (passphrase: %s)',
    async (secret) => {
      const folder = await temporaryFolder();
      const home = await opened(folder);
      const trips = await withTwoTrips(home);
      const trip = { id: trips.tripId, title: 'Taken', officerId: officer };
      const scratch = await temporaryFolder();
      // The first time marks what leaves; after that the store at home is only read.
      const first = { into: await temporaryFolder(), name: 'First', passphrase: null };
      valueOf(await travelOf(home, folder, diskFiles).take(trip, first));
      const before = await contents(folder);

      const step = secret === null ? 1 : 3;
      for (let at = 1; ; at += step) {
        const into = join(scratch, String(at));
        await diskFiles.makeFolder(into);
        const files = new FailingFiles({ at, how, code, forGood });
        const taken = await travelOf(home, folder, files).take(trip, { into, name: 'Trip', passphrase: secret });
        expect(await contents(folder)).toEqual(before);
        const good = travelOf(home, folder, diskFiles);
        for (const name of await readdir(into)) {
          const packed = await good.packedAt(join(into, name));
          if (!packed.ok) continue;
          // It is whole and has its name: nothing but the answer was lost.
          expect(name).toBe('Trip');
          const away = await opened(join(scratch, `away-${at}`));
          valueOf(await travelOf(away, join(scratch, `away-${at}`), diskFiles).takeIn(packed.value, secret));
          expect(away.store.all('trip')).toHaveLength(1);
          await away.store.close();
        }
        if (!forGood && !taken.ok) expect(await readdir(into)).toEqual([]);
        if (taken.ok) expect(await readdir(into)).toEqual(['Trip']);
        if (!files.hasFailed) break;
      }
    },
  );
});

describe('a process that is killed while a trip is taken', () => {
  it('leaves, at whichever call, nothing that opens as a trip folder', async () => {
    const folder = await temporaryFolder();
    const home = await opened(folder);
    const trips = await withTwoTrips(home);
    const trip = { id: trips.tripId, title: 'Taken', officerId: officer };
    const into = await temporaryFolder();
    const states = await temporaryFolder();
    // A kill leaves what there was just before a call: a copy is made of it each time.
    let calls = 0;
    const watched: DiskFiles = {
      ...diskFiles,
      create: async (path) => (await keep(), diskFiles.create(path)),
      rename: async (from, to) => (await keep(), diskFiles.rename(from, to)),
      makeFolder: async (path) => (await keep(), diskFiles.makeFolder(path)),
    };
    async function keep(): Promise<void> {
      calls += 1;
      await cp(into, join(states, String(calls)), { recursive: true });
    }
    valueOf(await travelOf(home, folder, watched).take(trip, { into, name: 'Trip', passphrase: null }));
    expect(calls).toBeGreaterThan(15);

    const travel = travelOf(home, folder, diskFiles);
    for (let state = 1; state <= calls; state += 1) {
      const found = await readdir(join(states, String(state)));
      for (const name of found) {
        const packed = await travel.packedAt(join(states, String(state), name));
        expect(packed).toMatchObject({ ok: false, failure: { code: 'not-a-trip-folder' } });
      }
    }
  });
});
