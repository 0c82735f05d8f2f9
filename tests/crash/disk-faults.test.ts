import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diskFiles } from '@main/storage/disk/disk-files';
import { FailingFiles } from '../integration/storage/failing-files';
import type { FaultPlan } from '../integration/storage/failing-files';
import { temporaryFolder } from '../integration/storage/temporary-folder';
import { amounts } from './support/amounts';
import { Chance } from './support/chance';
import { record } from './support/figures';
import { foundIn, foundOn, inspect } from './support/inspection';
import { Ledger } from './support/ledger';
import { SimulatedDisk } from './support/simulated-disk';
import { storeKinds } from './support/store-kinds';
import { nobodysLock, openWith, orphanLock, workThrough } from './support/workday';
import type { Happening } from './support/workday';

/** A whole session in short: everything that a store does is in it. */
const session: readonly Happening[] = [
  { do: 'change', records: 3, length: 700 },
  { do: 'burst', changes: 4, length: 300 },
  { do: 'keep-file', length: 300 },
  { do: 'back-up' },
  { do: 'burst', changes: 5, length: 3000 },
  { do: 'pause', turns: 10 },
  { do: 'back-up-amid', changes: 2, length: 300 },
  { do: 'change', records: 1, length: 9000 },
  { do: 'reopen', clockMoves: 24 * 60 * 60 * 1000 },
  { do: 'change', records: 2, length: 300 },
  { do: 'back-up' },
  { do: 'burst', changes: 3, length: 5000 },
  { do: 'restore' },
  { do: 'change', records: 2, length: 300 },
  { do: 'reseal' },
  { do: 'burst', changes: 3, length: 5000 },
  { do: 'pause', turns: 10 },
  { do: 'compact' },
  { do: 'change', records: 1, length: 20 },
];

/** What a person had before the disk began to fail. */
const before: readonly Happening[] = [
  { do: 'burst', changes: 4, length: 700 },
  { do: 'keep-file', length: 300 },
  { do: 'back-up' },
  { do: 'reopen', clockMoves: 60 * 60 * 1000 },
  { do: 'burst', changes: 3, length: 700 },
];

interface Fault extends Omit<FaultPlan, 'at'> {
  readonly name: string;
  /** What a person is told whose change is refused. */
  readonly told: 'disk-full' | 'cannot-write';
  readonly endsBy: 'closing' | 'power cut';
}

const reading = new Set(['read', 'list', 'has', 'size', 'close', 'remove', 'removeFolder']);
const full = {
  code: 'ENOSPC',
  told: 'disk-full',
  endsBy: 'closing',
  among: ({ name }: { name: string }) => !reading.has(name),
} as const;
const broken = { code: 'EIO', told: 'cannot-write', endsBy: 'closing' } as const;
const cut = { ...broken, endsBy: 'power cut' } as const;
const faults: readonly Fault[] = [
  { name: 'finds the disk full', how: 'before', ...full },
  { name: 'fills the disk half-way', how: 'half', ...full },
  { name: 'fails before it did anything', how: 'before', ...broken },
  { name: 'fails half-way', how: 'half', ...broken },
  { name: 'fails after it was done', how: 'after', ...broken },
  { name: 'fails before it did anything, and later the power goes', how: 'before', ...cut },
  { name: 'fails half-way, and later the power goes', how: 'half', ...cut },
  { name: 'fails after it was done, and later the power goes', how: 'after', ...cut },
  {
    name: 'forgets what it should sync, and later the power goes',
    how: 'forgotten',
    ...cut,
    among: ({ name }) => name === 'sync',
  },
  { name: 'finds the disk full, as do all after it', how: 'half', ...full, forGood: true },
  { name: 'fails, as do all after it', how: 'before', ...broken, forGood: true },
  { name: 'fails after it was done, as do all after it, until the power goes', how: 'after', ...cut, forGood: true },
];

type Disk = SimulatedDisk | { readonly folder: string };

/** A session in which the call of this number fails, and what is found on a sound disk afterwards. */
async function sessionWith(
  at: number,
  fault: Fault,
  disk: Disk,
  seed: number,
): Promise<{ losses: string[]; hasFailed: boolean }> {
  const chance = new Chance(seed);
  const ledger = new Ledger();
  const kind = chance.pick(storeKinds);
  const place = disk instanceof SimulatedDisk ? { kind } : { kind, folder: disk.folder };
  const sound = disk instanceof SimulatedDisk ? disk : diskFiles;
  await workThrough({ ...place, files: sound, chance, ledger, firstStep: 0 }, before);

  const files = new FailingFiles({ ...fault, at }, sound);
  const hasFailed = (): boolean => files.hasFailed;
  const { refusing, gaveUp } = await workThrough(
    { ...place, files, hasFailed, chance, ledger, firstStep: 10_000 },
    session,
  );
  const { changes, restores, openings } = ledger.codes;
  const unexpected = [
    ...[...changes].filter((code) => code !== fault.told),
    ...[...openings].filter((code) => code !== fault.told && code !== 'cannot-read'),
    // A backup that cannot be read at the moment is passed over.
    ...[...restores].filter((code) => code !== fault.told && code !== 'cannot-read' && code !== 'not-a-backup'),
  ];
  ledger.losses.push(...unexpected.map((code) => `A person is told ${code}`));
  if (fault.forGood !== true && refusing > 1) ledger.losses.push('Something is refused after the fault has passed');

  if (fault.forGood !== true && gaveUp) ledger.losses.push('It does not open after the fault has passed');

  const found = disk instanceof SimulatedDisk && fault.endsBy === 'power cut' ? disk.afterTheCut(chance) : sound;
  if (found instanceof SimulatedDisk) orphanLock(found);
  else if (!(disk instanceof SimulatedDisk)) await orphanLockIn(disk.folder);
  const open = (): ReturnType<typeof openWith> => openWith({ ...place, files: found });
  const folder =
    found instanceof SimulatedDisk ? foundOn(found, open) : foundIn('folder' in disk ? disk.folder : '', open);
  await inspect(folder, ledger, 1_000_000);
  return { losses: ledger.losses.map((loss) => `${files.failedAt}: ${loss}`), hasFailed: files.hasFailed };
}

async function orphanLockIn(folder: string): Promise<void> {
  const path = join(folder, 'attache.lock');
  if (await diskFiles.has(path)) await writeFile(path, nobodysLock(await readFile(path, 'utf8')));
}

/** Lets each call fail in turn, or one in so many, until there are no more calls; answers what was lost. */
async function everyCall(fault: Fault, stride: number, newDisk: () => Promise<Disk>): Promise<string[]> {
  const losses: string[] = [];
  const first = 1 + (amounts.seed % stride);
  let sessions = 0;
  for (let at = first, goesOn = true; goesOn; at += stride, sessions += 1) {
    const judged = await sessionWith(at, fault, await newDisk(), at);
    losses.push(...judged.losses.map((loss) => `call ${at}, ${loss}`));
    goesOn = judged.hasFailed;
  }
  expect(sessions * stride).toBeGreaterThan(fault.how === 'forgotten' ? 15 : 100);
  record('disk faults', { sessions, losses: losses.length });
  return losses;
}

describe('when a call to the disk, whichever it is,', () => {
  it.each(faults)(
    '$name: what was acknowledged is there, what was refused is there wholly or not at all, and a person is told',
    async (fault) => {
      expect(await everyCall(fault, amounts.isThorough ? 1 : 9, () => Promise.resolve(new SimulatedDisk()))).toEqual(
        [],
      );
    },
    amounts.isThorough ? 1_800_000 : 180_000,
  );

  it.each(faults.filter(({ endsBy }) => endsBy === 'closing'))(
    '$name: it is the same on a real disk',
    async (fault) => {
      const newFolder = async (): Promise<Disk> => ({ folder: await temporaryFolder() });
      expect(await everyCall(fault, amounts.isThorough ? 3 : 53, newFolder)).toEqual([]);
    },
    amounts.isThorough ? 1_800_000 : 180_000,
  );

  it('does nothing and says that it did: that something is lost is seen', async () => {
    const judged = await sessionWith(
      0,
      { name: 'lies', how: 'before', ...broken },
      new SimulatedDisk({ breaks: 'write' }),
      1,
    );
    expect(judged.losses).not.toEqual([]);
  });
});
