import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

const passphrase = 'seven ferries before noon';
const planted = 'Planted at home';
const trip = 'Duty visit to Hangzhou and Shenzhen (sample)';
/** Reading everything back, and a slow derivation of keys, on a machine that does other things too. */
const patience = { timeout: 60_000 };

let stick: string;
let homeFolder: string;
let awayFolder: string;
let home: Session;
const running = new Set<Session>();

const folder = (name: string): string => mkdtempSync(join(tmpdir(), `attache-e2e-${name}-`));

/** The app on a laptop into which the stick is plugged. */
async function onLaptop(userDataDir: string, opened = stick): Promise<Session> {
  const session = await startSession({ userDataDir, env: { ATTACHE_OPEN: opened, ATTACHE_SAVE_TO: stick } });
  running.add(session);
  return session;
}

async function close(session: Session): Promise<void> {
  running.delete(session);
  await session.close();
}

beforeAll(async () => {
  stick = folder('stick');
  homeFolder = folder('home');
  awayFolder = folder('away');
  home = await onLaptop(homeFolder);
  await begin(home, 'Chan Tai-man', 'Explore the sample trip');
  const { page, keyboard } = home;
  await keyboard.press('Control+Shift+N');
  const form = page.getByRole('dialog', { name: 'New trip' });
  await keyboard.fill(form.getByRole('textbox', { name: 'Title, English' }), planted);
  await keyboard.fill(form.getByRole('textbox', { name: 'First day' }), '2/3/2027');
  await keyboard.fill(form.getByRole('textbox', { name: 'Last day' }), '3/3/2027');
  await keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: planted }).waitFor();
});

afterAll(async () => {
  for (const session of running) await close(session);
  for (const each of [stick, homeFolder, awayFolder]) rmSync(each, { recursive: true, force: true, maxRetries: 5 });
});

function everythingIn(top: string): string {
  return readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`)
    .join('\n');
}

async function typePassphrase(dialog: Locator, { keyboard }: Session): Promise<void> {
  await keyboard.fill(dialog.getByLabel('New passphrase'), passphrase);
  await keyboard.fill(dialog.getByLabel('The same once more'), passphrase);
}

/** Types the group of the recovery key that is asked for. */
async function confirmKey(dialog: Locator, { keyboard }: Session): Promise<void> {
  const groups = await dialog.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').allInnerTexts();
  const box = dialog.getByLabel(/type group \d/);
  const [, number] = /type group (\d)/.exec((await dialog.getByText(/type group \d/).innerText()) ?? '') ?? [];
  const group = groups[Number(number) - 1]?.replace(/^\d\s*/, '').trim() ?? '';
  await keyboard.fill(box, group);
}

async function openTrip({ page, keyboard }: Session): Promise<void> {
  await keyboard.press('Control+2');
  const row = page.getByRole('row', { name: /Duty visit to Hangzhou/ });
  await keyboard.walkTo(page.getByRole('searchbox', { name: 'Filter' }), row, 'ArrowDown');
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: trip }).waitFor();
}

async function openEmptying({ page, keyboard }: Session): Promise<Locator> {
  await keyboard.press('Control+,');
  await keyboard.activate(page.getByRole('button', { name: 'Empty this laptop…' }));
  return page.getByRole('dialog', { name: 'Empty this laptop' });
}

describe('one trip on a stick', () => {
  it('is packed under a passphrase of its own, with what it needs and nothing else', async () => {
    const { page, keyboard } = home;
    await openTrip(home);
    await keyboard.pick(page.getByRole('button', { name: 'More actions', exact: true }), 'Take this trip…');
    const dialog = page.getByRole('dialog', { name: 'Take this trip along' });
    await dialog
      .getByRole('region', { name: 'Goes along' })
      .getByText(/The trip with \d+ programme items/)
      .waitFor();
    await dialog.getByRole('region', { name: 'Stays here' }).getByText('1 other trip').waitFor();
    await keyboard.activate(dialog.getByRole('button', { name: 'Choose a folder…' }));
    await dialog.getByText(stick).waitFor();
    await typePassphrase(dialog, home);
    await keyboard.activate(dialog.getByRole('button', { name: 'Take this trip' }));

    const packed = page.getByRole('dialog', { name: 'The trip is packed' });
    await packed.getByText(/read back and found whole/).waitFor(patience);
    await confirmKey(packed, home);
    await keyboard.activate(packed.getByRole('button', { name: 'Done' }));
    await packed.waitFor({ state: 'hidden' });

    expect(readdirSync(stick)).toEqual(['Attaché trip']);
    const words = everythingIn(stick);
    expect(words).not.toContain(planted);
    expect(words).not.toContain('Hangzhou');
  });

  it('is opened on an empty laptop, which is protected by it from then on', async () => {
    const away = await onLaptop(awayFolder);
    const { page, keyboard } = away;
    await keyboard.activate(page.getByRole('button', { name: 'Open a trip folder' }));
    const locked = page.getByRole('dialog', { name: 'This folder is protected' });
    await keyboard.fill(locked.getByLabel('Its passphrase or recovery key'), passphrase);
    await keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Main' }).waitFor(patience);
    await openTrip(away);
    await keyboard.press('Control+2');
    await page.getByRole('row', { name: /Duty visit to Hangzhou/ }).waitFor();
    expect(await page.getByRole('row', { name: planted }).count()).toBe(0);
    expect(away.problems).toEqual([]);
    await close(away);
    expect(everythingIn(awayFolder)).not.toContain('Hangzhou');

    const again = await onLaptop(awayFolder);
    await again.keyboard.fill(again.page.getByLabel('Passphrase', { exact: true }), passphrase);
    await again.keyboard.press('Enter');
    await again.page.getByRole('navigation', { name: 'Main' }).waitFor(patience);
    await openTrip(again);
    await close(again);
  });
});

describe('emptying the laptop', () => {
  it('is refused as long as something has not arrived, and says what', async () => {
    const { page, keyboard } = home;
    const dialog = await openEmptying(home);
    await keyboard.activate(dialog.getByRole('button', { name: 'Choose a folder…' }));
    await keyboard.fill(dialog.getByLabel('The passphrase of that folder'), passphrase);
    await keyboard.activate(dialog.getByRole('button', { name: 'Check that everything is there' }));
    const refused = page.getByRole('dialog', { name: 'Not everything has arrived' });
    await refused.getByText('Nothing was removed.').waitFor(patience);
    await refused.getByText(planted).waitFor();
    await keyboard.press('Escape');
    await refused.waitFor({ state: 'hidden' });
    await openTrip(home);
  });

  it('removes everything after all of it was copied and read back, and starts afresh', async () => {
    const { page, keyboard, app } = home;
    const dialog = await openEmptying(home);
    await keyboard.activate(dialog.getByRole('button', { name: 'Copy everything to…' }));
    const copying = page.getByRole('dialog', { name: 'Copy everything' });
    await keyboard.activate(copying.getByRole('button', { name: 'Choose a folder…' }));
    await keyboard.press('Tab');
    await keyboard.tabTo(copying.getByRole('checkbox', { name: /Protect it with a passphrase/ }));
    await keyboard.press('Space');
    await copying.getByText(/Everybody who gets hold of this folder/).waitFor();
    await keyboard.activate(copying.getByRole('button', { name: 'Copy everything', exact: true }));
    const copied = page.getByRole('dialog', { name: 'Everything is copied' });
    await copied.getByText(/read back and found whole/).waitFor(patience);
    await keyboard.activate(copied.getByRole('button', { name: 'Go on with emptying' }));

    await dialog.getByText('A copy of Attaché’s data').waitFor();
    await keyboard.activate(dialog.getByRole('button', { name: 'Check that everything is there' }));
    await dialog.getByText(/All of it is there/).waitFor(patience);
    await keyboard.fill(dialog.getByLabel('Type “empty” to go on'), 'empty');
    const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
    await keyboard.tabTo(dialog.getByRole('button', { name: 'Remove everything' }));
    // The window may go before the driver is told that the key was pressed.
    await Promise.allSettled([keyboard.press('Enter'), ended]);
    running.delete(home);

    // What the runtime keeps is removed before it opens it the next time.
    expect(readdirSync(homeFolder)).not.toContain('data');
    home = await onLaptop(homeFolder);
    await home.page.getByRole('heading', { name: 'Welcome to Attaché' }).waitFor();
    expect(readdirSync(homeFolder)).not.toContain('emptying.json');
    const left = everythingIn(homeFolder);
    for (const word of [planted, 'Hangzhou', 'Chan Tai-man']) expect(left).not.toContain(word);
  });

  it('lets what was copied be taken in again', async () => {
    const copy = readdirSync(stick).find((name) => name.startsWith('Attaché copy')) ?? '';
    await close(home);
    home = await onLaptop(homeFolder, join(stick, copy));
    const { page, keyboard } = home;
    await keyboard.activate(page.getByRole('button', { name: 'Open a trip folder' }));
    await page.getByRole('navigation', { name: 'Main' }).waitFor(patience);
    await openTrip(home);
    await keyboard.press('Control+2');
    await page.getByRole('row', { name: new RegExp(planted) }).waitFor();
    await isOfficer(page, 'Tai-man Chan');
    expect(home.problems).toEqual([]);
  });
});

/** Who works here is who packed it. */
async function isOfficer(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('region', { name: 'You' }).getByText(name).waitFor();
}
