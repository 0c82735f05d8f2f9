import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { InputMethod, openNote, storedNote } from './support/note';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
beforeEach(async () => {
  session = await startSession();
  await begin(session, 'Chan Tai-man', 'Explore the sample trip');
});
afterEach(async () => {
  await session.close();
  session.removeUserData();
});

async function freshLine(): Promise<Locator> {
  const note = await openNote(session);
  // Out of the list that the sample ends with.
  await session.keyboard.press('Enter', 'Enter');
  return note;
}

async function untilStored(words: string): Promise<string> {
  await session.page.getByText(/^Saved \d/).waitFor();
  for (let tries = 0; tries < 50; tries += 1) {
    const stored = await storedNote(session, words);
    if (stored !== undefined) return stored;
    await session.page.waitForTimeout(100);
  }
  throw new Error(`The disk does not have ${words}`);
}

describe('a note', () => {
  it('is written with the keyboard alone: markers, a list, a table, a time', async () => {
    const { keyboard, page } = session;
    await freshLine();
    await keyboard.type('ask: a tax circular');
    await keyboard.press('Enter');
    await keyboard.press('Control+Shift+Digit2');
    await keyboard.type('floor plans');
    await keyboard.press('Enter');
    await keyboard.type('1. first');
    await keyboard.press('Enter', 'Tab');
    await keyboard.type('under it');
    await keyboard.press('Enter', 'Enter', 'Enter');
    await keyboard.press('Control+Shift+t');
    await keyboard.type('qed');
    const stored = await untilStored('qed');
    expect(stored).toMatch(
      /\[ask\] a tax circular\n\n\[ours\] floor plans\n\n1\. first\n {3}1\. under it\n\n\d\d:\d\d qed$/,
    );
    await keyboard.press('Control+z', 'Control+z', 'Control+z');
    await page.getByText('floor plans').waitFor();
    expect(session.problems).toEqual([]);
  });

  it('makes a follow-up of a line, and ticks both when one is ticked', async () => {
    const { keyboard, page } = session;
    await freshLine();
    await keyboard.type('todo: @Chan send the lease terms');
    const box = page.getByRole('textbox', { name: 'Your notes' }).getByRole('checkbox').last();
    await page.waitForFunction(
      (element) => element instanceof HTMLInputElement && !element.disabled,
      await box.elementHandle(),
    );
    await box.click();
    await page.waitForFunction(
      (element) => element instanceof HTMLInputElement && element.checked,
      await box.elementHandle(),
    );
    expect(await untilStored('send the lease terms ^')).toMatch(
      /\[follow-up\] @Chan send the lease terms \^[0-9a-f]{8}$/,
    );
    expect(session.problems).toEqual([]);
  });

  it('takes a table from Word and a list from the web as what they are', async () => {
    const { page } = session;
    const note = await freshLine();
    await note.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        'text/html',
        '<style>p{color:red}</style><script>document.title="no"</script><ul class="x"><li>one</li></ul><table class=MsoTableGrid><tr><td><p>a</p></td></tr></table><img src=x>',
      );
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText('A picture was left out').waitFor();
    expect(await untilStored('| a |')).toMatch(/- one\n\n\| a \|\n\| --- \|/);
    expect(await page.title()).not.toBe('no');
  });
});

describe('an input method', () => {
  it('composes in a note without being disturbed, and nothing is saved before it is done', async () => {
    const { page, keyboard } = session;
    const note = await freshLine();
    const method = await InputMethod.of(session);
    await keyboard.type('said ');
    await untilStored('said');
    await method.compose('rencai');
    await page.waitForTimeout(500);
    expect(await storedNote(session, 'rencai')).toBeUndefined();
    await method.key('Enter');
    await method.commit('人才');
    await method.compose('jan4coi4');
    await method.key('Escape');
    await method.cancel();
    await method.compose('zeoi3');
    await method.commit('最');
    await keyboard.type('!');
    expect(await untilStored('人才最')).toMatch(/said 人才最!$/);
    expect(await note.innerText()).not.toMatch(/rencai|jan4|zeoi/);
  });

  it('writes a marker in Chinese at the start of a line', async () => {
    const { keyboard } = session;
    await freshLine();
    const method = await InputMethod.of(session);
    await method.compose('qiuzhu');
    await method.commit('求助');
    await method.commit('：');
    await keyboard.type('x');
    expect(await untilStored('[ask] x')).toMatch(/\[ask\] x$/);
  });

  it('leads to a page in another program, and to nothing that is no page', async () => {
    const { app, keyboard, page } = session;
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (address) => Promise.resolve(void opened.push(address));
    });
    await freshLine();
    await keyboard.press('Control+Shift+k');
    const address = page.getByRole('textbox', { name: 'Address of the page' });
    for (const refused of ['javascript:alert(1)', 'file:///etc/passwd', 'smb://host/share']) {
      await address.fill(refused);
      await keyboard.press('Enter');
      await page.getByText('An address begins with https://').waitFor();
    }
    await address.fill('example.com/lease');
    await keyboard.press('Enter');
    expect(await untilStored('https://example.com/lease')).toContain('[example.com/lease](https://example.com/lease)');
    await keyboard.press('ArrowLeft', 'Control+Shift+k');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    const opened = (): Promise<string[] | undefined> =>
      app.evaluate(() => (globalThis as { opened?: string[] }).opened);
    while ((await opened())?.length === 0) await page.waitForTimeout(50);
    expect(await opened()).toEqual(['https://example.com/lease']);
    await keyboard.press('Escape');
  });

  it('keeps its Enter and Escape from a form and from the search box', async () => {
    const { page, keyboard } = session;
    const method = await InputMethod.of(session);
    await keyboard.press('Control+Shift+O');
    const dialog = page.getByRole('dialog');
    const name = dialog.getByRole('textbox').first();
    await name.focus();
    await method.compose('shenzhen');
    await method.key('Enter');
    await method.key('Escape');
    await method.commit('深圳');
    expect(await name.inputValue()).toBe('深圳');
    expect(await dialog.isVisible()).toBe(true);
    await keyboard.press('Control+A', 'Backspace', 'Escape');
    await dialog.waitFor({ state: 'detached' });

    await keyboard.press('Control+6');
    const search = page.getByRole('combobox', { name: 'Search everything' });
    await search.focus();
    await method.compose('hangzhou');
    await method.key('Enter');
    await method.key('Escape');
    await method.commit('杭州');
    expect(await search.inputValue()).toBe('杭州');
  });
});
