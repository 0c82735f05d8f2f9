import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { BenchKit } from './support/bench-kit';
import { plainRecord, sampleTrip } from './store/sample-records';
import type { PlainRecord } from './store/sample-records';
import { median } from './store/statistics';
import { asTable, sizeInWords } from './store/tables';
import { bundleFigures } from './sync/bundle';
import { attache, pouch } from './sync/contestants';
import type { Contestant, Place } from './sync/contestants';
import { meteredLine } from './sync/metered-line';
import type { Traffic } from './sync/metered-line';

const photoBytes = 5_000_000;

/** In seconds and bytes. */
interface Step extends Traffic {
  readonly time: number;
}
interface Played {
  readonly firstPush: Step;
  readonly firstPull: Step;
  readonly hundred: Step;
  readonly idle: Step;
  readonly besidePhoto: Step;
}

/**
 * How sync does beside PouchDB's replication with the same server: `npm run bench -- sync`; `--quick` with a tenth of the
 * records. The last line is one JSON object.
 */
export async function bench(args: readonly string[], kit: BenchKit): Promise<void> {
  const began = performance.now();
  const count = args.includes('--quick') ? 1000 : 10_000;
  const rounds = args.includes('--quick') ? 1 : 3;
  const { folder: peers, missing } = await kit.installPeers();
  const server = await startServer(await kit.bundle('tests/bench/sync/server.ts'));
  const threadFile = await kit.bundle('main/sync/bundle/lock-thread.ts');
  const records = samples(count);
  const [ours, theirs]: [Played[], Played[]] = [[], []];
  try {
    for (let nth = 0; nth < rounds; nth += 1) {
      console.log(`Round ${nth + 1} of ${rounds}: ${sizeInWords(count)} records…`);
      ours.push(await play(await server.space(`ours-${nth}`), (place) => attache(place), records));
      if (missing.includes('pouchdb')) continue;
      theirs.push(await play(await server.space(`theirs-${nth}`), (place) => pouch(place, peers), records));
    }
    const bundle = await bundleFigures(records.map(withoutSync), threadFile);
    console.log(`\n${tableOf(ours, theirs)}\n`);
    console.log(
      `A bundle of all: ${bundle.vs_json.toFixed(3)} of its records as JSON, in ${bundle.import_s.toFixed(2)} s.`,
    );
    console.log(
      `With a passphrase, whose stretching is meant to take long: ${bundle.import_by_passphrase_s.toFixed(2)} s.`,
    );
    console.log(
      'PouchDB keeps its records in LevelDB without a sync of each write; ours are durable before they count.',
    );
    console.log(`The whole run took ${Math.round((performance.now() - began) / 6000) / 10} minutes.\n`);
    const of = (side: readonly Played[], step: keyof Played, what: keyof Step): number =>
      median(side.map((played) => played[step][what])) ?? NaN;
    const against = (step: keyof Played, what: keyof Step): number =>
      rounded(of(ours, step, what) / of(theirs, step, what));
    console.log(
      JSON.stringify({
        first_pull_vs_pouch: against('firstPull', 'time'),
        first_push_vs_pouch: against('firstPush', 'time'),
        bytes_up_vs_pouch: against('firstPush', 'up'),
        bytes_down_vs_pouch: against('firstPull', 'down'),
        hundred_changes_vs_pouch: against('hundred', 'time'),
        idle_requests: of(ours, 'idle', 'requests'),
        idle_bytes: of(ours, 'idle', 'up') + of(ours, 'idle', 'down'),
        edit_beside_photo_bytes: of(ours, 'besidePhoto', 'up'),
        bundle_vs_json: rounded(bundle.vs_json),
        bundle_import_s: rounded(bundle.import_s),
        records: count,
      }),
    );
  } finally {
    server.stop();
  }
}

function samples(count: number): PlainRecord[] {
  const records: PlainRecord[] = [];
  for (let group = 0; records.length < count; group += 1) {
    for (const sample of sampleTrip(group)) records.push(plainRecord(sample, group));
  }
  return records.slice(0, count);
}

function withoutSync({ $sync: _sync, ...record }: PlainRecord): { readonly type: string; readonly id: string } {
  return record;
}

interface Server {
  space(name: string): Promise<Place>;
  stop(): void;
}

async function startServer(program: string): Promise<Server> {
  const child = fork(program);
  const [begun] = (await once(child, 'message')) as [Place];
  return {
    async space(name) {
      child.send(name);
      await once(child, 'message');
      return { ...begun, url: `${begun.url}/${name}` };
    },
    stop: () => child.kill(),
  };
}

/** Two devices: one has everything, the other gets it; then a hundred changes, nothing, and a text beside a photograph. */
async function play(
  place: Place,
  begin: (place: Place) => Promise<Contestant>,
  records: readonly PlainRecord[],
): Promise<Played> {
  const line = await meteredLine(place.url);
  const metered = { ...place, url: `${line.url}${new URL(place.url).pathname}` };
  const measured = async (work: () => Promise<unknown>): Promise<Step> => {
    const before = line.traffic();
    const began = performance.now();
    await work();
    const time = (performance.now() - began) / 1000;
    const after = line.traffic();
    return {
      time,
      requests: after.requests - before.requests,
      up: after.up - before.up,
      down: after.down - before.down,
    };
  };
  const [here, there] = [await begin(metered), await begin(metered)];
  try {
    for (let at = 0; at < records.length; at += 500) await here.fill(records.slice(at, at + 500));
    const firstPush = await measured(() => here.sync());
    const firstPull = await measured(() => there.sync());
    if ((await there.count()) < records.length) throw new Error('Not everything has come');
    await here.change(records.slice(0, 100), 'changed');
    const hundred = await measured(async () => {
      await here.sync();
      await there.sync();
    });
    await here.sync();
    const idle = await measured(() => here.sync());
    const [trip] = records.filter(({ type }) => type === 'trip');
    if (trip === undefined) throw new Error('No trip is among the records');
    await here.addPhoto(trip, randomBytes(photoBytes));
    await here.sync();
    await here.change([trip], 'a text beside a photograph');
    const besidePhoto = await measured(() => here.sync());
    return { firstPush, firstPull, hundred, idle, besidePhoto };
  } finally {
    await here.close();
    await there.close();
    line.close();
  }
}

function tableOf(ours: readonly Played[], theirs: readonly Played[]): string {
  const steps: [keyof Played, string][] = [
    ['firstPush', 'first push'],
    ['firstPull', 'first pull'],
    ['hundred', '100 changes, there and back'],
    ['idle', 'nothing new'],
    ['besidePhoto', 'a text beside 5 MB'],
  ];
  const cells = (side: readonly Played[], step: keyof Played): string => {
    const of = (what: keyof Step): number => median(side.map((played) => played[step][what])) ?? NaN;
    return `${of('time').toFixed(2)} s, ${of('requests')} requests, ${kilobytes(of('up'))} up, ${kilobytes(of('down'))} down`;
  };
  return asTable([
    ['', 'Attaché', 'PouchDB 9'],
    ...steps.map(([step, words]) => [words, cells(ours, step), theirs.length === 0 ? '—' : cells(theirs, step)]),
  ]);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
