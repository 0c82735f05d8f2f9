import { readFileSync, writeFileSync } from 'node:fs';
import { app, protocol } from 'electron';
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
  const trip = reader.get('trip', job.tripId);
  if (trip === undefined) return { ok: false, code: 'not-found', progress };
  const choices = { ...usualChoices('report'), ...job.choices };
  const composed = composeDocument(reader, job.tripId, choices, job.today);
  if (!composed.ok) return { ok: false, code: composed.failure.code, progress };
  const { document } = composed.value;
  const printed = await printDocument(
    {
      fontsFolder: job.fontsFolder,
      fileOf: (id) => {
        const file = job.pictures[id];
        return Promise.resolve(file === undefined ? undefined : { bytes: readFileSync(file.path), mime: file.mime });
      },
    },
    document,
    {
      signal: abort.signal,
      onProgress: (stage, done) => {
        progress.push({ stage, done });
        if (stage === job.cancelAt) abort.abort();
      },
    },
  );
  if (!printed.ok) return { ok: false, code: printed.failure.code, progress };
  writeFileSync(job.pdfFile, printed.value.pdf);
  return { ok: true, pages: printed.value.pages, fileName: document.fileName, progress };
}

void app.whenReady().then(async () => {
  // Printing ends with its hidden window; the program must outlive it.
  app.on('window-all-closed', () => undefined);
  const outcome = await work().catch((cause: unknown): Outcome => ({ ok: false, code: String(cause), progress: [] }));
  writeFileSync(`${jobFile}.done`, JSON.stringify(outcome));
  app.quit();
});
