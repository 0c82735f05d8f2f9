import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { app, BrowserWindow, protocol } from 'electron';
import { openHiddenWindow } from '@main/export/print/hidden-window';
import type { Picture } from '@main/export/print/scheme';
import { openPictureScaler } from '@main/export/print/scaled-pictures';
import { printScheme } from '@main/export/print/scheme';
import { bodyOf } from '@main/export/write/page/page';
import { composeDocument } from '@main/services/documents/compose';
import { printDocument } from '@main/services/documents/print-document';
import type { CalendarDate } from '@shared/dates';
import { usualChoices } from '@shared/documents/choices';
import { aReader } from '../../builders/report-trip';
import { longTrip } from './long-trip';

export interface TrialJob {
  readonly pages: number;
  readonly photographs: number;
  readonly fontsFolder: string;
}

export interface TrialResult {
  readonly pages: number;
  readonly photographs: number;
  /** In milliseconds, from the records to the finished file. */
  readonly took: number;
  /** Of `took`, until the last photograph was put in. */
  readonly tookUntilPrinting: number;
  /** In milliseconds: Chromium loads the same HTML with the same photographs, scaled already, and prints it once. */
  readonly limit: number;
  readonly bytes: number;
  /** The longest time for which this process, to which the windows belong, could do nothing else, in milliseconds. */
  readonly longestStall: number;
  /** The most that each kind of process held at once, and all of them together, in megabytes. */
  readonly peaks: Readonly<Record<string, number>>;
}

const jobFile = process.argv.at(-1) ?? '';
protocol.registerSchemesAsPrivileged([printScheme]);

/** How much all processes hold; the most is kept. */
function watchMemory(): { stop: () => Record<string, number> } {
  const peaks: Record<string, number> = {};
  const look = (): void => {
    const now: Record<string, number> = { all: 0 };
    for (const { type, memory } of app.getAppMetrics()) {
      const held = memory.workingSetSize / 1024;
      now[type] = (now[type] ?? 0) + held;
      now['all'] = (now['all'] ?? 0) + held;
    }
    for (const [type, held] of Object.entries(now)) peaks[type] = Math.max(peaks[type] ?? 0, Math.round(held));
  };
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return peaks;
    },
  };
}

/** What a camera of 12 megapixels would take: colours that run into each other, with much small detail. */
async function takePhotographs(count: number): Promise<Buffer[]> {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<title>Camera</title>');
  const photographs: Buffer[] = [];
  for (let at = 0; at < count; at += 1) {
    const base64 = (await window.webContents.executeJavaScript(`(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
      const pen = canvas.getContext('2d');
      let seed = ${String(at + 1)};
      const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
      for (let n = 0; n < 60000; n += 1) {
        pen.fillStyle = 'hsl(' + next() * 360 + ' 60% ' + next() * 100 + '% / 0.6)';
        pen.fillRect(next() * 4000, next() * 3000, 5 + next() * 90, 5 + next() * 90);
      }
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
    })()`)) as string;
    photographs.push(Buffer.from(base64, 'base64'));
  }
  window.destroy();
  return photographs;
}

async function work(): Promise<TrialResult> {
  const { pages, photographs, fontsFolder } = JSON.parse(readFileSync(jobFile, 'utf8')) as TrialJob;
  const { tripId, records, photographIds } = longTrip(pages, photographs);
  const files = photographs === 0 ? [] : await takePhotographs(4);
  const fileOf = (id: string): Promise<Picture | undefined> => {
    const bytes = files[photographIds.indexOf(id) % files.length];
    return Promise.resolve(bytes === undefined ? undefined : { bytes, mime: 'image/jpeg' });
  };
  const { signal } = new AbortController();

  const memory = watchMemory();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  let tookUntilPrinting = 0;
  const composed = composeDocument(aReader(records), tripId, usualChoices('report'), '2026-03-16' as CalendarDate);
  if (!composed.ok) throw new Error(composed.failure.code);
  const { document } = composed.value;
  const printed = await printDocument(
    { fontsFolder, binderFile: join(__dirname, 'binder-thread.js'), fileOf },
    document,
    {
      photographs: 'print',
      signal,
      onProgress: (stage) => {
        if (stage === 'printing' && tookUntilPrinting === 0) tookUntilPrinting = performance.now() - began;
      },
    },
  );
  const took = performance.now() - began;
  delay.disable();
  const peaks = memory.stop();
  if (!printed.ok) throw new Error(printed.failure.code);

  const scaler = openPictureScaler({ fontsFolder, pictureOf: fileOf, photographs: 'print', signal });
  const scaled = new Map<string, Picture>();
  for (const id of photographIds) {
    const picture = await scaler.pictureOf(id);
    if (picture !== null) scaled.set(id, picture);
  }
  scaler.close();
  // The scheme hands out `originals/` as they are.
  const html = bodyOf(document).replaceAll('src="pictures/', 'src="originals/');
  const window = openHiddenWindow(signal);
  const begun = performance.now();
  await window.load({ html, fontsFolder, pictureOf: (id) => Promise.resolve(scaled.get(id)) });
  await window.print('whole');
  const limit = performance.now() - begun;
  window.destroy();
  return {
    pages: printed.value.pages,
    photographs,
    took,
    tookUntilPrinting,
    limit,
    bytes: printed.value.pdf.byteLength,
    longestStall: delay.max / 1e6,
    peaks,
  };
}

void app.whenReady().then(async () => {
  app.on('window-all-closed', () => undefined);
  const result = await work().catch((cause: unknown) => ({ broken: String(cause) }));
  writeFileSync(`${jobFile}.done`, JSON.stringify(result));
  app.quit();
});
