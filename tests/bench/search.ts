import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ratio } from './store/statistics';
import type { Figure } from './store/statistics';
import { asTable, sizeInWords } from './store/tables';
import { questionScripts } from './search/long-texts';
import type { AttacheFigures, NamesFigures, TrialFigures, TrialOrder } from './search/trial-words';
import type { BenchKit } from './support/bench-kit';

const allSizes = [1000, 10_000, 50_000, 100_000];
const quickSizes = [1000, 10_000];
/** Beyond these sizes a library takes minutes to be made, or to answer. */
const largestOf = { minisearch: 10_000, fuse: 10_000 };
const namesOf = { minisearch: 'MiniSearch', fuse: 'Fuse.js' };
const packageOf = { minisearch: 'minisearch', fuse: 'fuse.js' } as const;
type Peer = keyof typeof largestOf;

/**
 * How the search does beside others: `npm run bench -- search`; `--quick` leaves out the large sizes, `--least` all but the
 * smallest. The last line is one JSON object.
 */
export async function bench(args: readonly string[], kit: BenchKit): Promise<void> {
  const began = performance.now();
  const sizes = args.includes('--least') ? [1000] : args.includes('--quick') ? quickSizes : allSizes;
  const { folder: peers, missing } = await kit.installPeers();
  const program = await kit.bundle('tests/bench/search/trial.ts');
  const thread = await kit.bundle('main/search/search-thread.ts');
  const folder = join(kit.scratch, 'search');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const ours = new Map<number, AttacheFigures>();
    const others = new Map<Peer, Map<number, TrialFigures>>();
    for (const notes of sizes) {
      console.log(`${sizeInWords(notes)} notes…`);
      const place = join(folder, String(notes));
      ours.set(notes, await run<AttacheFigures>(program, { of: 'attache', notes, folder: place, thread }));
      await rm(place, { recursive: true, force: true });
      for (const peer of ['minisearch', 'fuse'] as const) {
        if (missing.includes(packageOf[peer]) || notes > largestOf[peer]) continue;
        const questions = peer === 'fuse' && notes > 1000 ? 20 : 100;
        const figures = await run<TrialFigures>(program, { of: peer, notes, peers, questions });
        others.set(peer, (others.get(peer) ?? new Map<number, TrialFigures>()).set(notes, figures));
      }
    }
    const pairs = join(process.cwd(), 'tests/bench/search/pairs.json');
    const count = args.includes('--least') ? 5000 : 50_000;
    console.log(`${sizeInWords(count)} names…`);
    const names = await run<NamesFigures>(program, { of: 'names', names: count, thread, pairs });
    console.log(`\n${tablesOf(ours, others)}\n\n${namesInWords(names)}\n`);
    console.log(`The whole run took ${Math.round((performance.now() - began) / 6000) / 10} minutes.\n`);
    console.log(JSON.stringify(summaryOf(ours, others, names)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run<Figures>(program: string, order: TrialOrder): Promise<Figures> {
  const child = fork(program, [JSON.stringify(order)], { execArgv: ['--expose-gc', '--max-old-space-size=6144'] });
  const answer = once(child, 'message');
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of ${order.of} ended (${String(code)})`);
  });
  const [figures] = (await Promise.race([answer, ended])) as [Figures];
  ended.catch(() => undefined);
  return figures;
}

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : String(Math.round(value)));
const megabytes = (value: number): string => (value / 1e6).toFixed(1);

function tablesOf(
  ours: ReadonlyMap<number, AttacheFigures>,
  others: ReadonlyMap<Peer, Map<number, TrialFigures>>,
): string {
  const rows: string[][] = [];
  const add = (name: string, notes: number, figures: TrialFigures): void => {
    const { all, byScript, buildCpu, buildTime, memory, textBytes, update } = figures;
    rows.push([
      `${name}, ${sizeInWords(notes)}`,
      megabytes(textBytes),
      ms(buildCpu),
      ms(buildTime),
      megabytes(memory),
      `${ms(all.p50)} / ${ms(all.p99)}`,
      ...questionScripts.map((script) => `${ms(byScript[script]?.p50 ?? 0)} / ${ms(byScript[script]?.p99 ?? 0)}`),
      ms(update.p50),
    ]);
  };
  for (const [notes, figures] of ours) {
    add('Attaché', notes, figures);
    for (const [peer, bySize] of others) {
      const of = bySize.get(notes);
      if (of !== undefined) add(namesOf[peer], notes, of);
    }
  }
  const head = ['notes', 'text, MB', 'build, CPU ms', 'build, ms', 'memory, MB', 'a question, p50 / p99 ms'];
  const table = asTable([[...head, ...questionScripts, 'one note changed, ms'], ...rows]);
  const more = asTable([
    [
      'Attaché',
      'asked while building, p50 / p99 ms',
      'longest stall: building',
      'asking',
      'on disk, MB',
      'opening it again, ms',
      'recall',
      'wrong',
    ],
    ...[...ours].map(([notes, of]) => [
      sizeInWords(notes),
      `${ms(of.whileBuilding.p50)} / ${ms(of.whileBuilding.p99)}`,
      ms(of.longestStall.building),
      ms(of.longestStall.asking),
      megabytes(of.sizeOnDisk),
      ms(of.reopening),
      of.recall.toFixed(4),
      String(of.wrong),
    ]),
  ]);
  return `${table}\n\n${more}\n\nMiniSearch and Fuse.js (exact) were given the same folded texts, MiniSearch the same words and pairs; neither checks that\nwhat it finds stands together. They stop at 10,000 notes: beyond that they take minutes, or gigabytes.`;
}

function namesInWords({ names, buildTime, all, change, pairs, crossScriptRecall, missed }: NamesFigures): string {
  const table = asTable([
    [
      '',
      'taken in, ms',
      'looked up, p50 / p99 ms',
      'one changed, until it is found, ms',
      'pairs of scripts',
      'in the first five',
    ],
    [
      `${sizeInWords(names)} names`,
      ms(buildTime),
      `${ms(all.p50)} / ${ms(all.p99)}`,
      ms(change.p50),
      sizeInWords(pairs),
      crossScriptRecall.toFixed(4),
    ],
  ]);
  return missed.length === 0 ? table : `${table}\n\nNot found: ${missed.join(' · ')}`;
}

function summaryOf(
  ours: ReadonlyMap<number, AttacheFigures>,
  others: ReadonlyMap<Peer, Map<number, TrialFigures>>,
  names: NamesFigures,
): Record<string, Figure> {
  const at = ours.get(10_000) ?? [...ours.values()].at(-1);
  const miniSearch = others.get('minisearch') ?? new Map<number, TrialFigures>();
  const both = [...miniSearch.keys()].at(-1) ?? 0;
  const recalls = [...ours.values()].map(({ recall }) => recall);
  return {
    notes_p50_ms_10k: rounded(at?.all.p50),
    notes_p99_ms_10k: rounded(at?.all.p99),
    build_vs_minisearch: rounded(ratio(ours.get(both)?.buildCpu, miniSearch.get(both)?.buildCpu)),
    memory_over_text: rounded(ratio(at?.memory, at?.textBytes)),
    update_p50_ms: rounded(at?.update.p50),
    recall_vs_scan: Math.min(...recalls),
    cross_script_recall: rounded(names.crossScriptRecall),
    names_p99_ms_50k: rounded(names.all.p99),
    longest_stall_ms_10k: rounded(at?.longestStall.building),
    compared_at: both,
  };
}

function rounded(figure: Figure | undefined): Figure {
  return typeof figure === 'number' ? Number(figure.toPrecision(3)) : null;
}
