import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SyncState } from '@shared/ipc/sync-channels';
import { startExpressCouch } from '../support/couch/express-couch';
import { madeSpace, officer } from '../support/couch/test-couch';
import type { TestCouch } from '../support/couch/test-couch';
import { ask } from './support/ask';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let couch: TestCouch;
let address: string;
let here: Session;
let there: Session;
beforeAll(async () => {
  couch = await startExpressCouch();
  address = await madeSpace(couch);
  here = await startSession();
  there = await startSession();
  await begin(here, 'Chan Tai-man (sample)', 'Explore the sample trip');
  await begin(there, 'Wong Mei-ling (sample)', 'Start empty');
});
afterAll(async () => {
  await here.close();
  await there.close();
  await couch.close();
});

/** Fills the form in Settings and sends it off. */
async function connect({ page, keyboard }: Session, password: string): Promise<void> {
  await keyboard.activate(page.getByRole('link', { name: /^Settings/ }));
  const form = page.getByRole('form', { name: 'Share the work with colleagues' });
  await keyboard.fill(form.getByRole('textbox', { name: 'Address' }), address);
  await keyboard.fill(form.getByRole('textbox', { name: 'Name' }), officer.name);
  await keyboard.fill(form.getByRole('textbox', { name: 'Password' }), password);
  await keyboard.activate(form.getByRole('button', { name: 'Connect' }));
}

const syncNow = ({ page }: Session): Promise<void> => ask(page, 'sync:now', {});
const state = ({ page }: Session): Promise<SyncState> => ask(page, 'sync:state', {});
const trips = ({ page }: Session): Promise<readonly { id: string }[]> => ask(page, 'trips:list', { isTemplate: false });

describe('two laptops and the office’s server', () => {
  it('are not let in by a wrong password, and say so', async () => {
    await connect(there, 'wrong');
    await there.page.getByRole('alert').first().waitFor();
    expect((await state(there)).server).toBeNull();
  });

  it('give each other what they have', async () => {
    await connect(here, officer.password);
    await here.page.getByRole('button', { name: 'Sync now' }).waitFor();
    await syncNow(here);
    expect(await state(here)).toMatchObject({ waiting: 0, problem: null, heldBack: [] });
    await connect(there, officer.password);
    await there.page.getByRole('button', { name: 'Sync now' }).waitFor();
    await syncNow(there);
    expect((await trips(there)).map(({ id }) => id)).toEqual((await trips(here)).map(({ id }) => id));
    await syncNow(here);
    expect(await state(there)).toMatchObject({ waiting: 0, problem: null, conflicts: 0 });
    expect(there.problems).toEqual([]);
  });
});
