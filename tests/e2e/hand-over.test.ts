import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

const passphrase = 'six junks off Lamma';
const trip = 'Duty visit to Hangzhou and Shenzhen (sample)';
/** A slow derivation of keys, on a machine that does other things too. */
const patience = { timeout: 60_000 };

let stick: string;
let file: string;
let here: Session;
let there: Session | undefined;

beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'attache-e2e-stick-'));
  here = await startSession({ env: { ATTACHE_SAVE_TO: stick } });
  await begin(here, 'Chan Tai-man (sample)', 'Explore the sample trip');
});
afterAll(async () => {
  await here.close();
  await there?.close();
  rmSync(stick, { recursive: true, force: true, maxRetries: 5 });
});

async function lookInto({ page, keyboard }: Session, words = passphrase): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Take a file in' });
  await keyboard.fill(dialog.getByLabel('The passphrase of this file'), words);
  await keyboard.press('Enter');
}

describe('two laptops and a file', () => {
  it('a trip is handed over in one locked file', async () => {
    const { page, keyboard } = here;
    await keyboard.press('Control+2');
    await page.getByRole('row', { name: /Duty visit to Hangzhou/ }).click();
    await page.getByRole('heading', { level: 1, name: trip }).waitFor();
    await keyboard.pick(page.getByRole('button', { name: 'More actions', exact: true }), 'Hand over…');
    const dialog = page.getByRole('dialog', { name: 'Hand this trip over' });
    await keyboard.fill(dialog.getByLabel('New passphrase'), passphrase);
    await keyboard.fill(dialog.getByLabel('The same once more'), passphrase);
    await keyboard.press('Enter');
    const done = page.getByRole('dialog', { name: 'The file is ready' });
    await done.getByText(/\d+ records and/).waitFor(patience);
    await keyboard.press('Enter');
    await done.waitFor({ state: 'hidden' });
    const [name, ...others] = readdirSync(stick);
    expect(name).toMatch(/^Attaché trip .*\.attache$/);
    expect(others).toEqual([]);
    file = join(stick, name ?? '');
  });

  it('the file is looked at and taken in by a colleague', async () => {
    there = await startSession({ env: { ATTACHE_OPEN: file } });
    await begin(there, 'Wong Mei-ling (sample)', 'Start empty');
    const { page, keyboard } = there;
    await keyboard.press('Control+,');
    await keyboard.activate(page.getByRole('button', { name: 'Take a file in…' }));
    await lookInto(there, 'another passphrase');
    await page.getByText('That passphrase does not open this file').waitFor(patience);
    await lookInto(there);
    const dialog = page.getByRole('dialog', { name: 'Take a file in' });
    await dialog.getByText(trip).waitFor(patience);
    await dialog.getByText(/From Chan Tai-man \(sample\)/).waitFor();
    await keyboard.activate(dialog.getByRole('button', { name: 'Take it in' }));
    const done = page.getByRole('dialog', { name: 'It is taken in' });
    await done.waitFor(patience);
    await keyboard.press('Enter');
    await done.waitFor({ state: 'hidden' });
    await keyboard.press('Control+2');
    await page.getByRole('row', { name: /Duty visit to Hangzhou/ }).waitFor();
  });

  it('dropped onto the window once more, it brings nothing new', async () => {
    if (there === undefined) throw new Error('There is no colleague');
    const { page, keyboard } = there;
    const wire = await page.context().newCDPSession(page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await wire.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
    }
    await page.getByRole('dialog', { name: 'Take a file in' }).waitFor();
    await lookInto(there);
    await page.getByText('There is nothing new in this file').waitFor(patience);
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(there.problems).toEqual([]);
    expect(here.problems).toEqual([]);
  });
});
