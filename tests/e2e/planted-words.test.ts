import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { lock, protect, unlock } from './support/protect';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

/** Words that stand nowhere else, each for one place where somebody writes. */
const words = {
  before: 'Quokkaberry',
  trip: 'Wombatstone',
  person: 'Numbatfield',
  city: 'Bilbyhaven',
  note: 'Pademelonsong 袋貂之歌',
  fileName: 'Dunnartleaf',
  file: 'Bettongwater',
  search: 'Potoroomist',
  draft: 'Gliderbark',
} as const;

const top = mkdtempSync(join(tmpdir(), 'attache-planted-'));
let session: Session | undefined;
afterEach(async () => {
  await session?.close();
  session = undefined;
  rmSync(top, { recursive: true, force: true, maxRetries: 5 });
});

/** Everything that the app could write to is under one folder: its data, Chromium's, the person's own and the temporary. */
async function startIn(place: string): Promise<{ session: Session; folder: string }> {
  const folder = join(top, place);
  const under = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const env = {
    TMPDIR: under('temporary'),
    HOME: under('home'),
    XDG_CONFIG_HOME: under('config'),
    XDG_CACHE_HOME: under('cache'),
    XDG_DATA_HOME: under('share'),
  };
  session = await startSession({ userDataDir: under('user-data'), env });
  return { session, folder };
}

/** The files under a folder that hold one of the words, as UTF-8 or UTF-16, or have it in their name. */
function holding(folder: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? readFileSync(path) : Buffer.alloc(0);
    for (const [what, word] of Object.entries(words)) {
      const isThere = entry.name.includes(word) || bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'));
      if (isThere) (found[what] ??= []).push(relative(folder, path));
    }
  }
  return found;
}

/** A day's use in short: everything that is written down, looked for, added and printed. */
async function use(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  const trip = page.getByRole('dialog', { name: 'New trip' });
  await trip.getByRole('textbox', { name: 'Title, English' }).fill(`${words.trip} (sample)`);
  await trip.getByLabel('First day').fill('3/3/2027');
  await trip.getByLabel('Last day').fill('5/3/2027');
  await trip.getByLabel('Cities').fill(words.city);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: words.trip }).waitFor();

  await page.getByRole('tab', { name: /Files/ }).click();
  await page.locator('input[type="file"]').setInputFiles({
    name: `${words.fileName}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${words.file} `.repeat(20_000)),
  });
  await page.getByText(`${words.fileName}.txt`).first().waitFor();

  await page.getByRole('tab', { name: /Meetings/ }).click();
  await page
    .getByRole('button', { name: /New meeting/ })
    .first()
    .click();
  const meeting = page.getByRole('dialog', { name: 'New meeting' });
  await meeting.getByRole('textbox', { name: 'Title, English' }).fill('A call (sample)');
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('textbox', { name: 'Your notes' });
  await note.waitFor();
  await note.fill(`They sang the ${words.note} at the end.`);

  await page.keyboard.press('Control+Shift+P');
  const person = page.getByRole('dialog', { name: 'New contact' });
  await person.getByRole('textbox', { name: 'Family name, English' }).first().fill(`${words.person} (sample)`);
  await page.keyboard.press('Control+Enter');
  await person.waitFor({ state: 'hidden' });

  await page.keyboard.press('Control+2');
  await page.getByRole('combobox', { name: 'City' }).click();
  await page.getByRole('option', { name: words.city }).click();
  await page.getByRole('row', { name: new RegExp(words.trip) }).click();
  await page.getByRole('tab', { name: /Documents/ }).click();
  await page.getByRole('region', { name: 'Pages of the document' }).waitFor({ timeout: 60_000 });

  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Search everything' }).fill(words.search);
  await page.waitForTimeout(600);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('dialog', { name: 'New follow-up' }).getByLabel('What is to be done').first().fill(words.draft);
}

describe('the words that somebody writes down', () => {
  it('stand nowhere on the disk while there is a passphrase', async () => {
    const { session: running, folder } = await startIn('protected');
    await begin(running, `Chan ${words.before}`, 'Start empty');
    await protect(running);
    await use(running.page);
    expect(holding(folder)).toEqual({});

    const locked = await lock(running);
    expect(holding(folder)).toEqual({});
    await unlock(locked);
    // They are all there, and nothing was lost on the way.
    await locked.keyboard.press('Control+2');
    await locked.getByRole('row', { name: new RegExp(words.trip) }).waitFor();
    await locked.getByText('Your unsaved input was kept').waitFor();
    await lock({ ...running, page: locked });
    await running.close();
    expect(holding(folder)).toEqual({});
  });

  it('would be found by this very search without one', async () => {
    const { session: running, folder } = await startIn('open');
    await begin(running, `Chan ${words.before}`, 'Start empty');
    await use(running.page);
    await running.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await running.page.getByRole('button', { name: 'Throw away' }).click();
    await running.close();
    const found = holding(folder);
    // What is only looked for, or thrown away, is written nowhere even so.
    const written = Object.keys(words).filter((what) => what !== 'search' && what !== 'draft');
    expect(Object.keys(found).sort()).toEqual(written.sort());
    const places = Object.values(found).flat();
    expect(places.filter((path) => !path.startsWith(join('user-data', 'data')))).toEqual([]);
  });
});
