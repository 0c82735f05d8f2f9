import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Chance } from './chance';
import type { Deed } from './deeds';
import type { KilledPlan } from './killed-process';
import type { Ledger } from './ledger';
import type { Said } from './said';
import type { StoreKind } from './store-kinds';

const root = resolve(__dirname, '../../..');
const bundler = `
  import { build } from 'vite';
  const [root, entry, outDir] = process.argv.slice(1);
  await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    resolve: { alias: { '@shared': root + '/shared', '@main': root + '/main' } },
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, target: 'node18', emptyOutDir: false, rolldownOptions: { output: { format: 'es', entryFileNames: 'program.mjs' } } },
  });
`;

/** Bundles the process that is to be killed, so that it starts quickly; `remove` takes the bundle away again. */
export async function bundledProgram(): Promise<{ program: string; remove: () => Promise<void> }> {
  // Kept in the repository because the bundler writes nothing outside without asking; a folder for each run of the tests.
  const folder = await mkdtemp(join(root, '.cache/killed-process-'));
  const args = ['--input-type=module', '-e', bundler, root, require.resolve('./killed-process.ts'), folder];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  return { program: join(folder, 'program.mjs'), remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface KillingParts {
  readonly program: string;
  readonly folder: string;
  readonly kind: StoreKind;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly mostRecords: number;
  readonly isHasty?: boolean;
}

/** What comes first in a life, so that the moment at which it is to end comes soon. */
const beginnings: Partial<Record<Moment, readonly Deed[]>> = {
  'backing up': [{ do: 'back-up-amid', changes: 3, length: 300 }],
  restoring: [
    { do: 'change', records: 3, length: 700 },
    { do: 'back-up' },
    { do: 'change', records: 2, length: 300 },
    { do: 'restore' },
  ],
  resealing: [{ do: 'change', records: 3, length: 700 }, { do: 'reseal' }],
  compacted: [{ do: 'burst', changes: 5, length: 3000 }, { do: 'compact' }],
};

type Moment = 'opening' | 'working' | 'backing up' | 'restoring' | 'resealing' | 'compacted' | 'by a call';

/** Starts the process and kills it at a random moment; the ledger hears every line that the process finished saying. */
export async function runAndKill(parts: KillingParts, life: number): Promise<void> {
  const { program, folder, kind, chance, ledger, mostRecords, isHasty = false } = parts;
  const moment = chance.pick<Moment>([
    'opening',
    'working',
    'working',
    'backing up',
    'restoring',
    'resealing',
    'compacted',
    'by a call',
    'by a call',
  ]);
  const diesAfter = chance.isOneIn(2) ? 'opening' : 'opened';
  const diesAt = moment === 'by a call' ? 1 + chance.below(diesAfter === 'opening' ? 40 : 250) : 0;
  const plan: KilledPlan = {
    folder,
    kind,
    seed: chance.below(2 ** 31),
    firstStep: life * 1_000_000,
    mostRecords,
    now: beginningOf(life),
    isHasty,
    diesAt,
    diesAfter,
    beginning: chance.isOneIn(3) ? [] : (beginnings[moment] ?? []),
  };
  const child = spawn(process.execPath, [program, JSON.stringify(plan)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));

  let isDoomed = false;
  const killWithin = (milliseconds: number): void => {
    if (isDoomed) return;
    isDoomed = true;
    setTimeout(() => child.kill('SIGKILL'), chance.next() * milliseconds);
  };
  // A moment that never comes must not keep it alive.
  const latest = setTimeout(() => killWithin(100), 1000);
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line) as Said;
      ledger.hear(said);
      const within = patience(moment, said);
      if (within !== null) killWithin(within);
    }
  });
  const signal = await new Promise((done) => child.on('close', (_code, by) => done(by)));
  clearTimeout(latest);
  if (signal !== 'SIGKILL') ledger.hear({ say: 'wrong', what: `The process ended by itself: ${errors.slice(0, 500)}` });
}

/** When a life begins by its own clock: each an hour after the one before, so that days go by too. */
export function beginningOf(life: number): number {
  return Date.parse('2026-03-02T01:00:00.000Z') + life * 3_600_000;
}

/** Within how many milliseconds of this word the process is to be killed; null for not yet. */
function patience(moment: Moment, { say }: Said): number | null {
  if (moment === 'opening') return say === 'opening' ? 30 : null;
  if (moment === 'working') return say === 'found' ? 400 : null;
  if (moment === 'backing up') return say === 'backs-up' ? 25 : null;
  if (moment === 'restoring') return say === 'restores' ? 60 : null;
  if (moment === 'resealing') return say === 'reseals' ? 60 : null;
  if (moment === 'compacted') return say === 'compacted' ? 20 : null;
  return say === 'found' ? 600 : null;
}
