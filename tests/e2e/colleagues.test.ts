import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Result } from '@shared/result';
import type { SyncState } from '@shared/ipc/sync-channels';
import { startExpressCouch } from '../support/couch/express-couch';
import { madeSpace, officer } from '../support/couch/test-couch';
import type { TestCouch } from '../support/couch/test-couch';
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

/** Asks main through the window's own bridge. */
async function ask<T>(page: Page, channel: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    ([name, given]) =>
      (window as unknown as { attache: { call(name: string, input: unknown): Promise<unknown> } }).attache.call(
        name as string,
        given,
      ),
    [channel, input] as const,
  );
  const result = answer as Result<T>;
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.failure)}`);
  return result.value;
}

const connect = ({ page }: Session): Promise<void> =>
  ask(page, 'sync:connect', { address, user: officer.name, password: officer.password });
const syncNow = ({ page }: Session): Promise<void> => ask(page, 'sync:now', {});
const state = ({ page }: Session): Promise<SyncState> => ask(page, 'sync:state', {});

describe('two laptops and the office’s server', () => {
  it('give each other what they have', async () => {
    await connect(here);
    await syncNow(here);
    expect(await state(here)).toMatchObject({ waiting: 0, problem: null, heldBack: [] });
    await connect(there);
    await syncNow(there);
    const trips = await ask<readonly { id: string }[]>(there.page, 'trips:list', { isTemplate: false });
    expect(trips.length).toBe((await ask<readonly unknown[]>(here.page, 'trips:list', { isTemplate: false })).length);
    await syncNow(here);
    expect(await state(there)).toMatchObject({ waiting: 0, problem: null, conflicts: 0 });
  });

  it('refuse nobody’s password silently', async () => {
    await expect(
      ask(there.page, 'sync:connect', { address, user: officer.name, password: 'wrong' }),
    ).rejects.toThrow('not-signed-in');
  });
});
