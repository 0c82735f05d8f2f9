import { beforeAll, describe, expect, it } from '@jest/globals';
import { amounts } from './support/amounts';
import { Chance } from './support/chance';
import { record } from './support/figures';
import { holdingOf } from './support/labels';
import { lossesAfterHarm, put, sampleStore, takeAway } from './support/sample-store';
import type { Harm, SampleStore } from './support/sample-store';
import type { SimulatedDisk } from './support/simulated-disk';
import type { StoreKind } from './support/store-kinds';
import { openWith } from './support/workday';
import type { Happening } from './support/workday';

const samples: [string, StoreKind, boolean][] = [
  ['a readable store', 'plain', true],
  ['a readable store without backups', 'plain', false],
  ['a sealed store', 'sealed', true],
];

/** Every so many of the ways to harm a store are tried, from a random one on. */
const stride = amounts.isThorough ? 1 : 211;
const patience = amounts.isThorough ? 7_200_000 : 180_000;

/** One way to harm a store, and what it may lose by it. */
interface Way {
  readonly of: string;
  /** Where so much hangs on it that it is tried each time. */
  readonly always?: boolean;
  readonly harm: Harm;
  readonly make: (disk: SimulatedDisk) => void;
}

const someChange: Happening = { do: 'change', records: 2, length: 20 };

const isOfTheStore = (path: string): boolean => path.startsWith('store-') || path === 'attache.json';

/** What may be lost when something in the middle of a file is harmed. */
const holdsRecords = (path: string): boolean => /\/(bucket|journal)-/.test(path);

describe.each(samples)('%s', (_name, kind, hasBackups) => {
  let sample: SampleStore;

  beforeAll(async () => {
    sample = await sampleStore(kind, hasBackups);
  });

  /** Harms a copy of the sample in each of these ways; answers what was lost that must not be. */
  async function lossesAfter(ways: Iterable<Way>, every = stride): Promise<string[]> {
    const losses: string[] = [];
    let index = amounts.seed % every;
    let harmed = 0;
    for (const { of, harm, make, always = false } of ways) {
      index += 1;
      if (!always && index % every !== 0) continue;
      harmed += 1;
      const disk = sample.disk.copy();
      make(disk);
      const found = await lossesAfterHarm(sample, disk, harm, harmed % 5 === 0 ? [someChange] : []);
      losses.push(...found.map((loss) => `${of}: ${loss}`));
      if (losses.length > 50) break;
    }
    record('harmed stores', { harmed, losses: losses.length });
    return losses;
  }

  /** Of the last journal nobody can know how long it was. */
  function harmWhenCut(path: string): Harm {
    const journals = [...sample.files.keys()].filter((each) => each.includes('/journal-')).sort();
    if (path === journals.at(-1)) return 'the last changes';
    return holdsRecords(path) ? 'said' : 'nothing';
  }

  const storeFiles = (): [string, Buffer][] => [...sample.files].filter(([path]) => isOfTheStore(path));

  it(
    'loses at most one change when a bit of its files is flipped, and says so',
    async () => {
      const ways = function* (): Iterable<Way> {
        for (const [path, bytes] of storeFiles()) {
          for (let at = 0; at < bytes.length * 8; at += 1) {
            yield {
              of: `bit ${at % 8} of byte ${at >> 3} of ${path}`,
              harm: holdsRecords(path) ? 'one change' : 'nothing',
              always: at % 8 === 0 && hangsMuchOn(bytes, at >> 3),
              make: (disk) => put(disk, path, flipped(bytes, at)),
            };
          }
        }
      };
      // With backups less is lost and not more: the sample without them is the one to be thorough with.
      expect(await lossesAfter(ways(), amounts.isThorough && hasBackups && kind === 'plain' ? 17 : stride)).toEqual([]);
    },
    patience,
  );

  it(
    'loses nothing but what is cut off when a file is cut short, and says so where it can be known',
    async () => {
      const ways = function* (): Iterable<Way> {
        for (const [path, bytes] of storeFiles()) {
          for (let length = 0; length < bytes.length; length += 1) {
            const harm = harmWhenCut(path);
            yield {
              of: `${path} cut to ${length} of ${bytes.length}`,
              harm,
              make: (disk) => put(disk, path, bytes.subarray(0, length)),
            };
            const half = Buffer.alloc(bytes.length);
            bytes.copy(half, 0, 0, length);
            yield {
              of: `${path} of zeros from ${length} of ${bytes.length}`,
              harm,
              make: (disk) => put(disk, path, half),
            };
          }
        }
      };
      expect(await lossesAfter(ways(), amounts.isThorough ? 3 : stride)).toEqual([]);
    },
    patience,
  );

  it('loses nothing but what was in it when a file has gone, and says so where it can be known', async () => {
    const ways = [...sample.files.keys()].map((path) => ({
      of: `${path} gone`,
      harm: harmWhenCut(path),
      make: (disk: SimulatedDisk) => takeAway(disk, path),
    }));
    expect(await lossesAfter(ways, 1)).toEqual([]);
  });

  it('loses nothing without a word when a file is as it was earlier', async () => {
    const ways = [...sample.earlier].map(([path, bytes]) => ({
      of: `${path} as it was`,
      harm: holdsRecords(path) ? ('said' as const) : ('nothing' as const),
      make: (disk: SimulatedDisk) => put(disk, path, bytes),
    }));
    expect(ways.length).toBeGreaterThan(0);
    expect(await lossesAfter(ways, 1)).toEqual([]);
  });

  it(
    'is not touched by a bit flipped in a backup or in a file beside it, which are handed out whole or not at all',
    async () => {
      const losses: string[] = [];
      const chance = new Chance(amounts.seed);
      const others = [...sample.files].filter(([path]) => path.startsWith('backups/') || path.startsWith('files/'));
      expect(others.length).toBeGreaterThan(0);
      for (const [path, bytes] of others) {
        const tries = amounts.isThorough ? bytes.length * 8 : 12;
        for (let count = 0; count < tries; count += 1) {
          const at = amounts.isThorough ? count : chance.below(bytes.length * 8);
          const disk = sample.disk.copy();
          put(disk, path, flipped(bytes, at));
          losses.push(
            ...(await lossesBeside(sample, disk)).map((loss) => `bit ${at % 8} of byte ${at >> 3} of ${path}: ${loss}`),
          );
        }
      }
      expect(losses).toEqual([]);
    },
    patience,
  );
});

/** A line break, or the number of a version. */
function hangsMuchOn(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x0a || /"version": ?$/.test(bytes.toString('latin1', Math.max(0, at - 11), at));
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at % 8));
  return copy;
}

/** Opens a sample of which something beside the store was harmed, and takes out all that is beside it. */
async function lossesBeside({ kind, holding, ledger }: SampleStore, disk: SimulatedDisk): Promise<string[]> {
  const losses: string[] = [];
  const opened = await openWith({ files: disk, kind });
  if (!opened.ok) return [`It does not open: ${JSON.stringify(opened.failure)}`];
  const { store, blobs, backups, notices } = opened.value;
  if (notices.length > 0) losses.push(`There are notices: ${JSON.stringify(notices)}`);
  const found = holdingOf(store);
  for (const [key, label] of holding)
    if (found.get(key) !== label) losses.push(`${key} is ${found.get(key) ?? 'gone'}`);
  let damagedFiles = 0;
  for (const sha256 of ledger.files) if (!(await blobs.get(sha256)).ok) damagedFiles += 1;
  const listed = await backups.list();
  if (!listed.ok) losses.push(`The backups cannot be listed: ${JSON.stringify(listed.failure)}`);
  let damagedBackups = 0;
  for (const { name } of listed.ok ? listed.value : []) {
    const restored = await backups.restore(name);
    if (!restored.ok) damagedBackups += 1;
    const wrong = restored.ok ? ledger.judgeBackup(name, holdingOf(store)) : null;
    if (wrong !== null) losses.push(`The backup ${name} is taken for good and is not: ${wrong}`);
  }
  if (damagedFiles + damagedBackups > 1) losses.push(`${damagedFiles} files and ${damagedBackups} backups are damaged`);
  await store.close();
  return losses;
}
