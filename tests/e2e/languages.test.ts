import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(async () => {
  await session.close();
});

async function choose(language: string): Promise<void> {
  const { page } = session;
  await page.getByRole('combobox', { name: /^(Language|語言|语言)$/ }).click();
  await page.getByRole('option', { name: language }).click();
}

const menu = (): Promise<string[]> =>
  session.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

describe('the language of the window', () => {
  it('is chosen at the first start, and keeps what is typed', async () => {
    const { page } = session;
    await page.getByLabel('Your name').fill('陳大文（示例）');
    await choose('繁體中文（香港）');
    await page.getByRole('heading', { name: '歡迎使用 Attaché' }).waitFor();
    expect(await page.getByLabel('你的姓名').inputValue()).toBe('陳大文（示例）');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant-HK');
    await page.getByRole('button', { name: /瀏覽示例行程/ }).click();
    await page.getByRole('heading', { level: 1, name: '訪問杭州及深圳（示例）' }).waitFor();
    await page.getByText('2026年', { exact: false }).first().waitFor();
    expect(await menu()).toContain('檔案');
  });

  it('is another at once, on the screen and in the menu, and is remembered', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+Comma');
    await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
    await choose('简体中文');
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    expect(await menu()).toContain('编辑');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    await choose('English');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(session.problems).toEqual([]);
  });
});
