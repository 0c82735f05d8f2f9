import { spawn } from 'node:child_process';
import { chmod, chown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diskFiles } from '@main/storage/disk/disk-files';
import { intent } from '../integration/storage/opened';
import { everyFile, temporaryFolder } from '../integration/storage/temporary-folder';
import { FailingFiles } from '../integration/storage/failing-files';
import { Chance } from './support/chance';
import { holdingOf } from './support/labels';
import { Ledger } from './support/ledger';
import { put, sampleStore } from './support/sample-store';
import { Session } from './support/session';
import { SimulatedDisk, simulatedFolder } from './support/simulated-disk';
import { storeKinds } from './support/store-kinds';
import { openWith, workThrough } from './support/workday';
import type { Happening } from './support/workday';

const aDay: readonly Happening[] = [
  { do: 'burst', changes: 3, length: 300 },
  { do: 'keep-file', length: 100 },
  { do: 'back-up' },
  { do: 'compact' },
  { do: 'change', records: 3, length: 300 },
];

describe.each(storeKinds)('copies that a cloud service made (%s)', (kind) => {
  it.each([
    'attache-LAPTOP.json',
    'attache (1).json',
    'attache.json (LAPTOP’s conflicted copy 2026-11-20)',
    'attache.sync-conflict-20261120-101500-ABCDEFG.json',
    'vault-LAPTOP.json',
    'vault-laptop.json',
    'vault (1).json',
    'settings-LAPTOP.json',
    'store-1/bucket-1 (1).json',
    'store-1/bucket-1-LAPTOP.json',
    'store-1/journal-2 (conflicted copy 2026-11-20).jsonl',
    'store-1/journal-3-LAPTOP.jsonl',
    'store-1/manifest-LAPTOP.json',
    'store-1/manifest (1).json',
  ])('are told of, and neither read nor removed: %s', async (name) => {
    const { disk, holding } = await sampleStore(kind, false);
    // It would be believed if it were read: it is the store of another seed.
    const other = await sampleStore(kind, false, 8);
    const [folder, ...rest] = name.split('/').reverse();
    const stem = /^(attache|bucket-1|journal-\d|manifest)/.exec(folder ?? '')?.[0] ?? 'attache';
    const like = [...other.files].find(([path]) => path.split('/').at(-1)?.startsWith(stem) === true);
    const copy = like?.[1] ?? Buffer.from('{}');
    put(disk, name, copy);
    for (let time = 1; time <= 2; time += 1) {
      const opened = await openWith({ files: disk, kind });
      if (!opened.ok) throw new Error(opened.failure.code);
      const { store, notices } = opened.value;
      expect(notices).toEqual([{ kind: 'conflict-copies', names: [expect.stringContaining(folder ?? '')] }]);
      expect(holdingOf(store)).toEqual(holding);
      await opened.value.compact();
      await store.close();
      expect(disk.files(simulatedFolder).get([...rest, folder].join('/'))).toEqual(copy);
    }
  });
});

describe('a clock that is set back and on by years', () => {
  it.each(storeKinds)('costs nothing (%s)', async (kind) => {
    const disk = new SimulatedDisk();
    const ledger = new Ledger();
    const years = 365 * 24 * 60 * 60 * 1000;
    const moves = [0, -7 * years, 20 * years, -13 * years, 1000, -40 * years];
    const happenings = moves.flatMap((clockMoves): Happening[] => [
      { do: 'reopen', clockMoves },
      ...aDay,
      { do: 'restore' },
      { do: 'change', records: 2, length: 300 },
    ]);
    await workThrough({ files: disk, kind, chance: new Chance(3), ledger, firstStep: 0 }, happenings);
    expect(ledger.losses).toEqual([]);
    expect(ledger.figures.restores).toBe(moves.length);
    expect(ledger.figures.refused).toBe(0);
  });
});

describe('a folder in which nothing can be written', () => {
  const writing = new Set(['create', 'write', 'sync', 'rename', 'remove', 'removeFolder', 'makeFolder']);

  it.each(storeKinds.flatMap((kind) => ['EROFS', 'EACCES', 'EPERM'].map((code) => ({ kind, code }))))(
    'is opened, says so, and shows everything ($kind, $code)',
    async ({ kind, code }) => {
      const { disk, holding, files } = await sampleStore(kind, true);
      // To make a folder that is there already is no writing.
      const among = ({ name, path }: { name: string; path: string }): boolean =>
        writing.has(name) && path !== simulatedFolder;
      const refusing = new FailingFiles({ at: 1, how: 'before', code, forGood: true, among }, disk);
      const ledger = new Ledger();
      const opened = await openWith({ files: refusing, kind });
      if (!opened.ok) throw new Error(`It does not open: ${opened.failure.code}`);
      const { store, notices, backups } = opened.value;
      expect(notices).toEqual([{ kind: 'read-only-folder' }]);
      expect(holdingOf(store)).toEqual(holding);

      const session = new Session({
        opened: opened.value,
        say: (said) => ledger.hear(said),
        chance: new Chance(1),
        firstStep: 5000,
        mostRecords: 10,
        seals: [],
      });
      ledger.startFrom(holding);
      await session.change(2, 300);
      await session.burst(3, 300);
      await session.keepFile(100);
      await session.backUp();
      expect([...ledger.codes.changes]).toEqual(['cannot-write']);
      const listed = await backups.list();
      const [first] = listed.ok ? listed.value : [];
      expect(await backups.restore(first?.name ?? '')).toMatchObject({ ok: false, failure: { code: 'cannot-write' } });
      session.sayHolding();
      await store.close();
      expect(ledger.losses).toEqual([]);
      expect(disk.files(simulatedFolder)).toEqual(files);
    },
  );

  const isRoot = process.geteuid?.() === 0;
  it.each(process.platform === 'win32' ? [] : storeKinds)('is the same on a real disk (%s)', async (kind) => {
    const folder = await temporaryFolder();
    const ledger = new Ledger();
    await workThrough({ files: diskFiles, folder, kind, chance: new Chance(3), ledger, firstStep: 0 }, aDay);
    const before = await everyFile(folder);
    // Nothing is forbidden to root, which therefore becomes nobody meanwhile.
    const nobody = 65_534;
    await everywhereBelow(folder, async (path, isFolder) => {
      if (isRoot) await chown(path, nobody, nobody);
      await chmod(path, isFolder ? 0o500 : 0o400);
    });
    try {
      if (isRoot) process.seteuid?.(nobody);
      const opened = await openWith({ files: diskFiles, folder, kind });
      if (!opened.ok) throw new Error(`It does not open: ${JSON.stringify(opened.failure)}`);
      expect(opened.value.notices).toEqual([{ kind: 'read-only-folder' }]);
      expect(holdingOf(opened.value.store)).toEqual(ledger.acknowledged());
      const refused = await opened.value.store.transact(intent, (tx) => {
        const [trip] = [...tx.all('trip'), ...tx.trashed('trip')];
        return tx.update('trip', trip?.id ?? '', { purpose: 'anew' });
      });
      expect(refused).toMatchObject({ ok: false, failure: { code: 'cannot-write' } });
      await opened.value.store.close();
    } finally {
      if (isRoot) process.seteuid?.(0);
      await everywhereBelow(folder, (path, isFolder) => chmod(path, isFolder ? 0o700 : 0o600));
    }
    expect(await everyFile(folder)).toEqual(before);
  });
});

describe('a folder that another process has open', () => {
  it('is not opened, however it was come by, until that one ends', async () => {
    const folder = await temporaryFolder();
    const ledger = new Ledger();
    await workThrough({ files: diskFiles, folder, kind: 'plain', chance: new Chance(3), ledger, firstStep: 0 }, aDay);
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000); console.log(1)']);
    await new Promise((resolve) => other.stdout.once('data', resolve));
    const lock = { pid: other.pid, began: null, since: Date.now(), token: 'of another' };
    const file = await diskFiles.create(join(folder, 'attache.lock'));
    await file.write(Buffer.from(JSON.stringify(lock)));
    await file.close();
    const before = await everyFile(folder);
    expect(await openWith({ files: diskFiles, folder, kind: 'plain' })).toEqual({
      ok: false,
      failure: { code: 'cannot-read', reason: 'in-use' },
    });
    expect(await everyFile(folder)).toEqual(before);
    const gone = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await gone;
    const opened = await openWith({ files: diskFiles, folder, kind: 'plain' });
    if (!opened.ok) throw new Error(`It does not open: ${opened.failure.code}`);
    expect(holdingOf(opened.value.store)).toEqual(ledger.acknowledged());
    await opened.value.store.close();
  });
});

/** Folders after what is in them, so that they can be closed behind one. */
async function everywhereBelow(
  folder: string,
  visit: (path: string, isFolder: boolean) => Promise<void>,
): Promise<void> {
  // On the way back in, a folder must be opened before it can be looked into.
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await everywhereBelow(path, visit);
    else await visit(path, false);
  }
  await visit(folder, true);
}
