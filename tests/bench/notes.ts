import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { CDPSession, Page } from 'playwright-core';
import { begin, startSession } from '../e2e/support/session';
import type { BenchKit } from './support/bench-kit';
import { longNote } from './notes/long-note';
import { furnish, mark } from './notes/office';
import type { Office } from './notes/office';
import { median, quantile, ratio } from './store/statistics';
import type { Figure } from './store/statistics';
import { asTable, inWords } from './store/tables';

/** In characters. */
const longest = 50_000;
const meetings = 14;
const rounds = 5;
const keysARound = 40;
/** Somebody who types fast presses a key every so many milliseconds. */
const betweenKeys = 45;

const typed = 'They ask for a named contact 并希望尽快安排 ';

/** What was measured in one window: ours and a bare Tiptap, in turns. */
interface Measured {
  readonly paint: { readonly ours: number[]; readonly bare: number[] };
  /** How long the window's main thread was at work for a key. */
  readonly work: { readonly ours: number[]; readonly bare: number[] };
  readonly durable: { readonly ours: number[]; readonly bare: number[] };
  readonly opening: { readonly ours: number[]; readonly bare: number[] };
}

/**
 * How the note editor does beside a bare Tiptap in the same window: `npm run bench -- notes`; `--quick` among fewer notes.
 * The last line is one JSON object.
 */
export async function bench(args: readonly string[], kit: BenchKit): Promise<void> {
  const began = performance.now();
  const most = args.includes('--quick') ? 1000 : 10_000;
  const least = 100;
  const inWindow = await kit.bundleForWindow('tests/bench/notes/window/index.ts');
  const stage = await kit.openStage();
  try {
    const few = await measureAmong(least, inWindow, stage.env);
    const many = await measureAmong(most, inWindow, stage.env);
    const p50 = (of: { ours: readonly number[]; bare: readonly number[] }): Figure =>
      ratio(median(of.ours), median(of.bare));
    const p99 = (of: { ours: readonly number[]; bare: readonly number[] }): Figure =>
      ratio(quantile(of.ours, 0.99), quantile(of.bare, 0.99));
    console.log(
      `A note of ${longest.toLocaleString('en-GB')} characters; 1× is a bare Tiptap in the same window and run.\n`,
    );
    console.log(
      asTable([
        ['', `among ${least}`, `among ${most.toLocaleString('en-GB')}`],
        ['from a key until it is painted, p50', inWords(p50(few.paint)), inWords(p50(many.paint))],
        ['the same, p99', inWords(p99(few.paint)), inWords(p99(many.paint))],
        ['work of the window for a key', inWords(p50(few.work)), inWords(p50(many.work))],
        ['from a key until it is durable', inWords(p50(few.durable)), inWords(p50(many.durable))],
        ['opening a note', inWords(p50(few.opening)), inWords(p50(many.opening))],
      ]),
    );
    console.log('\nDurable, bare: the whole text is written and synced at each change, by another process, at once.');
    console.log(`The whole run took ${Math.round((performance.now() - began) / 6000) / 10} minutes.\n`);
    console.log(
      JSON.stringify({
        key_to_paint_p50_vs_bare: rounded(p50(many.paint)),
        key_to_paint_p99_vs_bare: rounded(p99(many.paint)),
        key_work_vs_bare: rounded(p50(many.work)),
        key_to_durable_p50_vs_bare: rounded(p50(many.durable)),
        key_to_durable_p50_ms: rounded(median(many.durable.ours)),
        open_among_10k_vs_bare: rounded(p50(many.opening)),
        open_10k_over_100: rounded(ratio(median(many.opening.ours), median(few.opening.ours))),
        notes: most,
      }),
    );
  } finally {
    stage.stop();
  }
}

function rounded(figure: Figure): Figure {
  return figure === null ? null : Number(figure.toPrecision(3));
}

async function measureAmong(notes: number, inWindow: string, env: Readonly<Record<string, string>>): Promise<Measured> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'attache-bench-'));
  try {
    const first = await startSession({ userDataDir, env });
    await begin(first, 'Chan Tai-man', 'Start empty');
    await first.close();
    const office = await furnish(userDataDir, { notes, meetings, longest });
    return await measureIn(userDataDir, office, inWindow, env);
  } finally {
    await rm(userDataDir, { recursive: true, force: true });
  }
}

async function measureIn(
  userDataDir: string,
  office: Office,
  inWindow: string,
  env: Readonly<Record<string, string>>,
): Promise<Measured> {
  const measured: Measured = {
    paint: { ours: [], bare: [] },
    work: { ours: [], bare: [] },
    durable: { ours: [], bare: [] },
    opening: { ours: [], bare: [] },
  };
  const session = await startSession({ userDataDir, env });
  const scratch = await mkdtemp(join(userDataDir, 'bench-'));
  try {
    const { page } = session;
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    await page.exposeFunction('benchSave', (text: string) => writeDurably(join(scratch, 'bare.md'), text));
    await page.evaluate(inWindow);
    await goToFirst(page, office);
    for (let round = 0; round < rounds; round += 1) {
      await measureTyping(page, cdp, measured, round);
      await measureSaving(page, measured, round);
    }
    await measureOpening(page, measured);
    return measured;
  } finally {
    await session.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

const note = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('textbox', { name: 'Your notes' });

async function goToFirst(page: Page, { tripId, meetingIds }: Office): Promise<void> {
  await page.evaluate((path) => {
    window.location.hash = path;
  }, `#/trips/${tripId}/meetings`);
  await page.getByRole('row', { name: /Meeting 1 \(sample\)/ }).click();
  await note(page)
    .filter({ hasText: mark(0) })
    .waitFor();
  if (meetingIds.length < 2) throw new Error('There is no second meeting to go to');
}

/** Both type the same at the end of a note of the same length. */
async function measureTyping(page: Page, cdp: CDPSession, { paint, work }: Measured, round: number): Promise<void> {
  const text = Array.from({ length: keysARound }, (_, n) => typed.charAt(n % typed.length)).join('');
  const measure = async (times: number[], tasks: number[]): Promise<void> => {
    await page.evaluate(() => window.attacheBench.watchKeys());
    const before = await taskTime(cdp);
    await page.keyboard.type(text, { delay: betweenKeys });
    await page.waitForTimeout(betweenKeys);
    tasks.push(((await taskTime(cdp)) - before) / keysARound);
    times.push(...(await page.evaluate(() => window.attacheBench.keyTimes())));
  };
  await note(page).focus();
  await page.keyboard.press('Control+End');
  await measure(paint.ours, work.ours);
  await page.evaluate((markdown) => window.attacheBench.mountBare(markdown), longNote(longest, round));
  await measure(paint.bare, work.bare);
  await page.evaluate(() => window.attacheBench.unmountBare());
}

/** In milliseconds of the window's main thread. */
async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function measureSaving(page: Page, { durable }: Measured, round: number): Promise<void> {
  await note(page).focus();
  await page.waitForTimeout(1500);
  for (let key = 0; key < 3; key += 1) {
    await page.evaluate(() => window.attacheBench.fromKeyToSaved());
    await page.keyboard.press('x');
    durable.ours.push(await page.evaluate(() => window.attacheBench.result()));
    await page.waitForTimeout(700);
  }
  await page.evaluate((markdown) => window.attacheBench.mountSavingBare(markdown), longNote(longest, round));
  for (let key = 0; key < 3; key += 1) {
    await page.evaluate(() => window.attacheBench.fromKeyToBareSaved());
    await page.keyboard.press('x');
    durable.bare.push(await page.evaluate(() => window.attacheBench.result()));
    await page.waitForTimeout(300);
  }
  await page.evaluate(() => window.attacheBench.unmountBare());
}

/** From one meeting to the next by its key, each for the first time; a bare editor is mounted with a text as long. */
async function measureOpening(page: Page, { opening }: Measured): Promise<void> {
  for (let n = 1; n < meetings; n += 1) {
    await page.evaluate((words) => window.attacheBench.fromKeyTo(words), mark(n));
    await page.keyboard.press('Control+PageDown');
    opening.ours.push(await page.evaluate(() => window.attacheBench.result()));
    await page.waitForTimeout(300);
    await page.evaluate((markdown) => window.attacheBench.fromKeyToBare(markdown), longNote(4000, n));
    await page.keyboard.press('Pause');
    opening.bare.push(await page.evaluate(() => window.attacheBench.result()));
    await page.evaluate(() => window.attacheBench.unmountBare());
    await note(page).focus();
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
}
