import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await begin(session, 'Chan Tai-man', 'Start empty');
});
afterAll(() => session.close());

const item = (words: RegExp): Locator => session.page.getByRole('button', { name: words });

async function heading(title: string): Promise<void> {
  await session.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Drags with the mouse from the middle of one place by so many pixels. */
async function drag(what: Locator, by: { x: number; y: number }): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = (await what.boundingBox())!;
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const { mouse } = session.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 });
  await mouse.move(from.x + by.x, from.y + by.y, { steps: 4 });
  await mouse.up();
}

describe('the programme of a trip', () => {
  it('begins with a template, on the days that were asked for', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+2');
    await keyboard.activate(page.getByRole('button', { name: 'From a template' }).first());
    const form = page.getByRole('dialog', { name: 'New trip from a template' });
    await form.getByRole('radio', { name: /Two cities in three days/ }).check();
    await keyboard.fill(form.getByRole('textbox', { name: 'Title, English' }), 'Visit of three days');
    await keyboard.fill(form.getByLabel('First day'), '6/4/2027');
    await keyboard.press('Control+Enter');
    await heading('Visit of three days');
    await keyboard.press('Alt+2');
    await item(/Tue 6 Apr, 14:00–15:30, Meeting with enterprise A/).waitFor();
    await item(/Thu 8 Apr, 17:30–19:00, Return to Hong Kong/).waitFor();
  });

  it('lets an item be dragged to another time and another day', async () => {
    const { page } = session;
    const hour = (await hourHeight()) ?? 0;
    expect(hour).toBeGreaterThan(0);
    await drag(item(/14:00–15:30, Meeting with enterprise A/), { x: 0, y: hour });
    await item(/Tue 6 Apr, 15:00–16:30, Meeting with enterprise A/).waitFor();
    const box = (await page.getByRole('application').boundingBox())!;
    await drag(item(/15:00–16:30, Meeting with enterprise A/), { x: (box.width - 56) / 3, y: 0 });
    await item(/Wed 7 Apr, 15:00–16:30, Meeting with enterprise A/).waitFor();
  });

  it('says what overlaps', async () => {
    await item(/Meeting with enterprise A.*Overlaps with “To the second city”/).waitFor();
    await session.page.getByRole('button', { name: /to check/ }).waitFor();
  });

  it('moves as a whole to new dates, and back', async () => {
    const { page, keyboard } = session;
    await keyboard.pick(page.getByRole('button', { name: 'More actions', exact: true }), 'Shift to new dates');
    const form = page.getByRole('dialog', { name: 'Shift to new dates' });
    await keyboard.fill(form.getByLabel('New first day'), '10/5/2027');
    await keyboard.press('Control+Enter');
    await item(/Tue 11 May, 15:00–16:30, Meeting with enterprise A/).waitFor();
    await keyboard.press('Control+Z');
    await item(/Wed 7 Apr, 15:00–16:30, Meeting with enterprise A/).waitFor();
  });

  it('is copied with the trip', async () => {
    const { page, keyboard } = session;
    await keyboard.pick(page.getByRole('button', { name: 'More actions', exact: true }), 'Duplicate to new dates');
    const form = page.getByRole('dialog', { name: 'Duplicate to new dates' });
    await keyboard.fill(form.getByRole('textbox', { name: 'Title, English' }), 'Second visit');
    await keyboard.fill(form.getByLabel('New first day'), '7/6/2027');
    await keyboard.press('Control+Enter');
    await heading('Second visit');
    await keyboard.press('Alt+2');
    await item(/Tue 8 Jun, 15:00–16:30, Meeting with enterprise A/).waitFor();
  });

  it('leaves no error in the window', () => {
    expect(session.problems).toEqual([]);
  });
});

/** How tall an hour is drawn: the flight of two hours and a half tells. */
async function hourHeight(): Promise<number | undefined> {
  const box = await item(/07:30–10:00, Flight to the first city/).boundingBox();
  return box === null ? undefined : box.height / 2.5;
}
