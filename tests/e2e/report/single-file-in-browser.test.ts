import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { writeSingleFile } from '@main/export/write/single-file';
import { composeDocument } from '@main/services/documents/compose';
import { usualChoices } from '@shared/documents/choices';
import { day } from '../../builders/records';
import { aReader, aVisit } from '../../builders/report-trip';

const folder = mkdtempSync(join(tmpdir(), 'attache-browser-'));
let browser: ElectronApplication;
let page: Page;

/** A window of Chromium and nothing else, as somebody opens a file in a browser. */
beforeAll(async () => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'browser', version: '0.0.0', main: 'index.js' }));
  writeFileSync(
    join(folder, 'index.js'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,ready'));`,
  );
  const { executable, sandbox } = JSON.parse(readFileSync('.cache/electron/current.json', 'utf8')) as {
    executable: string;
    sandbox: boolean;
  };
  browser = await _electron.launch({
    executablePath: executable,
    args: [folder, `--user-data-dir=${join(folder, 'profile')}`, ...(sandbox ? [] : ['--no-sandbox'])],
    chromiumSandbox: sandbox,
    timeout: 60_000,
  });
  page = await browser.firstWindow({ timeout: 60_000 });
}, 120_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(form: 'en' | 'zhHant' | 'zhHans'): Promise<string> {
  const { trip, records } = aVisit();
  const hongKong = { ...trip, conclusions: '㗎嘅咗𨋢𠝹都要睇到' };
  const choices = { ...usualChoices('report'), form };
  const reader = aReader([hongKong, ...records.filter(({ id }) => id !== trip.id)]);
  const composed = composeDocument(reader, trip.id, choices, day('2026-03-16'));
  if (!composed.ok) throw new Error(composed.failure.code);
  const pieces: Uint8Array[] = [];
  const written = writeSingleFile(composed.value.document, () => Promise.resolve(null), {
    fontsFolder: 'node_modules/@fontsource',
  });
  for await (const piece of written) pieces.push(piece);
  const file = join(folder, `${form}.html`);
  writeFileSync(file, Buffer.concat(pieces));
  const opened = page.waitForEvent('load');
  await browser.evaluate(({ BrowserWindow }, path) => BrowserWindow.getAllWindows()[0]?.loadFile(path), file);
  await opened;
  return file;
}

describe('a document in one file, opened in a browser', () => {
  it.each(['en', 'zhHant', 'zhHans'] as const)(
    'asks for nothing, runs nothing, has the fonts of its Chinese, and is never wider than the window: %s',
    async (form) => {
      const refused: string[] = [];
      page.on('console', (message) => refused.push(message.text()));
      await page.setViewportSize({ width: 480, height: 800 });
      await open(form);
      const seen = await page.evaluate(async () => {
        await document.fonts.ready;
        return {
          loaded: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
          failed: [...document.fonts].filter(({ status }) => status === 'error').length,
          wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          requests: performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('data:')).length,
        };
      });
      expect(seen.loaded.some((family) => family.includes('Noto Sans'))).toBe(true);
      expect({ ...seen, loaded: [] }).toEqual({ loaded: [], failed: 0, wider: 0, requests: 0 });
      expect(refused).toEqual([]);
    },
  );

  it('is dark where the reader likes it so, and prints on white all the same, its Hong Kong characters too', async () => {
    await open('zhHant');
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).not.toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: null, media: null });
    const printed = await browser.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true });
      return pdf?.toString('base64') ?? '';
    });
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, Buffer.from(printed, 'base64'));
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
    expect(text).toContain('㗎嘅咗𨋢𠝹都要睇到');
  });
});
