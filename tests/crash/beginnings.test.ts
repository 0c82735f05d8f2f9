import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { recordTypes } from '@shared/domain/records';
import { shippedMigrations } from '@main/storage/migrations';
import type { Migration } from '@main/storage/migrations';
import type { OpenedStore } from '@main/storage/open-store';
import { FailingFiles } from '../integration/storage/failing-files';
import type { Failing } from '../integration/storage/failing-files';
import { intent, tripFields, valueOf } from '../integration/storage/opened';
import { namesBelow } from './support/inspection';
import { put } from './support/sample-store';
import { SimulatedDisk } from './support/simulated-disk';
import { amounts } from './support/amounts';
import { Chance } from './support/chance';
import { openWith, orphanLock } from './support/workday';

/** Every call fails in turn, or one in so many, from a random one on. */
const stride = amounts.isThorough ? 1 : 4;
const first = (): number => 1 + (amounts.seed % stride);

const fixtures = join(__dirname, '../fixtures/stores');
const migrations: Migration[] = [
  ...shippedMigrations,
  {
    to: 3,
    migrate: (records) =>
      records.map((record) => (record['type'] === 'trip' ? { ...record, purpose: 'of 3' } : record)),
  },
];

/** A disk with a store of an older version on it, or with nothing. */
async function diskWith(version: number | null): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  if (version === null) return disk;
  const folder = version === 1 ? null : join(fixtures, `v${version}`);
  const names = folder === null ? ['attache.json'] : await namesBelow(folder);
  for (const name of names)
    put(disk, name, await readFile(folder === null ? join(fixtures, 'v1.json') : join(folder, name)));
  return disk;
}

/** Everything that a store shows, in one text. */
function shown({ store }: OpenedStore): string {
  const records = recordTypes.flatMap((type) => [...store.all(type), ...store.trashed(type)]);
  return JSON.stringify(records.map((record) => [record.id, record]).sort());
}

/** Opens a store, changes it once, and closes it; answers the change's id when it was acknowledged. */
async function openAndChange(files: Parameters<typeof openWith>[0]['files']): Promise<string | null> {
  const opened = await openWith({ files, kind: 'plain', migrations });
  if (!opened.ok) return null;
  const made = await opened.value.store.transact(intent, (tx) => tx.create('trip', tripFields('Made (sample)')));
  await opened.value.store.close();
  return made.ok ? made.value.id : null;
}

/** What is there must be all that was there before, and the change that was acknowledged. */
async function expectWhole(disk: SimulatedDisk, version: number | null, made: string | null): Promise<void> {
  orphanLock(disk);
  const undisturbed = valueOf(await openWith({ files: await diskWith(version), kind: 'plain', migrations }));
  const found = valueOf(await openWith({ files: disk, kind: 'plain', migrations }));
  expect(found.notices).toEqual([]);
  if (made !== null) expect(found.store.get('trip', made)).toBeDefined();
  const changes = found.store.all('trip').filter(({ title }) => title.en === 'Made (sample)');
  expect(changes.length).toBeLessThanOrEqual(1);
  const without = JSON.parse(shown(found)) as [string, unknown][];
  const ids = new Set(changes.map(({ id }) => id));
  expect(JSON.stringify(without.filter(([id]) => !ids.has(id)))).toBe(shown(undisturbed));
  if (version !== null) {
    const kept = valueOf(await found.backups.list()).filter(({ reason }) => reason === 'migration');
    expect(kept.length).toBeGreaterThan(0);
    for (const { name } of kept) expect(valueOf(await found.backups.look(name)).kind).toBe('good');
  }
  await found.store.close();
  await undisturbed.store.close();
}

const versions = [null, 1, 2];

describe.each(versions)('opening a folder for the first time, or one of version %p, and changing it', (version) => {
  it.each<[Failing, string]>([
    ['before', 'EIO'],
    ['half', 'ENOSPC'],
    ['after', 'EIO'],
  ])('loses nothing, whichever call to the disk fails (%s, %s)', async (how, code) => {
    for (let at = first(), goesOn = true; goesOn; at += stride) {
      const disk = await diskWith(version);
      const files = new FailingFiles({ at, how, code }, disk);
      const made = await openAndChange(files);
      goesOn = files.hasFailed;
      await expectWhole(disk, version, made);
    }
  });

  it('loses nothing, whenever the power goes', async () => {
    for (let at = first(), goesOn = true; goesOn; at += stride) {
      for (const seed of [1, 2, 3]) {
        const chance = new Chance(at * 10 + seed);
        const disk = (await diskWith(version)).afterTheKill({ cutAt: at, pace: chance });
        const made = await Promise.race([openAndChange(disk), disk.dark.then(() => null)]);
        goesOn = disk.isDark;
        disk.cut();
        await expectWhole(disk.afterTheCut(chance), version, made);
      }
    }
  });
});

describe('what may have left this device', () => {
  it('is followed and not amended ever after, whenever the power goes once that was acknowledged', async () => {
    for (let at = 1, goesOn = true; goesOn; at += 1) {
      const chance = new Chance(at);
      const before = new SimulatedDisk();
      const made = await openAndChange(before);
      if (made === null) throw new Error('Nothing was made');
      const disk = before.afterTheKill({ cutAt: at, pace: chance });
      const marked = openWith({ files: disk, kind: 'plain', migrations }).then(async (opened) => {
        await valueOf(opened).markShared([{ type: 'trip', id: made }]);
        return true;
      });
      const isMarked = await Promise.race([marked, disk.dark.then(() => false)]);
      goesOn = disk.isDark;
      disk.cut();
      const found = disk.afterTheCut(chance);
      orphanLock(found);
      const { store } = valueOf(await openWith({ files: found, kind: 'plain', migrations }));
      const edited = valueOf(await store.transact(intent, (tx) => tx.update('trip', made, { purpose: 'edited' })));
      if (isMarked) expect(edited.revision).toMatch(/^2-/);
      await store.close();
    }
  });
});
