import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await begin(session, 'Chan Tai-man', 'Explore the sample trip');
});
afterAll(() => session.close());

const trip = 'Duty visit to Hangzhou and Shenzhen (sample)';

async function openTrip(tab: string): Promise<void> {
  const { page, keyboard } = session;
  await keyboard.press('Control+2');
  await keyboard.activate(page.getByRole('row', { name: /Duty visit to Hangzhou/ }));
  await page.getByRole('heading', { level: 1, name: trip }).waitFor();
  await keyboard.press(tab);
}

function timeline(): Locator {
  return session.page.getByRole('application', { name: 'Timeline of the programme' });
}

/** The notice about what was just done. */
function notice(words: string | RegExp): Locator {
  return session.page.getByRole('status').or(session.page.getByRole('alert')).filter({ hasText: words }).first();
}

beforeEach(async () => {
  await session.page.keyboard.press('Escape');
});

describe('taking back', () => {
  it('brings an item back from the notice of its deletion', async () => {
    const { page, keyboard } = session;
    await openTrip('Alt+2');
    const item = page.getByRole('button', { name: /Meeting with Lantern AI/ });
    await keyboard.walkTo(timeline(), item, 'PageUp');
    await keyboard.press('Delete');
    await item.waitFor({ state: 'detached' });
    await keyboard.activate(notice('was moved to the Trash').getByRole('button', { name: 'Undo' }));
    await item.waitFor();
  });

  it('takes back and does again a move, a cancellation and a tick with the keys', async () => {
    const { page, keyboard } = session;
    await openTrip('Alt+2');
    const at = (start: string): Locator =>
      page.getByRole('button', { name: new RegExp(`${start}–.*Meeting with Lantern AI`) });
    await keyboard.walkTo(timeline(), at('14:00'), 'PageUp');
    await keyboard.press('Alt+ArrowDown');
    await at('14:15').waitFor();
    await keyboard.press('Control+Z');
    await at('14:00').waitFor();
    await keyboard.press('Control+Y');
    await at('14:15').waitFor();
    await keyboard.press('Control+Z');
    await at('14:00').waitFor();

    const cancelled = page.getByRole('button', { name: /Meeting with Lantern AI.*Cancelled/ });
    await keyboard.walkTo(timeline(), at('14:00'), 'PageUp');
    await keyboard.press('c');
    await cancelled.waitFor();
    await keyboard.press('Control+Z');
    await cancelled.waitFor({ state: 'detached' });

    await keyboard.press('Control+5');
    const followUp = page.getByRole('row', { name: /Thank-you messages to the hosts/ });
    await keyboard.walkTo(page.getByRole('searchbox', { name: 'Filter' }), followUp, 'ArrowDown');
    await keyboard.press('x');
    await followUp.waitFor({ state: 'detached' });
    await keyboard.press('Control+Z');
    await followUp.waitFor();
  });

  it('takes back a person that was made', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+Shift+P');
    const form = page.getByRole('dialog', { name: /New contact|New person/ });
    await keyboard.fill(form.getByRole('textbox', { name: 'Family name, English' }), 'Short-lived');
    await keyboard.press('Control+Enter');
    await form.waitFor({ state: 'hidden' });
    await keyboard.press('Control+4');
    const row = page.getByRole('row', { name: /Short-lived/ });
    await row.waitFor();
    await keyboard.press('Control+Z');
    await row.waitFor({ state: 'detached' });
  });
});

describe('the Trash', () => {
  it('gives a whole trip back, with its programme and everything that went along', async () => {
    const { page, keyboard } = session;
    await openTrip('Alt+1');
    const programme = page.getByRole('tab', { name: /Programme/ });
    const before = await programme.textContent();
    await keyboard.pick(page.getByRole('button', { name: 'More actions', exact: true }), 'Move to Trash');
    await page.getByRole('heading', { level: 1, name: 'Trips' }).waitFor();
    await page.getByRole('row', { name: /Duty visit to Hangzhou/ }).waitFor({ state: 'detached' });

    await keyboard.activate(page.getByRole('link', { name: 'Trash' }));
    await keyboard.activate(page.getByRole('button', { name: `Restore ${trip}` }));
    await notice('is back').waitFor();
    await openTrip('Alt+1');
    await programme.waitFor();
    expect(await programme.textContent()).toBe(before);
  });

  it('leaves no error in the window', () => {
    expect(session.problems).toEqual([]);
  });
});
