import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await begin(session, 'Chan Tai-man (sample)', 'Explore the sample trip');
});
afterAll(async () => {
  await session.close();
});

const dialog = (): Locator => session.page.getByRole('dialog', { name: 'Search' });
const box = (): Locator => dialog().getByRole('combobox', { name: 'Search everything' });

async function look(words: string): Promise<void> {
  await session.keyboard.press('Control+K');
  await box().fill(words);
}

describe('the search box', () => {
  it.each(['何啟峰', '何启峰', 'Ho Kai-fung', 'he qifeng', 'hqf', 'kevin ho'])(
    'finds one person by %s',
    async (name) => {
      await look(name);
      await dialog()
        .getByRole('group', { name: 'People' })
        .getByRole('option', { name: /Kelvin Ho/ })
        .waitFor();
      await session.keyboard.press('Escape');
      await dialog().waitFor({ state: 'hidden' });
    },
  );

  it('opens a note where the words stand, in the characters in which they were written', async () => {
    const { page, keyboard } = session;
    await look('三语能力');
    await dialog().getByRole('group', { name: 'Notes' }).getByRole('option').first().click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByRole('search', { name: /Find/ }).getByText('1 of 1').waitFor();
    await page.getByRole('main').locator('mark').getByText('三語能力').waitFor();
    await keyboard.press('Escape');
  });

  it('runs what can be done, and goes to a part of the settings', async () => {
    const { page, keyboard } = session;
    await look('backups');
    await dialog().getByRole('option', { name: 'Settings: Backups' }).click();
    await page.getByRole('heading', { name: 'Backups' }).waitFor();
    const marked = await page.evaluate(() => CSS.highlights.has('found-words'));
    expect(marked).toBe(true);
    await keyboard.press('Escape');
    expect(await page.evaluate(() => CSS.highlights.has('found-words'))).toBe(false);
  });

  it('leaves a form with its words kept', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+Shift+F');
    const form = page.getByRole('dialog', { name: 'New follow-up' });
    await form.getByLabel('What is to be done').first().fill('half a thought');
    await look('qiantang');
    await dialog()
      .getByRole('option', { name: /Qiantang Lantern/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /Qiantang Lantern/ }).waitFor();
    expect(await form.isVisible()).toBe(false);
    const kept = page.getByRole('region', { name: 'Your unsaved input was kept' });
    await kept.getByRole('button', { name: 'Show what you typed' }).click();
    await kept.getByText('half a thought').waitFor();
    await kept.getByRole('button', { name: /^Throw away/ }).click();
  });

  it('narrows a list and a box for a person by names in any script', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+4');
    await page.getByRole('searchbox', { name: 'Filter' }).fill('ng ka ho');
    await page.getByRole('row', { name: /Jiahao Wu/ }).waitFor();
  });

  it('does all that without an error in the window', () => {
    expect(session.problems).toEqual([]);
  });
});
