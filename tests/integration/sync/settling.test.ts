import { afterEach, describe, expect, it } from '@jest/globals';
import { liveLeaves } from '@main/sync/synced-record';
import type { ConflictLook } from '@shared/ipc/sync-channels';
import { instant } from '../../builders/records';
import { valueOf } from '../../builders/result';
import { Faults } from '../../support/sync/faults';
import { Laptop, organisationOn, putLaptopsAway } from '../../support/sync/laptop';
import { SimulatedPeer } from '../../support/sync/simulated-peer';

afterEach(putLaptopsAway);

/** Two laptops that disagree on an organisation's size and on a line of its profile. */
async function disagreeing(): Promise<{ peer: SimulatedPeer; here: Laptop; there: Laptop; id: string }> {
  const peer = new SimulatedPeer(new Faults());
  const [here, there] = [await Laptop.begin('here'), await Laptop.begin('there')];
  const id = await organisationOn(here);
  await here.sync(peer);
  await there.sync(peer);
  await here.write(id, { size: 'agreed at 45', profile: 'one\ntwo of here\nthree' });
  there.now = instant('2026-03-02T08:00:00.000Z');
  await there.write(id, { size: 'NOT agreed', profile: 'one\ntwo of there\nthree', revenue: '1 bn' });
  for (const each of [here, there, here]) await each.sync(peer);
  return { peer, here, there, id };
}

function lookAt(laptop: Laptop, id: string): ConflictLook {
  const look = laptop.conflicts().look({ type: 'organisation', id });
  if (look === null) throw new Error('Nothing is disputed');
  return look;
}

const seenIn = ({ one, other }: ConflictLook): [string, string] => [one.revision, other.revision];

describe('what two people disagree on', () => {
  it('is listed and shown on both laptops, place by place, with who and when', async () => {
    const { here, there, id } = await disagreeing();
    const [mine, theirs] = [lookAt(here, id), lookAt(there, id)];
    expect(await here.conflicts().list()).toMatchObject([
      { type: 'organisation', id, title: 'Harbour Robotics (sample)', at: '2026-03-02T08:00:00.000Z' },
    ]);
    expect(await there.conflicts().count()).toBe(1);
    expect(mine.differences.map(({ path }) => path)).toEqual(['profile', 'size']);
    expect(seenIn(mine)).toEqual(seenIn(theirs));
    expect([mine.one.isMine, mine.other.isMine].sort()).toEqual([false, true]);
    const stretch = mine.differences[0]?.stretches?.[1];
    expect(stretch).toMatchObject({ kind: 'disputed', base: ['two'] });
  });

  it('is settled once, for everyone, and what both wrote stays in the history', async () => {
    const { peer, here, there, id } = await disagreeing();
    const conflicts = there.conflicts();
    const look = lookAt(there, id);
    valueOf(
      await conflicts.settle({ type: 'organisation', id }, seenIn(look), [
        { path: 'size', choice: 'anew', anew: 'agreed at 45, subject to the board' },
        { path: 'profile', choice: 'both', anew: null },
      ]),
    );
    expect(await conflicts.count()).toBe(0);
    for (const each of [there, here]) await each.sync(peer);
    const settled = here.opened.store.get('organisation', id);
    expect(settled).toMatchObject({ size: 'agreed at 45, subject to the board', revenue: '1 bn' });
    expect(settled?.profile.split('\n').sort()).toEqual(['one', 'three', 'two of here', 'two of there']);
    expect(here.conflicts().look({ type: 'organisation', id })).toBeNull();
    expect(here.conflicts().settled()).toMatchObject([{ path: expect.any(String) }, { path: expect.any(String) }]);
    const size = here
      .conflicts()
      .settled()
      .find(({ path }) => path === 'size');
    expect([size?.one, size?.other].sort()).toEqual(['NOT agreed', 'agreed at 45']);
    expect(size?.choice).toBe('anew');
  });

  it('comes to the same when both settle it alike, each alone', async () => {
    const { peer, here, there, id } = await disagreeing();
    for (const each of [here, there]) {
      const look = lookAt(each, id);
      const choices = look.differences.map(({ path }) => ({ path, choice: 'one', anew: null }) as const);
      valueOf(await each.conflicts().settle({ type: 'organisation', id }, seenIn(look), choices));
    }
    for (const each of [here, there, here]) await each.sync(peer);
    expect(liveLeaves(here.synced.get(`organisation:${id}`))).toHaveLength(1);
    expect(here.opened.store.get('organisation', id)?.revision).toBe(
      there.opened.store.get('organisation', id)?.revision,
    );
  });

  it('is taken back for everyone: both wait again', async () => {
    const { peer, here, there, id } = await disagreeing();
    const conflicts = here.conflicts();
    const look = lookAt(here, id);
    const choices = look.differences.map(({ path }) => ({ path, choice: 'other', anew: null }) as const);
    const { settlement } = valueOf(await conflicts.settle({ type: 'organisation', id }, seenIn(look), choices));
    for (const each of [here, there]) await each.sync(peer);
    expect(there.conflicts().look({ type: 'organisation', id })).toBeNull();

    valueOf(await conflicts.takeBack(settlement));
    for (const each of [here, there, here]) await each.sync(peer);
    for (const each of [here, there]) {
      const sizes = liveLeaves(each.synced.get(`organisation:${id}`)).map(({ body }) => body['size']);
      expect(sizes.sort()).toEqual(['NOT agreed', 'agreed at 45']);
    }
    expect(await conflicts.takeBack(settlement)).toMatchObject({ ok: false, failure: { code: 'nothing-to-undo' } });
  });

  it('is not settled by who saw something else', async () => {
    const { here, there, peer, id } = await disagreeing();
    const look = lookAt(here, id);
    const shown = look.one.isMine ? here : there;
    await shown.write(id, { size: 'agreed at 46' });
    for (const each of [shown, here, there]) await each.sync(peer);
    const choices = look.differences.map(({ path }) => ({ path, choice: 'one', anew: null }) as const);
    expect(await here.conflicts().settle({ type: 'organisation', id }, seenIn(look), choices)).toMatchObject({
      ...{ ok: false, failure: { code: 'changed-meanwhile' } },
    });
  });

  it('is not settled by halves, nor by what no form would take', async () => {
    const { here, id } = await disagreeing();
    const look = lookAt(here, id);
    const before = here.synced.get(`organisation:${id}`);
    const settle = (size: string, others: 'one' | null): Promise<unknown> =>
      here
        .conflicts()
        .settle({ type: 'organisation', id }, seenIn(look), [
          { path: 'size', choice: 'anew', anew: size },
          ...(others === null ? [] : [{ path: 'profile', choice: others, anew: null } as const]),
        ]);
    expect(await settle('45', null)).toMatchObject({ failure: { issues: [{ path: 'profile', code: 'required' }] } });
    expect(await settle('x'.repeat(5000), 'one')).toMatchObject({ failure: { issues: [{ path: 'size' }] } });
    expect(here.synced.get(`organisation:${id}`)).toEqual(before);
    expect(here.conflicts().settled()).toEqual([]);
  });
});
