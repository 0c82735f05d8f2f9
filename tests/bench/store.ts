import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { BenchKit } from './support/bench-kit';
import { storeNames } from './store/contestants/contestant';
import type { StoreName } from './store/contestants/contestant';
import { Figures } from './store/figures';
import { runCourse } from './store/schedule';
import { descriptions, soakInWords, tablesOf } from './store/tables';

const allSizes = [1000, 10_000, 50_000, 100_000];
const quickSizes = [1000, 10_000];

const packageOf: Partial<Record<StoreName, string>> = {
  sqlite: 'better-sqlite3',
  nedb: '@seald-io/nedb',
  pouchdb: 'pouchdb',
};

/**
 * How Attaché's store does beside others: `npm run bench -- store`. `--quick` leaves out the large sizes; `--profile`
 * keeps a CPU profile of each process beside the stores. The last line is one JSON object.
 */
export async function bench(args: readonly string[], kit: BenchKit): Promise<void> {
  const began = performance.now();
  const sizes = args.includes('--quick') ? quickSizes : allSizes;
  const { folder: peers, missing } = await kit.installPeers();
  const stores = storeNames.filter((store) => !missing.includes(packageOf[store] ?? ''));
  const program = await kit.bundle('tests/bench/store/trial.ts');

  const folder = join(kit.scratch, 'stores');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const nodeOptions = args.includes('--profile')
    ? ['--cpu-prof', `--cpu-prof-dir=${join(kit.scratch, 'profiles')}`]
    : [];
  try {
    const everything = await runCourse({ program, folder, peers, stores, sizes, nodeOptions, say: console.log });
    const figures = new Figures(everything, sizes);
    console.log();
    for (const store of stores) console.log(`${descriptions[store].name}: ${descriptions[store].keeps}.`);
    const ofStores = stores.map((store) => figures.ofStore(store));
    console.log(`\n\n${tablesOf(ofStores, sizes)}\n\n`);
    console.log(
      'Stalls: how long the program was at work, of all that passed; the rest is the machine’s, which had other things to do.\n',
    );
    for (const soaked of everything.soaks) console.log(`${soakInWords(soaked)}\n`);
    console.log(`The whole run took ${Math.round((performance.now() - began) / 6000) / 10} minutes.\n`);
    console.log(JSON.stringify(figures.summary()));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
