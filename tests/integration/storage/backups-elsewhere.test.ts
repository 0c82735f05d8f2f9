import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { markOf } from '@main/storage/backups/backup-names';
import { diskFiles } from '@main/storage/disk/disk-files';
import { readOnlyFiles } from '@main/storage/disk/read-only-files';
import type { AnyRecord } from '@shared/domain/records';
import { aRecord } from '../../builders/records';
import { aTrip, backedUp } from './backed-up-store';
import type { BackedUp } from './backed-up-store';
import { valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';
import { created, passphrase } from './vaults';

const own = `attache-${markOf('device-of-this-test')}`;

/** A store with a second place for its backups; `pass` lets the minute pass after which that is looked at again. */
async function withStick(
  options: Parameters<typeof backedUp>[1] = {},
): Promise<BackedUp & { stick: string; pass: () => void }> {
  let elapsed = 0;
  const stick = await temporaryFolder();
  const world = await backedUp(await temporaryFolder(), { elapsed: () => elapsed, ...options });
  valueOf(await world.backups.settleIn(stick));
  world.other = stick;
  return Object.assign(world, { stick, pass: () => (elapsed += 70_000) });
}

async function aPhoto({ blobs }: BackedUp, words: string): Promise<AnyRecord> {
  const sha256 = valueOf(await blobs.put(Buffer.from(words)));
  return aRecord('attachment', { sha256, name: `${words}.jpg`, size: words.length, tripId: null });
}

async function backupFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('attache-2')).sort();
}

async function madeAndCopied(world: BackedUp, ...records: AnyRecord[]): Promise<string> {
  world.store.put(...records);
  await world.backups.settled();
  return valueOf(await world.backups.make()).name;
}

describe('a second place for backups', () => {
  it('gets a copy of each backup and of the attached files, each file once', async () => {
    const world = await withStick();
    const name = await madeAndCopied(world, aTrip('One (sample)'), await aPhoto(world, 'a photograph'));
    const there = join(world.stick, own);
    expect(await readFile(join(there, name))).toEqual(await readFile(join(world.folder, 'backups', name)));
    expect(Object.values(await everyFile(join(there, 'files')))).toEqual(['a photograph']);
    expect(valueOf(await world.backups.list())[0]).toMatchObject({ places: ['here', 'there'] });
    await madeAndCopied(world, await aPhoto(world, 'another'));
    expect(Object.values(await everyFile(join(there, 'files'))).sort()).toEqual(['a photograph', 'another']);
    expect(valueOf(await world.backups.otherFolder())).toEqual({
      folder: world.stick,
      isThere: true,
      files: { files: 2, missing: 0 },
      problem: null,
    });
  });

  it('has a backup at once when it is chosen', async () => {
    const world = await backedUp(await temporaryFolder());
    world.store.put(aTrip('One (sample)'));
    await world.backups.settled();
    const stick = await temporaryFolder();
    valueOf(await world.backups.settleIn(stick));
    world.other = stick;
    await world.backups.visitOtherFolder();
    expect(await backupFiles(join(stick, own))).toHaveLength(1);
  });

  it('that is away keeps no backup from being made, and is brought up to date when it is back', async () => {
    const world = await withStick();
    const away = join(await temporaryFolder(), 'unplugged');
    await rename(world.stick, away);
    const name = await madeAndCopied(world, aTrip('One (sample)'), await aPhoto(world, 'a photograph'));
    expect(valueOf(await world.backups.otherFolder())).toMatchObject({ isThere: false, files: null });
    expect(valueOf(await world.backups.list())[0]).toMatchObject({ name, places: ['here'] });
    await rename(away, world.stick);
    world.pass();
    world.store.put(aTrip('Two (sample)'));
    await world.backups.settled();
    expect(await backupFiles(join(world.stick, own))).toEqual([name]);
    expect(Object.values(await everyFile(join(world.stick, own, 'files')))).toEqual(['a photograph']);
  });

  it('is not taken for the empty folder that an unplugged disk leaves behind', async () => {
    const world = await withStick();
    await rm(join(world.stick, own), { recursive: true });
    await madeAndCopied(world, aTrip('One (sample)'));
    expect(await readdir(world.stick)).toEqual([]);
    expect(valueOf(await world.backups.otherFolder())).toMatchObject({ isThere: false });
  });

  it('that cannot be written to is told of, and the backup is made beside the store', async () => {
    const world = await withStick();
    await rm(join(world.stick, own), { recursive: true });
    await writeFile(join(world.stick, own), 'a file in the place of the folder');
    const name = await madeAndCopied(world, aTrip('One (sample)'));
    expect(await backupFiles(join(world.folder, 'backups'))).toContain(name);
    expect(valueOf(await world.backups.otherFolder())?.problem).toMatchObject({ code: 'cannot-write' });
    expect(world.backups.problem()).toBeNull();
  });

  it('gets no damaged file, because its copy may be the last sound one, and says that one is missing', async () => {
    const world = await withStick();
    await madeAndCopied(world, await aPhoto(world, 'a photograph'));
    const [path] = Object.keys(await everyFile(join(world.folder, 'files')));
    await writeFile(join(world.folder, 'files', path!), 'a photograqh');
    await madeAndCopied(world, aTrip('One (sample)'));
    expect(Object.values(await everyFile(join(world.stick, own, 'files')))).toEqual(['a photograph']);
    const other = await aPhoto(world, 'another');
    const [spoiled] = Object.entries(await everyFile(join(world.folder, 'files'))).find(
      ([, text]) => text === 'another',
    )!;
    await writeFile(join(world.folder, 'files', spoiled), 'anothfr');
    await madeAndCopied(world, other);
    expect(valueOf(await world.backups.otherFolder())?.files).toEqual({ files: 2, missing: 1 });
  });

  it('is thinned as the first is, and leaves those of another laptop alone', async () => {
    const world = await withStick();
    const others = join(world.stick, 'attache-0a1b2c3d');
    await mkdir(others);
    const name = (index: number): string =>
      `attache-20261122T0315${String(index).padStart(2, '0')}Z-asked-${index}-0a1b2c3d.json.gz`;
    for (let index = 0; index < 30; index += 1) await writeFile(join(others, name(index)), 'x');
    for (let index = 0; index < 14; index += 1) await madeAndCopied(world, aTrip('Again (sample)'));
    expect(await backupFiles(others)).toHaveLength(30);
    expect((await backupFiles(join(world.stick, own))).length).toBeLessThan(13);
    const listed = valueOf(await world.backups.list());
    expect(listed.filter(({ isOwn }) => !isOwn)).toHaveLength(30);
    expect(listed.findIndex(({ isOwn }) => !isOwn)).toBeGreaterThanOrEqual(10);
  });

  it('cannot be inside the data folder', async () => {
    const { backups, folder } = await backedUp(await temporaryFolder());
    for (const inside of [folder, join(folder, 'backups'), join(folder, 'deeper', 'still')]) {
      expect(await backups.settleIn(inside)).toEqual({ ok: false, failure: { code: 'not-another-place' } });
    }
    expect(await everyFile(folder)).toEqual({});
  });
});

describe('a fresh laptop', () => {
  it('gets everything back from the second place of another, the attached files too', async () => {
    const old = await withStick();
    const name = await madeAndCopied(old, aTrip('One (sample)'), await aPhoto(old, 'a photograph'));
    const fresh = await backedUp(await temporaryFolder());
    const restored = valueOf(await fresh.backups.restoreFile(join(old.stick, own, name)));
    expect(restored).toEqual({ records: 2, undo: null, missingFiles: 0 });
    expect(fresh.store.contents()).toEqual(old.store.contents());
    expect(Object.values(await everyFile(join(fresh.folder, 'files')))).toEqual(['a photograph']);
  });

  it('gets the records, and is told of the files that are nowhere', async () => {
    const old = await withStick();
    const name = await madeAndCopied(old, aTrip('One (sample)'), await aPhoto(old, 'a photograph'));
    const alone = join(await temporaryFolder(), name);
    await writeFile(alone, await readFile(join(old.stick, own, name)));
    const fresh = await backedUp(await temporaryFolder());
    expect(valueOf(await fresh.backups.restoreFile(alone))).toEqual({ records: 2, undo: null, missingFiles: 1 });
  });
});

describe('sealed backups in the second place', () => {
  /** A protected store whose vault lies in its data folder. */
  async function protectedWorld(): Promise<Awaited<ReturnType<typeof withStick>> & { recoveryKey: string }> {
    const folder = await temporaryFolder();
    const { open, recoveryKey } = await created(folder);
    const world = await withStick({ seal: open.seal });
    for (const name of ['vault.json', 'vault-copy.json']) {
      await writeFile(join(world.folder, name), await readFile(join(folder, name)));
    }
    return Object.assign(world, { recoveryKey });
  }

  it('are opened on a fresh laptop with the passphrase or the recovery key, and with nothing else', async () => {
    const old = await protectedWorld();
    const name = await madeAndCopied(old, aTrip('Planted words (sample)'), await aPhoto(old, 'planted words'));
    for (const text of Object.values(await everyFile(old.stick)))
      expect(text.toLowerCase()).not.toContain('planted words');
    const path = join(old.stick, own, `${name}.sealed`);

    const fresh = await backedUp(await temporaryFolder());
    expect(await fresh.backups.restoreFile(path)).toEqual({ ok: false, failure: { code: 'backup-locked' } });
    expect(await fresh.backups.restoreFile(path, 'not the passphrase')).toMatchObject({
      ok: false,
      failure: { code: 'wrong-passphrase' },
    });
    expect(fresh.store.contents()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(valueOf(await fresh.backups.restoreFile(path, passphrase))).toMatchObject({ records: 2, missingFiles: 0 });
    expect(fresh.store.contents()).toEqual(old.store.contents());
    expect(Object.values(await everyFile(join(fresh.folder, 'files')))).toEqual(['planted words']);

    const another = await backedUp(await temporaryFolder());
    expect(valueOf(await another.backups.restoreFile(path, old.recoveryKey))).toMatchObject({ records: 2 });
  });

  it('are restored from a folder that can only be read', async () => {
    const old = await protectedWorld();
    const name = await madeAndCopied(old, aTrip('One (sample)'));
    const path = join(old.stick, own, `${name}.sealed`);
    const before = await everyFile(old.stick);
    const fresh = await backedUp(await temporaryFolder(), { files: readOnlyFiles(diskFiles) });
    expect(valueOf(await fresh.backups.restoreFile(path, passphrase))).toMatchObject({ records: 1 });
    expect(await everyFile(old.stick)).toEqual(before);
  });

  it('follow when the disk was away while the passphrase was set', async () => {
    const world = await withStick();
    const name = await madeAndCopied(world, aTrip('Planted words (sample)'), await aPhoto(world, 'planted words'));
    const away = join(await temporaryFolder(), 'unplugged');
    await rename(world.stick, away);
    const folder = await temporaryFolder();
    const { open } = await created(folder);
    await writeFile(join(world.folder, 'vault.json'), await readFile(join(folder, 'vault.json')));
    valueOf(await world.blobs.reseal(open.seal));
    valueOf(await world.backups.reseal(open.seal));
    await rename(away, world.stick);
    await world.backups.visitOtherFolder();
    const kept = await everyFile(join(world.stick, own));
    for (const [path, text] of Object.entries(kept)) {
      expect(text.toLowerCase()).not.toContain('planted words');
      expect(path).not.toMatch(/\.json\.gz$/);
    }
    expect(valueOf(await world.backups.otherFolder())).toMatchObject({
      files: { files: 1, missing: 0 },
      problem: null,
    });
    await rm(join(world.folder, 'backups'), { recursive: true });
    expect(valueOf(await world.backups.look(name))).toMatchObject({ kind: 'good' });
  });

  it('keep the vault that opens them when there is another one now, and none that nothing needs', async () => {
    const world = await protectedWorld();
    await madeAndCopied(world, aTrip('One (sample)'));
    const there = join(world.stick, own);
    const first = await readFile(join(there, 'vault.json'), 'utf8');
    const second = await temporaryFolder();
    await created(second);
    await writeFile(join(world.folder, 'vault.json'), await readFile(join(second, 'vault.json')));
    await world.backups.visitOtherFolder();
    const vaults = (await readdir(there)).filter((name) => name.startsWith('vault-until'));
    expect(await readFile(join(there, vaults[0]!), 'utf8')).toBe(first);
    expect(await readFile(join(there, 'vault.json'))).toEqual(await readFile(join(second, 'vault.json')));

    for (const name of await backupFiles(there)) await rm(join(there, name));
    for (const name of await backupFiles(join(world.folder, 'backups'))) await rm(join(world.folder, 'backups', name));
    await rm(join(world.folder, 'vault.json'));
    await world.backups.visitOtherFolder();
    expect(await readdir(there)).not.toContain('vault.json');
  });
});
