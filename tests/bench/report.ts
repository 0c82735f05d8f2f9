import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildProgram, runProgram } from '../e2e/report/press';
import type { TrialJob, TrialResult } from './report/program';
import type { BenchKit } from './support/bench-kit';
import { asTable } from './store/tables';

const allSizes = [
  { pages: 10, photographs: 0 },
  { pages: 100, photographs: 0 },
  { pages: 300, photographs: 0 },
  { pages: 300, photographs: 200 },
];
const quickSizes = [
  { pages: 10, photographs: 0 },
  { pages: 100, photographs: 0 },
  { pages: 100, photographs: 20 },
];

/**
 * How long a report takes, and how much memory, beside Chromium that prints the same finished HTML once:
 * `npm run bench -- report`; `--quick` leaves out the longest. The last line is one JSON object.
 */
export async function bench(args: readonly string[], kit: BenchKit): Promise<void> {
  const began = performance.now();
  const stage = await kit.openStage();
  const folder = await mkdtemp(join(tmpdir(), 'attache-bench-'));
  try {
    Object.assign(process.env, stage.env);
    const program = join(folder, 'program');
    buildProgram('tests/bench/report/program.ts', program);
    const known = await readFile(join(process.cwd(), '.cache/electron/current.json'), 'utf8');
    const { executable } = JSON.parse(known) as { executable: string };
    const results: TrialResult[] = [];
    for (const size of args.includes('--quick') ? quickSizes : allSizes) {
      const jobFile = join(folder, `${size.pages}-${size.photographs}.json`);
      const job: TrialJob = { ...size, fontsFolder: join(process.cwd(), 'node_modules/@fontsource') };
      await writeFile(jobFile, JSON.stringify(job));
      await runProgram(executable, program, jobFile);
      const result = JSON.parse(await readFile(`${jobFile}.done`, 'utf8')) as TrialResult | { broken: string };
      if ('broken' in result) throw new Error(result.broken);
      results.push(result);
    }
    console.log('1× is Chromium loading and printing the same finished HTML once, its photographs scaled already.\n');
    console.log(tableOf(results));
    console.log(`\nThe whole run took ${Math.round((performance.now() - began) / 6000) / 10} minutes.\n`);
    console.log(JSON.stringify(Object.fromEntries(results.flatMap(figuresOf))));
  } finally {
    await rm(folder, { recursive: true, force: true });
    stage.stop();
  }
}

/** What is done beside scaling photographs, over the limit. */
function ratioWithoutScaling({ took, tookUntilPrinting, photographs, limit }: TrialResult): number {
  return (photographs === 0 ? took : took - tookUntilPrinting) / limit;
}

function tableOf(results: readonly TrialResult[]): string {
  const row = (name: string, figure: (result: TrialResult) => string): string[] => [name, ...results.map(figure)];
  const kinds = [...new Set(results.flatMap(({ peaks }) => Object.keys(peaks)))].sort();
  return asTable([
    row('', ({ pages, photographs }) => `${pages} pages${photographs === 0 ? '' : `, ${photographs} photographs`}`),
    row('in all, s', ({ took }) => (took / 1000).toFixed(1)),
    row('a page, ms', ({ took, pages }) => (took / pages).toFixed(1)),
    row('beside the limit', ({ took, limit }) => `${(took / limit).toFixed(2)}×`),
    row('the same, once photographs are scaled', (result) => `${ratioWithoutScaling(result).toFixed(2)}×`),
    row('longest stall of the app, ms', ({ longestStall }) => longestStall.toFixed(0)),
    row('file, MB', ({ bytes }) => (bytes / 1e6).toFixed(2)),
    ...kinds.map((kind) => row(`most memory, ${kind}, MB`, ({ peaks }) => String(peaks[kind] ?? 0))),
  ]);
}

function figuresOf(result: TrialResult): [string, number][] {
  const { pages, photographs, took, limit, longestStall, bytes, peaks } = result;
  const size = pages < 50 ? 10 : pages < 200 ? 100 : 300;
  const name = photographs === 0 ? `p${size}` : `p${size}_photos${photographs}`;
  const rounded = (figure: number): number => Number(figure.toPrecision(3));
  return [
    [`${name}_pages`, pages],
    [`${name}_ms_a_page`, rounded(took / pages)],
    [`${name}_vs_chromium`, rounded(took / limit)],
    [`${name}_vs_chromium_without_scaling`, rounded(ratioWithoutScaling(result))],
    [`${name}_longest_stall_ms`, rounded(longestStall)],
    [`${name}_file_mb`, rounded(bytes / 1e6)],
    [`${name}_peak_mb`, peaks['all'] ?? 0],
  ];
}
