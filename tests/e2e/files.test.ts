import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { aHeic } from '../builders/pictures';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

/** The smallest PNG: one pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let session: Session;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attache-files-'));
  mkdirSync(join(folder, 'cards'));
  writeFileSync(join(folder, 'hall.png'), onePixel);
  writeFileSync(join(folder, 'IMG_0001.HEIC'), aHeic());
  writeFileSync(join(folder, 'setup.exe'), Buffer.from('MZ a program'));
  writeFileSync(join(folder, 'cards', 'front.txt'), 'A name card');
  session = await startSession();
  await begin(session, 'Ada Lovelace (sample)', 'Explore the sample trip');
});
afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

function rows(): Locator {
  return session.page.getByRole('list', { name: 'Files, in order' }).getByRole('listitem');
}

/** Drops files and folders that lie on the disk into the middle of the window, as the system does. */
async function drop(...names: readonly string[]): Promise<void> {
  const wire = await session.page.context().newCDPSession(session.page);
  const data = { items: [], files: names.map((name) => join(folder, name)), dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await wire.send('Input.dispatchDragEvent', { type, x: 600, y: 500, data });
  }
}

describe('files in the window', () => {
  it('are dropped with their folders, and what cannot be shown is kept and says so', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+2');
    await page.getByRole('row', { name: /Duty visit to Hangzhou/ }).click();
    await page.getByRole('tab', { name: /Files/ }).click();
    await page.getByText(/or drop them/).waitFor();
    await drop('hall.png', 'IMG_0001.HEIC', 'setup.exe', 'cards');
    await page.getByText('4 files were added').waitFor();
    expect(await rows().count()).toBe(4);
    await rows()
      .filter({ hasText: 'IMG_0001.HEIC' })
      .getByText(/cannot be shown/)
      .waitFor();
    await rows().filter({ hasText: 'front.txt' }).waitFor();
  });

  it('are pasted', async () => {
    const { page } = session;
    await page.evaluate(
      (bytes) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [...onePixel, 0],
    );
    await page.getByText('1 file was added').waitFor();
    expect(await rows().count()).toBe(5);
  });

  it('are opened in another program after asking, programs never', async () => {
    const { app, page } = session;
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openPath = (path) => {
        opened.push(path);
        return Promise.resolve('');
      };
    });
    const opened = (): Promise<string[]> => app.evaluate(() => (globalThis as { opened?: string[] }).opened ?? []);
    const open = async (name: string): Promise<void> => {
      await rows()
        .filter({ hasText: name })
        .getByRole('button', { name: /^More actions/ })
        .click();
      await page
        .getByRole('menu', { name: `More actions for ${name}` })
        .getByRole('menuitem', { name: /^Open/ })
        .click();
    };
    await open('front.txt');
    while ((await opened()).length === 0) await page.waitForTimeout(50);
    expect(await opened()).toEqual([expect.stringMatching(/front\.txt$/)]);
    await open('setup.exe');
    await page.getByRole('alert').waitFor();
    expect(await opened()).toHaveLength(1);
  });

  it('do all that without an error in the window', () => {
    expect(session.problems).toEqual([]);
  });
});
