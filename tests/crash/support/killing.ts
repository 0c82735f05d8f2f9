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

/**
 * When a life ends: within so many milliseconds after it has said this word so many times. Counted in words, because a busy
 * machine is slow.
 */
interface End {
  readonly after: Said['say'];
  readonly times: number;
  readonly within: number;
  /** What it does first, so that the word comes soon. */
  readonly beginning: readonly Deed[];
}

const change: Deed = { do: 'change', records: 3, length: 700 };
const restoring: readonly Deed[] = [change, { do: 'back-up' }, change, { do: 'restore' }];
const ends: readonly ((chance: Chance) => End)[] = [
  () => ({ after: 'opening', times: 1, within: 30, beginning: [] }),
  (chance) => ({ after: 'done', times: 1 + chance.below(25), within: 3, beginning: [] }),
  (chance) => ({ after: 'done', times: 10 + chance.below(30), within: 3, beginning: [] }),
  () => ({ after: 'backs-up', times: 1, within: 25, beginning: [{ do: 'back-up-amid', changes: 3, length: 300 }] }),
  () => ({ after: 'restores', times: 1, within: 40, beginning: restoring }),
  () => ({ after: 'backed-up-before', times: 1, within: 10, beginning: restoring }),
  () => ({ after: 'reseals', times: 1, within: 50, beginning: [change, { do: 'reseal' }] }),
  (chance) => ({ after: 'compacted', times: 1 + chance.below(3), within: 15, beginning: [change, { do: 'compact' }] }),
];
/** It kills itself at a call to the disk; the time is only for the case that so many calls are never made. */
const byItself: End = { after: 'done', times: 100, within: 10, beginning: [] };

/** Starts the process and kills it at a random moment; the ledger hears every line that the process finished saying. */
export async function runAndKill(parts: KillingParts, life: number): Promise<void> {
  const { program, folder, kind, chance, ledger, mostRecords, isHasty = false } = parts;
  const diesAfter = chance.isOneIn(2) ? 'opening' : 'opened';
  const diesAt = chance.isOneIn(4) ? 1 + chance.below(diesAfter === 'opening' ? 40 : 250) : 0;
  const end = diesAt > 0 ? byItself : chance.pick(ends)(chance);
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
    beginning: end.beginning,
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
  // A word that never comes must not keep it alive.
  let latest = setTimeout(() => killWithin(100), 20_000);
  let times = 0;
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line) as Said;
      ledger.hear(said);
      if (said.say === end.after) times += 1;
      if (said.say === end.after && times === end.times) killWithin(end.within);
      if (said.say !== 'found') continue;
      clearTimeout(latest);
      latest = setTimeout(() => killWithin(100), 2000);
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
