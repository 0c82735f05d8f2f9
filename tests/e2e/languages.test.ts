import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSession } from './support/session';
import type { Session } from './support/session';

type Words = { readonly [key: string]: string | Words };

/** Every word of the screens in English, but for those that are written so in each language. */
const englishWords = new Set(
  readdirSync('renderer/locales/en')
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => textsIn(JSON.parse(readFileSync(join('renderer/locales/en', file), 'utf8')) as Words))
    .filter(
      (text) => /[A-Za-z]{3}/.test(text) && !/\p{Script=Han}|\{\{/u.test(text) && !/^(?:English|Attaché)$/.test(text),
    ),
);

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(async () => {
  await session.close();
});

function textsIn(words: Words): string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : textsIn(value)));
}

/** What is read on the screen, or aloud. */
function shown(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.nodeValue ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    }
    return texts.map((text) => text.trim());
  });
}

async function expectNoEnglish(screen: string): Promise<void> {
  const left = (await shown(session.page)).filter((text) => englishWords.has(text));
  expect({ screen, left: [...new Set(left)] }).toEqual({ screen, left: [] });
}

async function choose(language: string): Promise<void> {
  const { page } = session;
  await page.getByRole('combobox', { name: /^(Language|語言|语言)$/ }).click();
  await page.getByRole('option', { name: language }).click();
}

/** Opens one screen after the other by its keys. */
async function walk(): Promise<void> {
  const { page, keyboard } = session;
  for (const keys of ['Control+1', 'Control+2', 'Control+3', 'Control+4', 'Control+5', 'Control+6', 'Control+Comma']) {
    await keyboard.press(keys);
    await page.waitForTimeout(500);
    await expectNoEnglish(keys);
  }
  for (const keys of ['Control+Shift+n', 'Control+Shift+f', 'Control+Shift+p', 'Control+Shift+o', 'F9', 'Control+K']) {
    await keyboard.press(keys);
    await page.getByRole('dialog').waitFor();
    await expectNoEnglish(keys);
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await keyboard.press('Control+2');
  await page.getByRole('row').nth(1).click();
  for (let tab = 1; tab <= 7; tab += 1) {
    await keyboard.press(`Alt+${tab}`);
    await page.waitForTimeout(700);
    await expectNoEnglish(`tab ${tab}`);
  }
  await keyboard.press('Control+Slash');
  await page.getByRole('dialog').waitFor();
  await expectNoEnglish('keys');
  await keyboard.press('Escape');
  await keyboard.press('F8');
  await page.waitForTimeout(700);
  await expectNoEnglish('meeting mode');
  await keyboard.press('Escape', 'Escape');
  for (const [keys, row] of [
    ['Control+3', 1],
    ['Control+4', 2],
  ] as const) {
    await keyboard.press(keys);
    await page.getByRole('row').nth(row).click();
    await page.waitForTimeout(700);
    await expectNoEnglish(`record after ${keys}`);
  }
}

const menu = (): Promise<string[]> =>
  session.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

describe('the language of the window', () => {
  it('is chosen at the first start, and keeps what is typed', async () => {
    const { page } = session;
    await page.getByLabel('Your name').fill('陳大文（示例）');
    await choose('繁體中文（香港）');
    await page.getByRole('heading', { name: '歡迎使用 Attaché' }).waitFor();
    await expectNoEnglish('first start');
    expect(await page.getByLabel('你的姓名').inputValue()).toBe('陳大文（示例）');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant-HK');
    await page.getByRole('button', { name: /瀏覽示例行程/ }).click();
    await page.getByRole('heading', { level: 1, name: '訪問杭州及深圳（示例）' }).waitFor();
    expect(await menu()).toContain('檔案');
  });

  it('is that of every screen', async () => {
    await walk();
  }, 120_000);

  it('is another at once, on the screen and in the menu, and is remembered', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+Comma');
    await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
    await choose('简体中文');
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    expect(await menu()).toContain('编辑');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    await walk();
    await keyboard.press('Control+Comma');
    await choose('English');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(session.problems).toEqual([]);
  }, 120_000);
});
