import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startExpressCouch } from '../support/couch/express-couch';
import { madeSpace, officer } from '../support/couch/test-couch';
import type { TestCouch } from '../support/couch/test-couch';
import { ask } from './support/ask';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let couch: TestCouch;
let here: Session;
let there: Session;
beforeAll(async () => {
  couch = await startExpressCouch();
  const address = await madeSpace(couch);
  here = await startSession();
  there = await startSession();
  await begin(here, 'Chan Tai-man (sample)', 'Explore the sample trip');
  await begin(there, 'Wong Mei-ling (sample)', 'Start empty');
  for (const { page } of [here, there]) {
    await ask(page, 'sync:connect', { address, user: officer.name, password: officer.password });
    await ask(page, 'sync:now', {});
  }
});
afterAll(async () => {
  await here.close();
  await there.close();
  await couch.close();
});

interface Organisation {
  readonly id: string;
  readonly size: string;
}

describe('what two people wrote differently', () => {
  it('is settled with keys on the one laptop, for the other too, and can be taken back', async () => {
    const [organisation] = await ask<readonly Organisation[]>(here.page, 'organisations:list', {});
    const id = organisation?.id;
    await ask(here.page, 'organisations:update', { id, patch: { size: '1,200 staff' } });
    await ask(there.page, 'organisations:update', { id, patch: { size: '900 staff' } });
    for (const { page } of [here, there]) await ask(page, 'sync:now', {});

    const { page, keyboard } = there;
    await keyboard.activate(page.getByRole('link', { name: /^To settle/ }));
    await page.getByRole('article', { name: /^Size/ }).waitFor();
    await keyboard.press('1');
    await page.getByText('1 of 1 chosen').waitFor();
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nothing to settle' }).waitFor();
    for (const session of [there, here]) await ask(session.page, 'sync:now', {});
    const settled = await ask<Organisation>(here.page, 'organisations:get', { id });
    expect(settled.size).toBe('900 staff');
    expect(await ask(here.page, 'conflicts:list', {})).toEqual([]);

    await keyboard.press('u');
    await page.getByRole('article', { name: /^Size/ }).waitFor();
    expect(there.problems).toEqual([]);
  });
});
