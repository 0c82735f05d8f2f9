import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await begin(session, '陳大文', 'Explore the sample trip');
});
afterAll(() => session.close());

const purpose = 'to encourage strategic enterprises to set up or expand in Hong Kong.';

/** Drags over a line of the page, on past its end into the blank margin. */
async function chooseLine(line: Locator): Promise<void> {
  const { page } = session;
  const place = await line.boundingBox();
  if (place === null) throw new Error('The line is not seen.');
  const middle = place.y + place.height / 2;
  await page.mouse.move(place.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width / 2, middle, { steps: 4 });
  await page.mouse.move(place.x + place.width + 30, middle, { steps: 6 });
  await page.mouse.up();
}

describe('the words of a document that is shown', () => {
  it('are chosen by the pointer and copied by Ctrl+C, at any zoom', async () => {
    const { page, app, keyboard } = session;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await keyboard.press('Alt+6');
    await page.getByRole('tab', { name: 'Documents' }).click();
    const pages = page.getByRole('region', { name: 'Pages of the document' });
    await pages.getByRole('img', { name: /Page 1 of/ }).waitFor({ timeout: 60_000 });
    await pages.focus();
    await keyboard.press('PageDown');
    await keyboard.press('PageDown');
    for (const zoom of ['1', '0']) {
      await pages.focus();
      await keyboard.press(zoom);
      const line = pages.getByText(purpose);
      await line.scrollIntoViewIfNeeded();
      await chooseLine(line);
      await keyboard.press('Control+c');
      expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(purpose);
      await app.evaluate(({ clipboard }) => clipboard.clear());
    }
    expect(session.problems).toEqual([]);
  });

  it('are there for the pages in view alone', async () => {
    const { page } = session;
    const pages = page.getByRole('region', { name: 'Pages of the document' });
    expect(await pages.getByRole('img').count()).toBeLessThan(5);
  });
});
