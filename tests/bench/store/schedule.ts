import { cp, mkdir } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import type { StoreName } from './contestants/contestant';
import { folderSize } from './folder-size';
import { Random } from './random';
import { groupSize } from './sample-records';
import { Trial } from './trial-process';
import type { SoakReport } from './trial-words';

export interface Course {
  readonly program: string;
  /** Where the stores are made. */
  readonly folder: string;
  readonly peers: string;
  readonly stores: readonly StoreName[];
  readonly sizes: readonly number[];
  readonly nodeOptions: readonly string[];
  readonly say: (words: string) => void;
}

/** What one store of one size came to. Lists are by round, so that ratios can be made of what was measured together. */
export interface Measured {
  readonly store: StoreName;
  readonly size: number;
  readonly opens: (number | undefined)[];
  /** The changes of each turn. */
  readonly turns: (readonly number[] | undefined)[];
  readonly bursts: { readonly together: number; readonly oneByOne: number }[];
  readonly imports: (number | undefined)[];
  diskFilled: number;
  memoryAfterOpening: number;
  memoryPeak: number;
}

export interface Soaked {
  readonly size: number;
  readonly report: SoakReport;
  /** The longest that a process which had nothing to do was held up meanwhile: what the machine itself adds. */
  readonly idleStall: number;
}

export interface Everything {
  readonly measured: readonly Measured[];
  /** By size: the bytes of the raw JSON, and how long it took to read and parse, by round. */
  readonly raw: ReadonlyMap<number, { readonly bytes: number; readonly parses: readonly number[] }>;
  readonly soaks: readonly Soaked[];
}

const openingRounds = 5;
const turnsEach = 25;
const changesATurn = 100;
const importRounds = 3;
const importedGroups = 10_000 / groupSize;

/** lowdb takes seconds for one change of a large store: it takes part in every third round, with fewer changes. */
function changesFor({ store, size }: Measured, turn: number): number {
  if (store !== 'lowdb') return changesATurn;
  return turn % 3 === 0 ? Math.max(1, Math.round(10_000 / size)) : 0;
}

export async function runCourse(course: Course): Promise<Everything> {
  const { stores, sizes, say } = course;
  const measured = stores.flatMap((store) => sizes.map((size) => blankMeasured(store, size)));
  const raw = new Map<number, { bytes: number; parses: number[] }>();

  say('Filling the stores…');
  const fillers = measured.map((each) => () => fill(course, each));
  fillers.push(
    ...sizes.map((size) => async () => void raw.set(size, { bytes: await writeRaw(course, size), parses: [] })),
  );
  await inPairs(fillers);

  say('Opening them…');
  for (let round = 0; round < openingRounds; round += 1) {
    for (const size of sizes) {
      raw.get(size)?.parses.push(await parseRaw(course, size));
      for (const each of measured) {
        if (each.size !== size || (!isOurs(each.store) && round >= 3)) continue;
        each.opens[round] = await openOnce(course, each, round);
      }
    }
  }

  say('A day with ours…');
  const soaks: Soaked[] = [];
  for (const size of [...new Set([Math.min(...sizes), Math.max(...sizes)])]) {
    soaks.push(await soakOnce(course, size, raw.get(size)?.bytes ?? 0));
  }

  say('Changing them, in turns…');
  await withAllOpen(course, measured, async (trials) => {
    const random = new Random(1);
    for (let turn = -1; turn < turnsEach; turn += 1) {
      for (const [each, trial] of shuffled([...trials], random)) {
        const count = changesFor(each, Math.max(0, turn));
        if (count === 0) continue;
        const { times } = await trial.ask('changes', { count, seed: 1000 + turn });
        // In the first turn the machine code is made; nobody is measured by it.
        if (turn >= 0) each.turns[turn] = times;
      }
    }
    for (let burst = 0; burst < 5; burst += 1) {
      for (const [each, trial] of trials) {
        // 200 changes one by one would take lowdb many minutes, and tell nothing new.
        if (each.store === 'lowdb') continue;
        each.bursts.push(await trial.ask('together', { count: 200, seed: 2000 + burst }));
      }
    }
    for (const [each, trial] of trials) each.memoryPeak = (await trial.ask('memory', null)).peak;

    say('Taking in 10,000 records…');
    const largest = [...trials].filter(([each]) => each.size === Math.max(...sizes));
    for (let round = 0; round < importRounds; round += 1) {
      for (const [each, trial] of largest) {
        if (each.store === 'lowdb' && round > 0) continue;
        const firstGroup = each.size / groupSize + round * importedGroups;
        each.imports[round] = (await trial.ask('import', { firstGroup, groups: importedGroups })).took;
      }
    }
  });
  return { measured, raw, soaks };
}

function isOurs(store: StoreName): boolean {
  return store === 'attache' || store === 'locked';
}

function blankMeasured(store: StoreName, size: number): Measured {
  const nothing = { diskFilled: 0, memoryAfterOpening: 0, memoryPeak: 0 };
  return { store, size, opens: [], turns: [], bursts: [], imports: [], ...nothing };
}

function folderOf(course: Course, { store, size }: Pick<Measured, 'store' | 'size'>): string {
  return join(course.folder, `${store}-${size}`);
}

function rawFile(course: Course, size: number): string {
  return join(course.folder, `raw-${size}.json`);
}

function trialOf(
  { program, peers, nodeOptions }: Course,
  place: Pick<Measured, 'store' | 'size'>,
  folder: string,
): Trial {
  return new Trial(program, { store: place.store, size: place.size, folder, peers }, nodeOptions);
}

async function alone<V>(trial: Trial, work: () => Promise<V>): Promise<V> {
  try {
    return await work();
  } finally {
    await trial.end();
  }
}

async function fill(course: Course, measured: Measured): Promise<void> {
  const folder = folderOf(course, measured);
  await mkdir(folder, { recursive: true });
  const trial = trialOf(course, measured, folder);
  await alone(trial, () => trial.ask('fill', null));
  measured.diskFilled = await folderSize(folder);
}

async function writeRaw(course: Course, size: number): Promise<number> {
  const trial = trialOf(course, { store: 'attache', size }, course.folder);
  return (await alone(trial, () => trial.ask('writeRaw', { file: rawFile(course, size) }))).bytes;
}

async function parseRaw(course: Course, size: number): Promise<number> {
  const trial = trialOf(course, { store: 'attache', size }, course.folder);
  return (await alone(trial, () => trial.ask('parseRaw', { file: rawFile(course, size) }))).took;
}

async function openOnce(course: Course, measured: Measured, round: number): Promise<number> {
  const trial = trialOf(course, measured, folderOf(course, measured));
  return alone(trial, async () => {
    const { usable } = await trial.ask('open', { seed: round });
    await trial.ask('close', null);
    return usable;
  });
}

/** On a copy: a day leaves its traces. */
async function soakOnce(course: Course, size: number, rawBytes: number): Promise<Soaked> {
  const folder = join(course.folder, `soak-${size}`);
  await cp(folderOf(course, { store: 'attache', size }), folder, { recursive: true });
  const trial = trialOf(course, { store: 'attache', size }, folder);
  const idle = monitorEventLoopDelay({ resolution: 1 });
  idle.enable();
  const report = await alone(trial, () => trial.ask('soak', { seed: 7, rawBytes }));
  idle.disable();
  return { size, report, idleStall: idle.max / 1e6 };
}

async function withAllOpen(
  course: Course,
  measured: readonly Measured[],
  work: (trials: ReadonlyMap<Measured, Trial>) => Promise<void>,
): Promise<void> {
  const trials = new Map<Measured, Trial>();
  try {
    for (const each of measured) {
      const trial = trialOf(course, each, folderOf(course, each));
      trials.set(each, trial);
      await trial.ask('open', { seed: 99 });
    }
    for (const [each, trial] of trials) each.memoryAfterOpening = (await trial.ask('memory', null)).now;
    await work(trials);
    for (const trial of trials.values()) await trial.ask('close', null);
  } finally {
    for (const trial of trials.values()) await trial.end();
  }
}

/** Two at a time, as long as nothing is measured. */
async function inPairs(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...tasks];
  const worker = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  };
  await Promise.all([worker(), worker()]);
}

function shuffled<V>(list: V[], random: Random): V[] {
  return list
    .map((value) => ({ value, order: random.next() }))
    .sort((one, other) => one.order - other.order)
    .map(({ value }) => value);
}
