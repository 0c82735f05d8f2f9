import { performance } from 'node:perf_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { OpenAttache } from './contestants/attache';
import { folderSize } from './folder-size';
import { Memory } from './memory';
import { ChangePlan } from './planned-changes';
import { Stalls } from './stalls';
import { soakPhases } from './trial-words';
import type { Ask, SoakPhase, SoakReport, TrialPlace } from './trial-words';
import { becomeUsable } from './usable';

/** Three, so that two begin and end under the same load, and what is written from the end of one to that of another can be told. */
const compactionsWanted = 3;
/** A store that has not compacted itself after so long, in milliseconds, will not. */
const longest = 120_000;

/**
 * A day with our own store: it is opened, and changed without a pause until it has compacted itself twice and made the
 * day's backup; then a backup is asked for while changes go on.
 */
export async function soak(
  place: TrialPlace,
  open: () => Promise<OpenAttache>,
  { seed, rawBytes }: Ask<'soak'>,
): Promise<SoakReport> {
  const plan = new ChangePlan(place.size, seed);
  const memory = new Memory();
  memory.watch();
  let store: OpenAttache | null = null;
  let isUsable = false;
  let isAtRest = false;
  const phase = (): SoakPhase => {
    if (store === null || !isUsable) return 'opening';
    if (!isAtRest) return 'reading ahead';
    if (store.activity.isCompacting) return 'compaction';
    return store.activity.isBackingUp ? 'backup' : 'changes';
  };
  const stalls = new Stalls(soakPhases, phase);
  store = await open();
  await becomeUsable(store, place.size, plan.next());
  isUsable = true;
  await atRest();
  isAtRest = true;
  const memoryAfterOpening = memory.now();
  memory.startOver();

  let changes = 0;
  let grown = 0;
  const { activity } = store;
  /** Since the first compaction: what there was to be compacted before was changed by nobody here. */
  let changed = 0;
  let writtenBefore = 0;
  const oneMore = async (open: OpenAttache): Promise<void> => {
    const change = plan.next();
    await open.change(change);
    changes += 1;
    changed += open.bytesOf(change);
    if (change.field === null) grown += Buffer.byteLength(change.text) + 2;
    await setImmediate();
  };

  const compactionsBefore = activity.compactions;
  let diskOverRaw = 0;
  const until = performance.now() + longest;
  while (activity.compactions - compactionsBefore < compactionsWanted && performance.now() < until) {
    const before = activity.compactions;
    await oneMore(store);
    if (activity.compactions > before) {
      if (before === compactionsBefore) {
        changed = 0;
        writtenBefore = activity.written;
      }
      await setTimeout(100);
      diskOverRaw = (await folderSize(place.folder)) / (rawBytes + grown);
    }
  }
  const writeAmplification = (activity.written - writtenBefore) / changed;
  const compactions = activity.compactions - compactionsBefore;

  let isBackedUp = false;
  const backup = store.backUp().then(() => (isBackedUp = true));
  while (!isBackedUp) await oneMore(store);
  await backup;
  const memoryPeak = memory.peak;
  stalls.stop();
  memory.rest();
  await store.close();
  return {
    stalls: stalls.longest,
    changes,
    compactions,
    writeAmplification,
    diskOverRaw,
    memoryAfterOpening,
    memoryPeak,
  };
}

/** Answers when this process has nothing to do any more, or after half a minute. */
async function atRest(): Promise<void> {
  const pause = 300;
  for (let attempt = 0; attempt < 30_000 / pause; attempt += 1) {
    const before = process.cpuUsage();
    await setTimeout(pause);
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 < pause * 0.15) return;
  }
}
