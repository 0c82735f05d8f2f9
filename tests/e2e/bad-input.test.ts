import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await begin(session, 'Chan Tai-man', 'Start empty');
});
afterAll(() => session.close());

/** What stands beside a field as its error, as a screen reader would tell it. */
async function errorBeside(field: Locator): Promise<string> {
  await field.and(session.page.locator('[aria-invalid="true"]')).waitFor();
  return field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}

async function openTripForm(): Promise<Locator> {
  const { page, keyboard } = session;
  await keyboard.press('Control+Shift+N');
  const form = page.getByRole('dialog', { name: 'New trip' });
  await form.waitFor();
  return form;
}

async function fillTrip(form: Locator, title: string, first: string, last: string): Promise<void> {
  const { keyboard } = session;
  await keyboard.fill(form.getByRole('textbox', { name: 'Title, English' }), title);
  await keyboard.fill(form.getByRole('textbox', { name: 'First day' }), first);
  await keyboard.fill(form.getByRole('textbox', { name: 'Last day' }), last);
  await keyboard.press('Control+Enter');
}

describe('a trip that cannot be', () => {
  afterEach(async () => {
    const { page, keyboard } = session;
    await keyboard.press('Escape');
    await keyboard.activate(page.getByRole('button', { name: 'Throw away' }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keyboard.press('Control+2');
    await page.getByText('No trips yet').waitFor();
  });

  it('is answered beside the last day when it ends before it begins', async () => {
    const form = await openTripForm();
    await fillTrip(form, 'Backwards', '5/3/2027', '3/3/2027');
    expect(await errorBeside(form.getByRole('textbox', { name: 'Last day' }))).toContain('before the beginning');
  });

  it('is answered beside a day that is not in the calendar', async () => {
    const form = await openTripForm();
    await fillTrip(form, 'Thirty-first of February', '31/2/2027', '3/3/2027');
    expect(await errorBeside(form.getByRole('textbox', { name: 'First day' }))).toContain('not a day of the calendar');
  });

  it('is answered beside a title that is missing, or has ten thousand characters', async () => {
    const form = await openTripForm();
    await fillTrip(form, '', '3/3/2027', '4/3/2027');
    const title = form.getByRole('textbox', { name: 'Title, English' });
    expect(await errorBeside(title)).toContain('name in at least one script is needed');
    await session.keyboard.fill(title, 'x'.repeat(10_000));
    await session.keyboard.press('Control+Enter');
    await form.getByText('too long: at most 300 characters').waitFor();
  });
});

describe('a programme item that cannot be', () => {
  it('is answered beside the day it lacks and the end that comes too early, and saved once both are right', async () => {
    const { page, keyboard } = session;
    const trip = await openTripForm();
    await fillTrip(trip, 'Day trip', '3/3/2027', '3/3/2027');
    await page.getByRole('heading', { level: 1, name: 'Day trip' }).waitFor();
    await keyboard.press('Alt+2');
    await page.getByRole('button', { name: 'New item' }).waitFor();
    await keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'New programme item' });
    const day = form.getByRole('textbox', { name: 'Day', exact: true });
    await keyboard.fill(form.getByRole('textbox', { name: 'Title, English' }), 'Talk');
    await keyboard.tabTo(day);
    await keyboard.press('Control+A', 'Delete');
    await keyboard.press('Control+Enter');
    expect(await errorBeside(day)).toContain('needed');

    const end = form.getByRole('textbox', { name: 'End', exact: true });
    await keyboard.fill(day, '3/3/2027');
    await keyboard.fill(form.getByRole('textbox', { name: 'Start' }), '15');
    await keyboard.fill(end, '14');
    await keyboard.press('Control+Enter');
    expect(await errorBeside(end)).toContain('before the beginning');
    await keyboard.fill(end, '25:99');
    await keyboard.press('Control+Enter');
    expect(await errorBeside(end)).toContain('not a time');
    await keyboard.fill(end, '16');
    await keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /15:00–16:00, Talk/ }).waitFor();
  });
});

describe('odd characters', () => {
  it('are taken as they are: emoji, a null byte, right-to-left and astral characters', async () => {
    const { page, keyboard } = session;
    const odd = '會議 🐼👩‍💻 \u202Eשלום\u202C 𠮷野 <b>&amp;';
    const form = await openTripForm();
    await fillTrip(form, odd, '10/3/2027', '11/3/2027');
    await page.getByRole('heading', { level: 1, name: odd }).waitFor();

    await keyboard.press('Control+Shift+O');
    const organisation = page.getByRole('dialog', { name: 'New organisation' });
    await keyboard.fill(organisation.getByRole('textbox', { name: 'Legal name, English' }), 'Null\u0000 byte');
    await keyboard.press('Control+Enter');
    await organisation.waitFor({ state: 'hidden' });
    await keyboard.press('Control+3');
    await page.getByRole('row', { name: /Null.? byte/ }).waitFor();
  });

  it('leave no error in the window', () => {
    expect(session.problems).toEqual([]);
  });
});
