import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

const title = 'Duty visit to Hangzhou and Shenzhen (sample)';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await begin(session, '陳大文', 'Explore the sample trip');
});
afterAll(() => session.close());

describe('the sample trip', () => {
  it('opens by itself, with its days, its cities and its state', async () => {
    const { page } = session;
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('main').getByText('In progress').first().waitFor();
    expect(await page.getByRole('main').getByText('訪問杭州及深圳（示例）').isVisible()).toBe(true);
  });

  it('is on Today, with what is overdue and the notes to finish', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+1');
    await page.getByRole('heading', { name: 'On the road' }).waitFor();
    await page.getByRole('main').getByText(title).waitFor();
    await page.getByText('Send Lantern AI the outline of admission schemes').first().waitFor();
    await page.getByRole('heading', { name: 'Notes to finish' }).waitFor();
  });

  it('has something in every part of its page', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+2');
    await keyboard.activate(page.getByRole('row', { name: /Duty visit to Hangzhou/ }));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const main = page.getByRole('main');
    const parts: readonly (readonly [string, Locator])[] = [
      ['Alt+2', main.getByRole('button', { name: /14:00–15:30, Meeting with Lantern AI \(sample\)/ })],
      ['Alt+3', main.getByRole('row', { name: /Peter Yan, Head of delegation/ })],
      ['Alt+4', main.getByRole('row', { name: /Studio visit to Myth Interactive/ })],
      ['Alt+5', main.getByRole('row', { name: /Written answers to Lantern AI/ })],
      ['Alt+1', main.getByRole('heading', { name: 'Budget and expenditure' })],
    ];
    for (const [key, found] of parts) {
      await keyboard.press(key);
      await found.waitFor();
    }
  });

  it('is found by a Chinese word of a note and by a name in either Chinese form', async () => {
    const { page, keyboard } = session;
    for (const [typed, hit] of [
      ['三語能力', /Meeting with Lantern AI/],
      ['錢塘燈語', /Qiantang Lantern/],
      ['钱塘灯语', /Qiantang Lantern/],
    ] as const) {
      await keyboard.press('Control+K');
      await keyboard.fill(page.getByRole('combobox', { name: 'Search everything' }), typed);
      await page.getByRole('dialog', { name: 'Search' }).getByText(hit).first().waitFor();
      await keyboard.press('Escape');
    }
  });

  it('prints as a report in English and Chinese, its invented parts labelled', async () => {
    const { page, keyboard, savesTo } = session;
    await keyboard.press('Control+2');
    await keyboard.activate(page.getByRole('row', { name: /Duty visit to Hangzhou/ }));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await keyboard.press('Alt+7');
    await page.getByRole('region', { name: 'Pages of the document' }).waitFor({ timeout: 60_000 });
    await keyboard.press('Control+P');
    await page.getByText('The document was saved').waitFor();
    const pdf = join(savesTo, readdirSync(savesTo)[0]!);
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    for (const words of ['RESTRICTED', 'Hangzhou', '深圳', 'Peter Yan', '大模型競爭', 'sample material']) {
      expect(text).toContain(words);
    }
  });

  it('does all that without an error in the window', () => {
    expect(session.problems).toEqual([]);
  });
});
