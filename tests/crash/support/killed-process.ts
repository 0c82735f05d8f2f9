/**
 * A process that uses a store until it is killed: `<program> <plan as JSON>`. It says on its standard output, line by
 * line, what it asks and what the store has acknowledged, and nothing before.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { instantOf } from '@shared/dates';
import { diskFiles } from '@main/storage/disk/disk-files';
import { openStore } from '@main/storage/open-store';
import { Chance } from './chance';
import { nextDeed, perform } from './deeds';
import type { Deed } from './deeds';
import { holdingOf } from './labels';
import type { Said } from './said';
import { Session } from './session';
import { optionsOf, sealsOf } from './store-kinds';
import type { StoreKind } from './store-kinds';
import { tapped } from './tapped-files';

export interface KilledPlan {
  readonly folder: string;
  readonly kind: StoreKind;
  readonly seed: number;
  readonly firstStep: number;
  readonly mostRecords: number;
  /** What its clock shows at first; it goes on by a second at each look. */
  readonly now: number;
  readonly isHasty: boolean;
  /** Kills itself at this call to the disk, counted from the given moment on; 0 for never. */
  readonly diesAt: number;
  readonly diesAfter: 'opening' | 'opened';
  /** What it does first; then what chance brings, without an end. */
  readonly beginning: readonly Deed[];
}

const plan = JSON.parse(process.argv[2] ?? '') as KilledPlan;
const chance = new Chance(plan.seed);
let { now } = plan;
let isOpen = false;
let calls = 0;

const files = tapped(diskFiles, async (call) => {
  const counts = plan.diesAt > 0 && (isOpen || plan.diesAfter === 'opening');
  if (counts) calls += 1;
  if (counts && calls === plan.diesAt) {
    const how = chance.below(3);
    if (how === 1) await call.half();
    if (how === 2) await call.run();
    process.kill(process.pid, 'SIGKILL');
  }
  const answer = await call.run();
  if (call.name === 'rename' && isOpen && call.path.endsWith('manifest.json')) say({ say: 'compacted' });
  return answer;
});

say({ say: 'opening' });
const opened = await openStore({
  folder: plan.folder,
  clock: () => instantOf((now += 1000)),
  newId: randomUUID,
  files,
  ...optionsOf(plan.kind, 30_000),
});
if (!opened.ok) throw new Error(`The store does not open: ${JSON.stringify(opened.failure)}`);
isOpen = true;
const { store, notices } = opened.value;
say({ say: 'found', holding: [...holdingOf(store)], notices: [...notices] });

const session = new Session({
  opened: opened.value,
  say,
  chance,
  firstStep: plan.firstStep,
  mostRecords: plan.mostRecords,
  seals: sealsOf(plan.kind),
  isHasty: plan.isHasty,
});
for (const deed of plan.beginning) await perform(session, deed);
for (;;) await perform(session, nextDeed(chance));

function say(what: Said): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}
