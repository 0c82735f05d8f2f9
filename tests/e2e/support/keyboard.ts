import type { Locator, Page } from 'playwright-core';

const mostSteps = 150;

/** What a person can do with the keyboard and nothing else; places are found by what a screen reader would say. */
export interface Keyboard {
  readonly page: Page;
  /** Presses Tab until the focus is there, as a person would; fails when it cannot be reached. */
  tabTo(target: Locator): Promise<void>;
  /** Goes into a list or table that is one stop of Tab, and on within it by pressing `key`. */
  walkTo(whole: Locator, target: Locator, key: string): Promise<void>;
  /** Waits until the app itself has put the focus there. */
  isOn(target: Locator): Promise<void>;
  /** Goes to a button or link and presses Enter on it. */
  activate(target: Locator): Promise<void>;
  /** Opens the menu of a button and walks to one of its entries with the arrow keys. */
  pick(menuButton: Locator, entry: string): Promise<void>;
  /** Goes to a text box, and types over what it holds. */
  fill(box: Locator, text: string): Promise<void>;
  /** Goes to a box that offers choices, types part of one and takes the first that is offered. */
  choose(box: Locator, text: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
}

export function keyboardOf(page: Page): Keyboard {
  const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

  const pressUntil = async (key: string, target: Locator): Promise<void> => {
    await target.waitFor();
    for (let step = 0; step < mostSteps; step += 1) {
      if (await hasFocus(target)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`The keyboard does not reach ${String(target)}`);
  };

  const keyboard: Keyboard = {
    page,
    async tabTo(target) {
      await pressUntil('Tab', target);
    },
    async walkTo(whole, target, key) {
      await pressUntil('Tab', whole);
      await pressUntil(key, target);
    },
    async isOn(target) {
      await target.and(page.locator(':focus')).waitFor();
    },
    async activate(target) {
      await keyboard.tabTo(target);
      await page.keyboard.press('Enter');
    },
    async pick(menuButton, entry) {
      await keyboard.activate(menuButton);
      await pressUntil('ArrowDown', page.getByRole('menuitem', { name: entry }));
      await page.keyboard.press('Enter');
    },
    async fill(box, text) {
      await keyboard.tabTo(box);
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    },
    async choose(box, text) {
      await keyboard.fill(box, text);
      const option = page.getByRole('option').first();
      await option.waitFor();
      await page.keyboard.press('Enter');
      await option.waitFor({ state: 'hidden' });
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async type(text) {
      await page.keyboard.type(text);
    },
  };
  return keyboard;
}
