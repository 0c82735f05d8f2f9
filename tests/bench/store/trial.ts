import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { attache } from './contestants/attache';
import { contestantOf } from './contestants';
import type { Contestant, OpenContestant, SampleGroup } from './contestants/contestant';
import { Memory } from './memory';
import { ChangePlan } from './planned-changes';
import { groupSize, plainRecord, sampleTrip } from './sample-records';
import { soak } from './soak';
import type { Answer, Ask, TrialCall, TrialPlace, TrialReply } from './trial-words';
import { becomeUsable } from './usable';

/** A process of its own for one store of one size, so that no other's memory and pauses are measured with it. */
const place = JSON.parse(process.argv[2] ?? '') as TrialPlace;
const { size, folder } = place;

const memory = new Memory();
let opened: OpenContestant | null = null;

const contestant = (): Contestant => contestantOf(place.store, place.peers);

function store(): OpenContestant {
  if (opened === null) throw new Error('The store is not open yet');
  return opened;
}

function group(number: number): SampleGroup {
  return { group: number, records: sampleTrip(number) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const answers: { readonly [C in TrialCall]: (ask: Ask<C>) => Promise<Answer<C>> } = {
  async fill() {
    const blank = await contestant().open(folder);
    // lowdb, which writes everything each time, is given all of it at once.
    const step = place.store === 'lowdb' ? size / groupSize : 1;
    for (let first = 0; first < size / groupSize; first += step) {
      await blank.add(Array.from({ length: step }, (_, index) => group(first + index)));
    }
    await blank.close();
    return null;
  },
  async open({ seed }) {
    const chosen = contestant();
    const change = new ChangePlan(size, seed).next();
    const usable = await timed(async () => {
      opened = await chosen.open(folder);
      await becomeUsable(opened, size, change);
    });
    return { usable };
  },
  async changes({ count, seed }) {
    const plan = new ChangePlan(size, seed);
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const change = plan.next();
      times.push(await timed(() => store().change(change)));
      // A person's changes come one at a time, each in a turn of its own.
      await setImmediate();
    }
    return { times };
  },
  async together({ count, seed }) {
    const plan = new ChangePlan(size, seed);
    const one = plan.several(count);
    const other = plan.several(count);
    const oneByOne = await timed(async () => {
      for (const change of one) await store().change(change);
    });
    return { oneByOne, together: await timed(() => store().changeTogether(other)) };
  },
  async import({ firstGroup, groups }) {
    const samples = Array.from({ length: groups }, (_, index) => group(firstGroup + index));
    return { took: await timed(() => store().add(samples)) };
  },
  memory() {
    const answer = { now: memory.now(), peak: memory.peak };
    memory.startOver();
    return Promise.resolve(answer);
  },
  soak: (ask) => soak(place, () => attache({ isLocked: place.store === 'locked', daysOn: 1 }).open(folder), ask),
  async close() {
    await opened?.close();
    opened = null;
    return null;
  },
  async writeRaw({ file }) {
    const stream = createWriteStream(file);
    stream.write('[\n');
    for (let number = 0; number < size / groupSize; number += 1) {
      const lines = sampleTrip(number).map((sample) => JSON.stringify(plainRecord(sample, number)));
      const isLast = number === size / groupSize - 1;
      if (!stream.write(`${lines.join(',\n')}${isLast ? '\n]\n' : ',\n'}`)) await once(stream, 'drain');
    }
    stream.end();
    await once(stream, 'close');
    return { bytes: stream.bytesWritten };
  },
  async parseRaw({ file }) {
    let count = 0;
    const took = await timed(async () => {
      const records = JSON.parse((await readFile(file)).toString('utf8')) as readonly unknown[];
      count = records.length;
    });
    if (count !== size) throw new Error(`The raw file holds ${count} records`);
    return { took };
  },
};

function reply(said: TrialReply): void {
  process.send?.(said);
}

process.on('message', ({ call, ask }: { call: TrialCall; ask: never }) => {
  memory.watch();
  answers[call](ask)
    .then(
      (answer: unknown) => reply({ answer }),
      (cause: unknown) => reply({ broke: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }),
    )
    .finally(() => memory.rest());
});
// The bench has ended, however that came about.
process.on('disconnect', () => process.exit());
