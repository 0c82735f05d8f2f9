import { describe, expect, it } from '@jest/globals';
import type { RecordId } from '@shared/domain/values';
import { openSettings } from '@main/storage/settings-file';
import type { Store } from '@main/storage/store';
import { FailingFiles } from './failing-files';
import type { Failing, FaultPlan } from './failing-files';
import { intent, makeTrip, opened, steadyClock, tripFields, tryOpening, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

/** What a session was told is done, and what it was told is not. */
interface Told {
  readonly done: Map<RecordId, string>;
  readonly refused: Set<string>;
  readonly blobs: string[];
  readonly codes: Set<string>;
}

/** A day's use in short, on a disk of which something may fail. */
async function session(folder: string, seed: RecordId, files: FailingFiles): Promise<Told> {
  const told: Told = { done: new Map([[seed, 'seed']]), refused: new Set(), blobs: [], codes: new Set() };
  const attempt = await tryOpening(folder, { files });
  if (!attempt.ok) return told;
  const { store, backups, blobs } = attempt.value;

  async function write(id: RecordId | null, purpose: string): Promise<void> {
    const result = await store.transact(intent, (tx) =>
      id === null ? tx.create('trip', { ...tripFields('Trip (sample)'), purpose }) : tx.update('trip', id, { purpose }),
    );
    if (result.ok) told.done.set(result.value.id, purpose);
    else {
      told.refused.add(purpose);
      told.codes.add(result.failure.code);
    }
  }
  await write(null, 'first');
  await Promise.all([write(null, 'second'), write(seed, 'seed edited'), write(null, 'third')]);
  await backups.make();
  const put = await blobs.put(Buffer.from('a photograph'));
  if (put.ok) told.blobs.push(put.value);
  await write(seed, 'seed edited again');
  await store.close();
  return told;
}

function held(store: Store): Map<RecordId, string> {
  return new Map(store.all('trip').map((trip) => [trip.id, trip.purpose]));
}

async function seeded(): Promise<{ folder: string; seed: RecordId }> {
  const folder = await temporaryFolder();
  const { store } = await opened(folder);
  const { id } = await makeTrip(store);
  valueOf(await store.transact(intent, (tx) => tx.update('trip', id, { purpose: 'seed' })));
  await store.close();
  return { folder, seed: id };
}

async function everyCall(
  how: Failing,
  plan: Omit<FaultPlan, 'at' | 'how'>,
  check: (told: Told, store: Store) => void,
): Promise<number> {
  for (let at = 1; ; at += 1) {
    const { folder, seed } = await seeded();
    const files = new FailingFiles({ at, how, ...plan });
    const told = await session(folder, seed, files);
    const { store, blobs, notices } = await opened(folder);
    expect(notices).toEqual([]);
    check(told, store);
    for (const sha256 of told.blobs)
      expect(Buffer.from(valueOf(await blobs.get(sha256))).toString()).toBe('a photograph');
    expect(Object.keys(await everyFile(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await store.close();
    if (!files.hasFailed) return at;
  }
}

describe('when one call to the disk fails, whichever it is', () => {
  it.each<[Failing, string, string]>([
    ['before', 'EIO', 'cannot-write'],
    ['half', 'ENOSPC', 'disk-full'],
    ['after', 'EIO', 'cannot-write'],
  ])('what was acknowledged is there and what was refused is not (%s, %s)', async (how, code, told) => {
    const codes = new Set<string>();
    const calls = await everyCall(how, { code }, (session, store) => {
      expect(held(store)).toEqual(session.done);
      for (const each of session.codes) codes.add(each);
    });
    expect(calls).toBeGreaterThan(40);
    expect([...codes]).toEqual([told]);
  });
});

describe('when the disk is gone from some call on', () => {
  it('what was acknowledged is there, and what was refused is wholly there or wholly not', async () => {
    const calls = await everyCall('before', { code: 'EIO', forGood: true }, (told, store) => {
      const found = held(store);
      for (const [id, purpose] of told.done) {
        expect([purpose, ...told.refused]).toContain(found.get(id));
      }
      for (const [id, purpose] of found) expect(told.done.get(id) === purpose || told.refused.has(purpose)).toBe(true);
    });
    expect(calls).toBeGreaterThan(40);
  });
});

describe('settings on a failing disk', () => {
  it('are what was acknowledged, whichever call fails', async () => {
    for (let at = 1, hasFailed = true; hasFailed; at += 1) {
      const folder = await temporaryFolder();
      await valueOf(await openSettings({ folder, clock: steadyClock() })).update({ colourScheme: 'light' });
      const files = new FailingFiles({ at, how: 'before', code: 'EIO' });
      const settings = await openSettings({ folder, clock: steadyClock(), files });
      const updated = settings.ok ? await settings.value.update({ colourScheme: 'dark' }) : settings;
      const again = valueOf(await openSettings({ folder, clock: steadyClock() })).get().colourScheme;
      expect(again).toBe(updated.ok ? 'dark' : 'light');
      hasFailed = files.hasFailed;
    }
  });
});
