import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { lock, passphrase, protect, unlock } from './support/protect';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
afterEach(async () => {
  await session.close();
  session.removeUserData();
});

async function protectedSample(): Promise<string> {
  session = await startSession();
  await begin(session, 'Chan Tai-man', 'Explore the sample trip');
  return protect(session);
}

/** The note of a draft of the sample trip, with the caret in it. */
async function openNote(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+2');
  await page.getByRole('row', { name: /Duty visit to Hangzhou/ }).click();
  await page.getByRole('tab', { name: /Meetings/ }).click();
  await page.getByRole('row', { name: /Visit to the Hanggang Technology Building/ }).click();
  const note = page.getByRole('textbox', { name: 'Your notes' });
  await note.and(page.locator(':focus')).waitFor();
  return note;
}

/** Asks main over the wire, past everything that the screens would ask. */
function ask(page: Page, channel: string): Promise<unknown> {
  return page.evaluate((name) => window.attache.call(name, {}), channel);
}

const processes = (): Promise<number[]> =>
  session.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((each) => each.getOSProcessId()));

describe('locking', () => {
  it('keeps every letter of a note that is half typed, and brings back to it', async () => {
    await protectedSample();
    await openNote(session.page);
    await session.page.keyboard.type('They gather for the tal');
    const locked = await lock(session);
    await unlock(locked);
    const note = locked.getByRole('textbox', { name: 'Your notes' });
    await note.waitFor();
    expect(await note.innerText()).toContain('They gather for the tal');
    expect(session.problems).toEqual([]);
  });

  it('leaves nothing in the window, and main answers nothing', async () => {
    await protectedSample();
    await openNote(session.page);
    const before = await processes();
    expect(await ask(session.page, 'trips:list')).toMatchObject({ ok: true, value: [{ type: 'trip' }] });
    const locked = await lock(session);

    // The process that drew the records has ended, so that nothing in it can be found.
    for (const pid of before) expect(existsSync(`/proc/${String(pid)}`)).toBe(false);
    expect(await processes()).toHaveLength(1);
    for (const channel of ['trips:list', 'people:list', 'settings:get', 'drafts:list', 'backups:list', 'search:all']) {
      expect(await ask(locked, channel)).toMatchObject({ ok: false, failure: { code: 'locked' } });
    }
    const text = await locked.locator('html').innerHTML();
    for (const word of ['Hangzhou', 'Hanggang', '杭州', 'Chan']) expect(text).not.toContain(word);
    expect(await locked.evaluate(() => history.length)).toBe(1);
    expect(await locked.title()).toBe('Attaché');
  });

  it('tells of a wrong passphrase and how long to wait, and opens by the right one', async () => {
    await protectedSample();
    const locked = await lock(session);
    const box = locked.getByLabel('Passphrase', { exact: true });
    await box.and(locked.locator(':focus')).waitFor();
    await box.fill('ten lanterns at dusk');
    await locked.keyboard.press('Enter');
    await locked.getByText('That is not the passphrase.').waitFor();
    await locked.getByText(/1 wrong try/).waitFor();
    // The field can be used while the next try has to wait.
    await box.fill(passphrase);
    await locked.getByRole('button', { name: 'Unlock', disabled: false }).click();
    await locked.getByRole('navigation', { name: 'Main' }).waitFor();
  });

  it('opens by the recovery key and asks for a new passphrase', async () => {
    const recoveryKey = await protectedSample();
    const locked = await lock(session);
    await locked.getByRole('button', { name: 'Use the recovery key' }).click();
    await locked.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
    await locked.keyboard.press('Enter');
    await locked.getByRole('heading', { name: 'Choose a new passphrase' }).waitFor();
    await locked.getByLabel('New passphrase').fill('ten lanterns at dusk');
    await locked.getByLabel('The same once more').fill('ten lanterns at dusk');
    await locked.keyboard.press('Enter');
    await locked.getByRole('navigation', { name: 'Main' }).waitFor();
    session = await startAgain();
    await session.page.getByLabel('Passphrase', { exact: true }).fill('ten lanterns at dusk');
    await session.page.keyboard.press('Enter');
    await session.page.getByRole('navigation', { name: 'Main' }).waitFor();
  });

  it('keeps the unsaved input of a form, and gives it back when the form is opened again', async () => {
    await protectedSample();
    await session.keyboard.press('Control+Shift+N');
    const form = (page: Page): Locator => page.getByRole('dialog', { name: 'New trip' });
    await form(session.page).getByLabel('Purpose').fill('To see who builds the arms of their machines.');
    // A field that takes what was typed when it is left is locked in mid-word.
    await form(session.page).getByLabel('First day').fill('3/3/2027');
    const locked = await lock(session);
    await unlock(locked);
    await locked.getByText('Your unsaved input was kept').waitFor();
    await locked.keyboard.press('Control+Shift+N');
    expect(await form(locked).getByLabel('Purpose').inputValue()).toBe('To see who builds the arms of their machines.');
    expect(await form(locked).getByLabel('First day').inputValue()).toContain('2027');
    await form(locked).getByRole('textbox', { name: 'Title, English' }).fill('Arms of machines (sample)');
    await locked.keyboard.press('Control+Enter');
    await locked.getByRole('heading', { level: 1, name: 'Arms of machines (sample)' }).waitFor();
    await locked.getByText('Your unsaved input was kept').waitFor({ state: 'hidden' });
    expect(await ask(locked, 'drafts:list')).toEqual({ ok: true, value: [] });
  });

  it('comes when the screen of the computer is locked, and when it goes to sleep', async () => {
    await protectedSample();
    const locked = await lock(session, () =>
      session.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
    );
    await unlock(locked);
    await lock(session, () => session.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')));
  });

  it('is told to be impossible before there is a passphrase', async () => {
    session = await startSession();
    await begin(session, 'Chan Tai-man', 'Start empty');
    await session.keyboard.press('Control+L');
    await session.page.getByText('There is no passphrase yet').waitFor();
  });

  it('waits for words that cannot be written, and says so', async () => {
    await protectedSample();
    const { app, page } = session;
    await openNote(page);
    // Main answers no write of a note any more, as on a full disk.
    await app.evaluate(({ ipcMain }) => {
      const wires = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>;
      const answer = wires.get('attache:call');
      if (answer === undefined) throw new Error('The wire has no handler');
      const isFull = { now: true };
      Reflect.set(globalThis, 'fullDisk', isFull);
      wires.set('attache:call', (...args) =>
        isFull.now && args[1] === 'notes:write' ? { ok: false, failure: { code: 'disk-full' } } : answer(...args),
      );
    });
    await page.keyboard.type('Not on the disk yet');
    await page.keyboard.press('Control+L');
    await page.getByText('Attaché cannot lock yet').waitFor();
    await page.keyboard.type(', and typed on');
    const opened = app.waitForEvent('window');
    await app.evaluate(() => {
      (Reflect.get(globalThis, 'fullDisk') as { now: boolean }).now = false;
    });
    // By itself, as soon as there is room again.
    const locked = await opened;
    locked.setDefaultTimeout(10_000);
    await unlock(locked);
    const note = locked.getByRole('textbox', { name: 'Your notes' });
    await note.waitFor();
    expect(await note.innerText()).toContain('Not on the disk yet, and typed on');
  });
});

/** Starts the app again on the data of the one that runs. */
async function startAgain(): Promise<Session> {
  await session.app.close();
  return startSession({ userDataDir: session.userDataDir });
}
