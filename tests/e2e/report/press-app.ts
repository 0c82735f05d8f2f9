import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import { printScheme } from '@main/export/print/scheme';
import { composeDocument } from '@main/services/documents/compose';
import { printDocument } from '@main/services/documents/print-document';
import { usualChoices } from '@shared/documents/choices';
import { aReader } from '../../builders/report-trip';
import type { Outcome, PressJob } from './press';

/** A program that does nothing but print one report: the job's file is its last argument. */
const jobFile = process.argv.at(-1) ?? '';
protocol.registerSchemesAsPrivileged([printScheme]);

async function work(): Promise<Outcome> {
  const job = JSON.parse(readFileSync(jobFile, 'utf8')) as PressJob;
  const abort = new AbortController();
  const progress: Outcome['progress'] = [];
  const reader = aReader(job.records);
  const choices = { ...usualChoices('report'), ...job.choices };
  const onProgress = (stage: string, done: number): void => {
    progress.push({ stage, done });
    if (stage === job.cancelAt) abort.abort();
  };
  onProgress('gathering', 0);
  const composed = composeDocument(reader, job.tripId, choices, job.today);
  if (!composed.ok) return { ok: false, code: composed.failure.code, progress };
  const { document } = composed.value;
  const printed = await printDocument(
    {
      fontsFolder: job.fontsFolder,
      binderFile: join(__dirname, 'binder-thread.js'),
      fileOf: (id) => {
        const file = job.pictures[id];
        return Promise.resolve(file === undefined ? undefined : { bytes: readFileSync(file.path), mime: file.mime });
      },
    },
    document,
    {
      photographs: choices.photographs,
      signal: abort.signal,
      onProgress,
      ...(job.limitMs === null ? {} : { limitOf: () => job.limitMs ?? 0 }),
    },
  );
  if (!printed.ok) return { ok: false, code: printed.failure.code, progress };
  writeFileSync(job.pdfFile, printed.value.pdf);
  const { pages } = printed.value;
  return { ok: true, pages, fileName: document.fileName, words: runsIn(document.sections), progress };
}

/** The texts of all runs, however deep they lie. */
function runsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(runsIn);
  if (typeof part !== 'object' || part === null) return [];
  if ('text' in part && 'looks' in part) return [String(part.text)];
  return Object.values(part).flatMap(runsIn);
}

void app.whenReady().then(async () => {
  // Printing ends with its hidden window; the program must outlive it.
  app.on('window-all-closed', () => undefined);
  const outcome = await work().catch((cause: unknown): Outcome => ({ ok: false, code: String(cause), progress: [] }));
  const windowsLeft = BrowserWindow.getAllWindows().length;
  writeFileSync(`${jobFile}.done`, JSON.stringify({ ...outcome, windowsLeft }));
  app.quit();
});
