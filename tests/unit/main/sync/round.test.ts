import { describe, expect, it } from '@jest/globals';
import { fileHash } from '@main/sync/hash';
import { PeerError } from '@main/sync/peer';
import type { Parcel } from '@main/sync/peer';
import { beginningOf } from '@main/sync/round/checkpoint';
import { emptyStock, takeIn } from '@main/sync/round/pull';
import { fetchFiles } from '@main/sync/round/fetch-files';
import { liveLeaves } from '@main/sync/synced-record';
import { Faults } from '../../../support/sync/faults';
import { keys, Office, revise } from '../../../support/sync/office';
import type { Device } from '../../../support/sync/office';
import { SimulatedPeer } from '../../../support/sync/simulated-peer';

const [key] = keys as [string, string, string];

function write(device: Device, size: string): void {
  device.edit(key, (body) => ({ ...body, size }));
}

describe('a round', () => {
  it('asks three times and sends nothing when nothing is new', async () => {
    const { devices, peer } = new Office(1);
    const [device] = devices as [Device];
    write(device, 'one');
    await device.sync(peer);
    peer.requests = 0;
    peer.bytesUp = 0;
    peer.rowsListed = 0;
    await device.sync(peer);
    const { requests, bytesUp, rowsListed } = peer;
    // Its own change comes by once.
    expect({ requests, bytesUp, rowsListed }).toEqual({ requests: 3, bytesUp: 0, rowsListed: 0 });
  });

  it('compares everything again only when there is a reason', async () => {
    const { devices, peer } = new Office(1);
    const [device] = devices as [Device];
    write(device, 'one');
    await device.sync(peer);
    const saved = peer.saved();
    write(device, 'two');
    await device.sync(peer);
    const requestsAfter = async (): Promise<number> => {
      peer.requests = 0;
      await device.sync(peer);
      return peer.requests;
    };
    // The server was put back: what it lost is sent again.
    peer.putBack(saved, true);
    expect(await requestsAfter()).toBeGreaterThan(3);
    expect(peer.leafSets()).toEqual(device.leafSets());
    // Put back without what it keeps for each laptop.
    peer.putBack(saved, false);
    expect(await requestsAfter()).toBeGreaterThan(3);
    expect(peer.leafSets()).toEqual(device.leafSets());
    peer.beginAnew();
    expect(await requestsAfter()).toBeGreaterThan(3);
    expect(peer.leafSets()).toEqual(device.leafSets());
    expect(await requestsAfter()).toBe(3);
  });

  it('sends again what the server shows that it lost', async () => {
    const { devices, peer } = new Office(1);
    const [device] = devices as [Device];
    write(device, 'one');
    await device.sync(peer);
    const saved = peer.saved();
    write(device, 'two');
    await device.sync(peer);
    peer.putDocumentsBack(saved);
    await device.sync(peer);
    expect(peer.leafSets()).toEqual(device.leafSets());
  });

  it('leaves what was sent where it is when a draft behind it comes to nothing', async () => {
    const { devices, peer } = new Office(2);
    const [device, other] = devices as [Device, Device];
    write(device, 'one');
    await device.sync(peer);
    await other.sync(peer);
    const deletedAt = '2026-03-01T00:00:00.000Z';
    device.edit(key, (body) => ({ ...body, deletedAt }));
    await device.sync(peer);
    device.edit(key, (body) => ({ ...body, deletedAt: null }));
    other.edit(key, (body) => ({ ...body, revenue: '1 bn' }));
    await other.sync(peer);
    for (const each of [device, other, device]) await each.sync(peer);
    for (const each of devices) {
      expect(each.leafSets()).toEqual(peer.leafSets());
      expect(each.shown(key)).toMatchObject({ deletedAt: null, revenue: '1 bn' });
    }
  });

  it('lets somebody go on in what they began, whatever comes in between', async () => {
    const { devices, peer } = new Office(2);
    const [device, other] = devices as [Device, Device];
    write(device, 'one');
    await device.sync(peer);
    await other.sync(peer);
    write(other, 'theirs');
    await other.sync(peer);
    const deletedAt = '2026-03-01T00:00:00.000Z';
    device.edit(key, (body) => ({ ...body, size: 'mine', deletedAt }));
    // Theirs has been taken in, and what comes next is broken off.
    device.faults.plan(2, 'before');
    expect(await device.sync(peer)).toBeNull();
    device.faults.none();
    expect(device.shown(key)).toMatchObject({ size: 'mine' });
    device.edit(key, (body) => ({ ...body, revenue: '1 bn' }));
    expect(liveLeaves(device.store.get(key)).map(({ body }) => body['size'])).toEqual(
      expect.arrayContaining(['mine', 'theirs']),
    );
    expect(liveLeaves(device.store.get(key)).filter(({ isDraft }) => isDraft)).toHaveLength(1);
    expect(device.shown(key)).toMatchObject({ size: 'mine', revenue: '1 bn' });
  });

  it('brings a laptop that was put back what it had sent itself', async () => {
    const { devices, peer } = new Office(2);
    const [device, other] = devices as [Device, Device];
    write(device, 'one');
    await device.sync(peer);
    const saved = device.store.saved();
    write(device, 'two');
    await device.sync(peer);
    for (const isWhole of [true, false]) {
      device.store.putBack(saved, isWhole);
      await device.sync(peer);
      expect(device.shown(key)?.['size']).toBe('two');
    }
    await other.sync(peer);
    expect(liveLeaves(other.store.get(key))).toHaveLength(1);
  });

  it('remembers nothing that is not on the disk: what could not be written is asked for again', async () => {
    const { devices, peer } = new Office(2);
    const [device, other] = devices as [Device, Device];
    write(device, 'one');
    await device.sync(peer);
    other.faults.plan(1, 'before');
    expect(await other.sync(peer)).toBeNull();
    expect(other.store.read()).toBeNull();
    other.faults.none();
    await other.sync(peer);
    expect(other.shown(key)?.['size']).toBe('one');
  });

  it('never amends what may have left, even when nobody heard that it arrived', async () => {
    const { devices, peer, serverFaults } = new Office(2);
    const [device, other] = devices as [Device, Device];
    write(device, 'one');
    // instance, note, changes, missing, and then the sending.
    serverFaults.plan(5, 'after');
    expect(await device.sync(peer)).toBeNull();
    serverFaults.none();
    write(device, 'two');
    await device.sync(peer);
    await other.sync(peer);
    expect(liveLeaves(other.store.get(key))).toHaveLength(1);
    expect(other.shown(key)?.['size']).toBe('two');
  });

  it('offers again, each time, what the server would not take', async () => {
    const { devices, peer } = new Office(1);
    const [device] = devices as [Device];
    const [, spare] = keys as [string, string];
    write(device, 'one');
    device.edit(spare, (body) => ({ ...body, size: 'too much' }));
    peer.refusing = (parcel: Parcel) => (parcel.key === spare ? 'too-large' : null);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await device.sync(peer)).toMatchObject({ heldBack: [{ key: spare, why: 'too-large' }] });
      expect([...peer.leafSets().keys()]).toEqual([key]);
    }
    peer.refusing = () => null;
    expect(await device.sync(peer)).toMatchObject({ heldBack: [], sent: 1 });
    expect(peer.leafSets()).toEqual(device.leafSets());
  });

  it('sends a file before what names it, and waits with what names a file that is not here', async () => {
    const { devices, peer } = new Office(1);
    const [device] = devices as [Device];
    const bytes = Buffer.from('a photograph');
    const id = '7aaaaaaa-0000-4000-8000-000000000000';
    const photograph = `attachment:${id}`;
    const body = { type: 'attachment', id, schema: 1, sha256: fileHash(bytes), deletedAt: null };
    device.edit(photograph, () => body);
    expect(await device.sync(peer)).toMatchObject({ heldBack: [{ why: 'file-not-here' }], sent: 0 });
    expect(peer.leafSets().has(photograph)).toBe(false);
    device.store.files.set(fileHash(bytes), bytes);
    expect(await device.sync(peer)).toMatchObject({ heldBack: [], filesSent: 1 });
    expect(peer.recordsBeforeTheirFiles).toEqual([]);
  });

  it('holds back what names a file that the server will not take, and sends everything else', async () => {
    const { devices, peer } = new Office(1);
    const [device] = devices as [Device];
    const bytes = Buffer.from('a film of the whole visit');
    const id = '7aaaaaaa-0000-4000-8000-000000000000';
    device.store.files.set(fileHash(bytes), bytes);
    device.edit(`attachment:${id}`, () => ({ type: 'attachment', id, schema: 1, sha256: fileHash(bytes) }));
    write(device, 'one');
    peer.takeFile = () => Promise.reject(new PeerError({ code: 'too-large' }));
    expect(await device.sync(peer)).toMatchObject({ sent: 1, filesSent: 0, heldBack: [{ why: 'too-large' }] });
    expect([...peer.leafSets().keys()]).toEqual([key]);
    peer.takeFile = () => Promise.reject(new PeerError({ code: 'cannot-reach', reason: 'ECONNRESET' }));
    await expect(device.sync(peer)).rejects.toThrow(PeerError);
  });

  it('takes what somebody deleted with another program for no reason to lose it', async () => {
    const { devices, peer } = new Office(2);
    const [device, other] = devices as [Device, Device];
    write(device, 'one');
    await device.sync(peer);
    await other.sync(peer);
    const [leaf] = liveLeaves(device.store.get(key));
    const hash = leaf!.rev.slice(2);
    await peer.take([{ key, rev: `2-${'f'.repeat(32)}`, ancestors: [hash], content: { kind: 'closed', into: null } }]);
    for (const each of [device, other, device]) await each.sync(peer);
    for (const each of devices) expect(each.shown(key)?.['size']).toBe('one');
    expect(peer.leafSets()).toEqual(device.leafSets());
  });

  it('ends a branch only when what it ended in is here', async () => {
    const { devices } = new Office(1);
    const [device] = devices as [Device];
    write(device, 'one');
    const [first] = await device.handOver();
    const unknown = `9-${'e'.repeat(32)}`;
    const end: Parcel = {
      ...{ key, rev: `2-${'d'.repeat(32)}`, ancestors: [first!.rev.slice(2)] },
      content: { kind: 'closed', into: unknown },
    };
    const waiting = await takeIn(device.store, [end], { revise, stock: emptyStock(), isLastTry: false });
    expect(waiting).toEqual([{ key, revs: [end.rev] }]);
    expect(device.shown(key)?.['size']).toBe('one');
    await takeIn(device.store, [end], { revise, stock: emptyStock(), isLastTry: true });
    expect(device.shown(key)?.['size']).toBe('one');
  });
});

describe('where a round goes on', () => {
  const session = { session: 's1', pulled: '7', pushed: 3 };
  const here = { instance: 'i', identity: 'j', sessions: [session], refused: [], again: [] };
  const there = { sessions: [session] };

  it('is the last that both sides know', () => {
    expect(beginningOf(here, there, { instance: 'i', identity: 'j' })).toMatchObject({ pulled: '7', pushed: 3 });
    const later = { ...here, sessions: [{ session: 's2', pulled: '9', pushed: 4 }, session] };
    expect(beginningOf(later, there, { instance: 'i', identity: 'j' })).toMatchObject({ pulled: '7', pushed: 3 });
  });

  it.each([
    ['the database is another', here, there, { instance: 'x', identity: 'j' }],
    ['the store is another', here, there, { instance: 'i', identity: 'x' }],
    ['nothing is remembered here', null, there, { instance: 'i', identity: 'j' }],
    ['nothing is remembered there', here, null, { instance: 'i', identity: 'j' }],
    ['rubbish is remembered there', here, { sessions: 'yes' }, { instance: 'i', identity: 'j' }],
    ['rubbish is remembered here', { sessions: 3 }, there, { instance: 'i', identity: 'j' }],
    [
      'they know of other rounds',
      here,
      { sessions: [{ ...session, session: 's9' }] },
      { instance: 'i', identity: 'j' },
    ],
  ])('is the beginning when %s', (_why, mine, theirs, now) => {
    expect(beginningOf(mine, theirs, now)).toMatchObject({ pulled: null, pushed: 0, sessions: [] });
  });
});

describe('a revision', () => {
  it('is the same for the same change whatever the clocks say, and another after another parent', () => {
    const body = { type: 'trip', title: 'A', updatedAt: '2016', updatedBy: 'x', revision: '1-a' };
    const name = revise(null, { kind: 'live', body });
    expect(revise(null, { kind: 'live', body: { ...body, updatedAt: '2036', updatedBy: 'y', revision: '' } })).toBe(
      name,
    );
    expect(revise(null, { kind: 'live', body: { ...body, title: 'B' } })).not.toBe(name);
    expect(revise(name, { kind: 'live', body })).not.toBe(name);
    expect(revise(name, { kind: 'closed', into: null })).not.toBe(revise(name, { kind: 'closed', into: name }));
  });
});

describe('bringing files', () => {
  it('goes on where it was broken off, and takes nothing that is not what its name says', async () => {
    const faults = new Faults();
    const peer = new SimulatedPeer(faults);
    const all = ['one', 'two', 'three'].map((text) => Buffer.from(text));
    for (const bytes of all) await peer.takeFile(fileHash(bytes), bytes);
    const wrong = fileHash(Buffer.from('four'));
    await peer.takeFile(wrong, Buffer.from('something else'));
    const here = new Map<string, Uint8Array>();
    const files = {
      wanted: () => Promise.resolve([...all.map(fileHash), wrong].filter((hash) => !here.has(hash))),
      keep: (sha256: string, bytes: Uint8Array) => {
        here.set(sha256, bytes);
        return Promise.resolve();
      },
    };
    faults.plan(3, 'before');
    await expect(fetchFiles(peer, files, () => undefined)).rejects.toThrow();
    expect(here.size).toBe(2);
    faults.none();
    expect(await fetchFiles(peer, files, () => undefined)).toEqual({ fetched: 1, missing: [wrong] });
    expect([...here.keys()]).toEqual(all.map(fileHash));
  });
});
