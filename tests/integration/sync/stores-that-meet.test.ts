import { afterEach, describe, expect, it } from '@jest/globals';
import { fileHash } from '@main/sync/hash';
import { liveLeaves } from '@main/sync/synced-record';
import { nextId } from '../../builders/records';
import { valueOf } from '../../builders/result';
import { BrokenOff, Faults } from '../../support/sync/faults';
import { Laptop, organisationOn, putLaptopsAway } from '../../support/sync/laptop';
import { SimulatedPeer } from '../../support/sync/simulated-peer';

afterEach(putLaptopsAway);

describe('two stores that meet through a server', () => {
  it('bring each other what is new, merge what merges, and say the same afterwards', async () => {
    const peer = new SimulatedPeer(new Faults());
    const [here, there] = [await Laptop.begin('here'), await Laptop.begin('there')];
    const id = await organisationOn(here);
    await here.sync(peer);
    expect(await there.sync(peer)).toMatchObject({ added: new Set([`organisation:${id}`]), sent: 0 });

    await here.write(id, { size: '600', profile: 'one\ntwo\nthree\nfrom here' });
    await there.write(id, { revenue: '1 bn', profile: 'from there\none\ntwo\nthree' });
    await here.sync(peer);
    expect((await there.sync(peer)).merged.size).toBe(1);
    await here.sync(peer);
    const [mine, theirs] = [here, there].map((each) => each.opened.store.get('organisation', id));
    expect(mine).toMatchObject({ size: '600', revenue: '1 bn', profile: 'from there\none\ntwo\nthree\nfrom here' });
    expect(theirs?.revision).toBe(mine?.revision);
  });

  it('keep both sides of what they disagree on, over a restart, and go on being edited', async () => {
    const peer = new SimulatedPeer(new Faults());
    const [here, there] = [await Laptop.begin('here'), await Laptop.begin('there')];
    const id = await organisationOn(here);
    await here.sync(peer);
    await there.sync(peer);
    await here.write(id, { size: 'agreed at 45' });
    await there.write(id, { size: 'NOT agreed' });
    await here.sync(peer);
    expect((await there.sync(peer)).disputed.size).toBe(1);
    await here.sync(peer);

    await here.close();
    await here.open();
    const key = `organisation:${id}`;
    const saying = (): unknown[] => liveLeaves(here.synced.get(key)).map(({ body }) => body['size']);
    expect(saying().sort()).toEqual(['NOT agreed', 'agreed at 45']);
    expect(here.opened.store.get('organisation', id)?.size).toBe(there.opened.store.get('organisation', id)?.size);
    await here.write(id, { revenue: '1 bn' });
    await here.sync(peer);
    await there.sync(peer);
    expect(there.opened.store.get('organisation', id)?.revenue).toBe('1 bn');
    expect(saying()).toHaveLength(2);
  });

  it('ask for nothing that they have, and say nothing that was said', async () => {
    const peer = new SimulatedPeer(new Faults());
    const here = await Laptop.begin('here');
    await organisationOn(here);
    await here.sync(peer);
    const count = here.opened.branches.seq;
    peer.requests = 0;
    await here.sync(peer);
    expect(peer.requests).toBe(3);
    expect(here.opened.branches.seq).toBe(count);
  });

  it('send a file before the record that names it', async () => {
    const peer = new SimulatedPeer(new Faults());
    const here = await Laptop.begin('here');
    const bytes = Buffer.from('a photograph');
    const sha256 = valueOf(await here.opened.blobs.put(bytes));
    valueOf(
      await here.opened.store.transact(here.intent, (tx) =>
        tx.create('attachment', { sha256, name: 'card.jpg', size: bytes.length }),
      ),
    );
    expect(sha256).toBe(fileHash(bytes));
    expect(await here.sync(peer)).toMatchObject({ sent: 1, filesSent: 1, heldBack: [] });
    expect(peer.hasFile(sha256)).toBe(true);
  });

  it('keep back a record whose file is not here, and say so', async () => {
    const peer = new SimulatedPeer(new Faults());
    const here = await Laptop.begin('here');
    const sha256 = '0'.repeat(64);
    valueOf(
      await here.opened.store.transact(here.intent, (tx) =>
        tx.create('attachment', { sha256, name: 'lost.jpg', size: 1 }),
      ),
    );
    for (const sent of [0, 0]) {
      const report = await here.sync(peer);
      expect(report.sent).toBe(sent);
      expect(report.heldBack).toMatchObject([{ why: 'file-not-here' }]);
    }
    expect(peer.leafSets().size).toBe(0);
  });

  it('carry along what a newer version wrote, and take nothing in that no version would have', async () => {
    const peer = new SimulatedPeer(new Faults());
    const [here, there] = [await Laptop.begin('here'), await Laptop.begin('there')];
    const id = nextId();
    const rev = `1-${'a'.repeat(32)}`;
    const parcel = { rev, ancestors: [] };
    const embassy = { type: 'embassy', id, schema: 1, deletedAt: null, name: 'New' };
    await peer.take([
      { ...parcel, key: `embassy:${id}`, content: { kind: 'live', body: embassy } },
      { ...parcel, key: `trip:${id}`, content: { kind: 'live', body: { type: 'trip', id, schema: 1, title: 7 } } },
    ]);
    const report = await here.sync(peer);
    expect(report.damaged).toEqual([{ key: `trip:${id}`, revs: [rev] }]);
    expect(here.opened.store.get('trip', id)).toBeUndefined();
    peer.beginAnew();
    await here.sync(peer);
    await there.sync(peer);
    expect(liveLeaves(there.synced.get(`embassy:${id}`)).map(({ body }) => body['name'])).toEqual(['New']);
  });

  it('have lost nothing when the line broke at any request', async () => {
    for (let at = 1; at <= 8; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const faults = new Faults();
        const peer = new SimulatedPeer(faults);
        const [here, there] = [await Laptop.begin('here'), await Laptop.begin('there')];
        const id = await organisationOn(here);
        faults.plan(at, when);
        await expect(here.sync(peer))
          .rejects.toThrow(BrokenOff)
          .catch(() => undefined);
        await here.write(id, { size: 'written after the line broke' });
        faults.none();
        await here.sync(peer);
        await there.sync(peer);
        expect(there.opened.store.get('organisation', id)).toMatchObject({
          ...{ size: 'written after the line broke', profile: 'one\ntwo\nthree' },
        });
        expect(liveLeaves(there.synced.get(`organisation:${id}`))).toHaveLength(1);
      }
    }
  });
});
