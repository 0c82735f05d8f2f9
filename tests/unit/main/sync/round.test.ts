import { describe, expect, it } from '@jest/globals';
import { fileHash } from '@main/sync/hash';
import type { Parcel } from '@main/sync/peer';
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
    await device.sync(peer);
    expect({ requests: peer.requests, bytesUp: peer.bytesUp }).toEqual({ requests: 3, bytesUp: 0 });
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
