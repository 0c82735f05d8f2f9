import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amounts } from './support/amounts';
import { Chance } from './support/chance';
import { record } from './support/figures';
import { foundOn, inspect } from './support/inspection';
import { Ledger } from './support/ledger';
import { SimulatedDisk } from './support/simulated-disk';
import type { BrokenWord } from './support/simulated-disk';
import { storeKinds } from './support/store-kinds';
import type { StoreKind } from './support/store-kinds';
import { happening, openWith, orphanLock, workThrough } from './support/workday';
import type { Happening } from './support/workday';

/** One process and its end. When there are fewer calls to the disk, it ends while nothing is being done. */
interface Life {
  readonly happenings: readonly Happening[];
  readonly endsAtCall: number;
  /** A kill takes the process, a power cut also what was not synced. */
  readonly by: 'power cut' | 'kill';
}

interface Run {
  readonly kind: StoreKind;
  readonly lives: readonly Life[];
  readonly seed: number;
}

const by = fc.constantFrom('power cut' as const, 'kill' as const);
const life: fc.Arbitrary<Life> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      happenings: fc.array(happening, { minLength: 1, maxLength: 12, size: 'max' }),
      endsAtCall: fc.integer({ min: 1, max: 260 }),
      by,
    }),
  },
  // It ends again while it opens.
  { weight: 1, arbitrary: fc.record({ happenings: fc.constant([]), endsAtCall: fc.integer({ min: 1, max: 40 }), by }) },
);
const run: fc.Arbitrary<Run> = fc.record({
  kind: fc.constantFrom(...storeKinds),
  lives: fc.array(life, { minLength: 1, maxLength: 3, size: 'max' }),
  seed: fc.nat(),
});

const figures = { 'power cuts': 0, kills: 0, acknowledged: 0, backups: 0, restores: 0 };

/** Some lives on one disk, a power cut at the end, and what is found afterwards; answers what is wrong with it. */
async function lossesOf({ kind, lives, seed }: Run, breaks?: BrokenWord): Promise<string[]> {
  const ledger = new Ledger();
  const chance = new Chance(seed);
  const broken = breaks === undefined ? {} : { breaks };
  let disk = new SimulatedDisk();
  for (const [index, { happenings, endsAtCall, by: ending }] of lives.entries()) {
    const options = { pace: chance, cutAt: endsAtCall, ...broken };
    // The first begins on an empty disk, and each later one finds what the end of the one before has left.
    disk =
      index === 0 || lives[index - 1]?.by === 'kill' ? disk.afterTheKill(options) : disk.afterTheCut(chance, options);
    orphanLock(disk);
    const firstStep = index * 100_000;
    await Promise.race([workThrough({ files: disk, kind, chance, ledger, firstStep }, happenings), disk.dark]);
    disk.cut();
    figures[ending === 'kill' ? 'kills' : 'power cuts'] += 1;
  }
  const found = disk.afterTheCut(chance);
  orphanLock(found);
  await inspect(
    foundOn(found, () => openWith({ files: found, kind })),
    ledger,
    1_000_000,
  );
  figures.acknowledged += ledger.figures.acknowledged;
  figures.backups += ledger.figures.backups;
  figures.restores += ledger.figures.restores;
  return ledger.losses;
}

describe('a power cut, whenever it comes and whatever it takes of what was not synced', () => {
  it(
    'takes nothing that was acknowledged, and leaves nothing by halves',
    async () => {
      await fc.assert(
        fc.asyncProperty(run, async (each) => expect(await lossesOf(each)).toEqual([])),
        { numRuns: amounts.powerCuts, seed: amounts.seed % 2 ** 31 },
      );
      record('power cuts', figures);
    },
    Math.max(180_000, amounts.powerCuts * 200),
  );

  it.each<BrokenWord>(['sync', 'syncFolder'])('is seen to take something when %s does nothing', async (broken) => {
    const runs = fc.sample(run, 150);
    let losing = 0;
    for (const each of runs) if ((await lossesOf(each, broken)).length > 0) losing += 1;
    expect(losing).toBeGreaterThan(0);
  });
});
