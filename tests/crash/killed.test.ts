import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '@shared/dates';
import type { Instant } from '@shared/dates';
import { openStore } from '@main/storage/open-store';
import { temporaryFolder } from '../integration/storage/temporary-folder';
import { amounts } from './support/amounts';
import { Chance } from './support/chance';
import { record } from './support/figures';
import { foundIn, inspect } from './support/inspection';
import { beginningOf, bundledProgram, runAndKill } from './support/killing';
import { Ledger } from './support/ledger';
import { optionsOf, storeKinds } from './support/store-kinds';
import type { StoreKind } from './support/store-kinds';

/** So many folders are worked in at once; a process that starts leaves a processor idle now and then. */
const folders = 6;

let bundle: Awaited<ReturnType<typeof bundledProgram>>;

beforeAll(async () => {
  bundle = await bundledProgram();
});
afterAll(() => bundle.remove());

/** Works and is killed in one folder again and again; looks into it itself after every fifteenth kill and at the end. */
async function killAgainAndAgain(kind: StoreKind, kills: number, seed: number, isHasty = false): Promise<Ledger> {
  // A small store is compacted more often, a large one has several buckets.
  const mostRecords = seed % 2 === 0 ? 40 : 150;
  const folder = await temporaryFolder();
  const ledger = new Ledger();
  let now = beginningOf(0);
  const clock = (): Instant => instantOf((now += 1000));
  const found = foundIn(folder, () => openStore({ folder, clock, newId: randomUUID, ...optionsOf(kind) }));
  const chance = new Chance(seed);
  for (let kill = 1; kill <= kills; kill += 1) {
    await runAndKill({ program: bundle.program, folder, kind, chance, ledger, isHasty, mostRecords }, kill);
    now = beginningOf(kill + 0.5);
    if (kill % 15 === 0 || kill === kills) await inspect(found, ledger, kill * 1_000_000 + 500_000);
    if (isHasty && ledger.losses.length > 0) break;
  }
  return ledger;
}

describe('a process that is killed while it writes', () => {
  it(
    'has lost nothing that it said was kept, kept nothing by halves, and left nothing behind',
    async () => {
      const kills = Math.ceil(amounts.kills / folders);
      const ledgers = await Promise.all(
        Array.from({ length: folders }, (_, index) =>
          killAgainAndAgain(storeKinds[index % storeKinds.length] ?? 'plain', kills, amounts.seed + index),
        ),
      );
      const total = (name: keyof Ledger['figures']): number =>
        ledgers.reduce((sum, { figures }) => sum + figures[name], 0);
      const losses = ledgers.flatMap((ledger) => ledger.losses);
      record('kills', {
        kills: kills * folders,
        'acknowledged changes': total('acknowledged'),
        compactions: total('compactions'),
        backups: total('backups'),
        restores: total('restores'),
        resealings: total('resealings'),
        losses: losses.length,
      });
      expect(losses).toEqual([]);
      for (const name of ['acknowledged', 'compactions', 'backups'] as const)
        expect(total(name)).toBeGreaterThan(amounts.kills / 10);
      expect(total('restores')).toBeGreaterThan(amounts.kills / 40);
    },
    Math.max(300_000, amounts.kills * 1000),
  );

  it('is seen to lose what it acknowledges before the store has answered', async () => {
    const { losses } = await killAgainAndAgain('plain', 100, Date.now(), true);
    expect(losses).not.toEqual([]);
  });
});
