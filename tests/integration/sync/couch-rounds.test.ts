import { createHash, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PeerError } from '../../../main/sync/peer';
import type { Peer } from '../../../main/sync/peer';
import { round } from '../../../main/sync/round/round';
import { couchPeer } from '../../../main/sync/transports/couch/couch-peer';
import { startExpressCouch } from '../../support/couch/express-couch';
import { StrictCouch } from '../../support/couch/stand-in/strict-couch';
import { StrictSpace } from '../../support/couch/strict-space';
import { madeSpace, officer } from '../../support/couch/test-couch';
import type { TestCouch } from '../../support/couch/test-couch';
import { Laptop, organisationOn, putLaptopsAway } from '../../support/sync/laptop';
import { Device, keys, revise } from '../../support/sync/office';

const [first = '', second = '', third = ''] = keys;

/** A round of a device; false when the line broke it off. */
async function synced(device: Device, peer: Peer): Promise<boolean> {
  const { store, name } = device;
  try {
    await round({ store, memory: store, peer, revise, device: name, newSession: () => randomUUID() });
    return true;
  } catch (error) {
    if (error instanceof PeerError) return false;
    throw error;
  }
}

async function rested(devices: readonly Device[], peers: readonly Peer[]): Promise<void> {
  const state = (): string => JSON.stringify(devices.map((device) => [...device.leafSets()]));
  for (let turn = 0; turn < 20; turn += 1) {
    const before = state();
    for (const [nth, device] of devices.entries()) expect(await synced(device, peers[nth]!)).toBe(true);
    if (state() === before) return;
  }
  throw new Error('The devices never come to rest');
}

let couch: TestCouch;
afterEach(async () => {
  await putLaptopsAway();
  await couch.close();
});

describe.each<[string, () => Promise<TestCouch>]>([
  ['PouchDB\u2019s server', startExpressCouch],
  ['CouchDB 3, strictly', () => StrictCouch.start()],
])('rounds with a space on %s', (_, start) => {
  it('bring two laptops to the same words, and what both changed to both', async () => {
    couch = await start();
    const url = await madeSpace(couch);
    const peer = (): Peer => couchPeer({ url, fetch, credentials: { kind: 'session', ...officer } });
    const [mine, theirs] = [await Laptop.begin('mine'), await Laptop.begin('theirs')];
    const id = await organisationOn(mine);
    await mine.sync(peer());
    await theirs.sync(peer());
    await mine.write(id, { profile: 'one\ntwo\nthree\nfour' });
    await theirs.write(id, { profile: 'zero\none\ntwo\nthree' });
    for (const laptop of [mine, theirs, mine]) await laptop.sync(peer());
    const shown = [mine, theirs].map(({ opened }) => opened.store.get('organisation', id)?.profile);
    expect(shown).toEqual(['zero\none\ntwo\nthree\nfour', 'zero\none\ntwo\nthree\nfour']);
    const { sent, changed } = await theirs.sync(peer());
    expect([sent, changed.size]).toEqual([0, 0]);
  });
});

describe('rounds with a space that fails', () => {
  let space: StrictSpace;
  let strict: StrictCouch;
  let devices: Device[];
  let peers: Peer[];

  async function office(): Promise<void> {
    space = await StrictSpace.open();
    strict = space.couch;
    couch = strict;
    devices = ['one', 'two'].map((name) => new Device(name));
    peers = devices.map(() => space.enter());
  }

  const said = (nth: number, word: string): void => {
    devices[nth]!.edit(nth === 0 ? first : second, (body) => ({
      ...body,
      profile: `${String(body['profile'])}\n${word}`,
    }));
  };

  function serverHasTheSame(): void {
    const { leaves, ids } = {
      leaves: (id: string) => strict.database('delegations').leavesOf(id).sort(),
      ids: strict.database('delegations').ids(),
    };
    for (const device of devices) {
      const sets = device.leafSets();
      expect(new Map(ids.map((id) => [id, leaves(id)]))).toEqual(new Map([...sets].sort()));
    }
  }

  it.each(['before', 'after'] as const)('lose nothing when the line is lost %s any request', async (when) => {
    await office();
    let broken = 0;
    for (let nth = 0; nth < 14; nth += 1) {
      said(0, `one-${nth}`);
      said(1, `two-${nth}`);
      devices[nth % 2]!.edit(third, (body) => ({ ...body, [nth % 2 === 0 ? 'size' : 'revenue']: `${nth}` }));
      strict.faults.none();
      strict.faults.plan({ kind: 'lost', when }, { after: nth });
      if (!(await synced(devices[nth % 2]!, peers[nth % 2]!))) broken += 1;
    }
    strict.faults.none();
    expect(broken).toBeGreaterThan(5);
    await rested(devices, peers);
    serverHasTheSame();
    for (const device of devices) {
      for (let nth = 0; nth < 14; nth += 1) {
        expect(device.words()).toContain(`one-${nth}`);
        expect(device.words()).toContain(`two-${nth}`);
      }
    }
  });

  it.each([
    ['yesterday\u2019s backup', true],
    ['yesterday\u2019s backup, without its notes', false],
  ])('bring back what %s has lost', async (__, withNotes) => {
    await office();
    said(0, 'monday');
    await rested(devices, peers);
    const saved = strict.database('delegations').saved();
    said(0, 'tuesday');
    said(1, 'wednesday');
    await rested(devices, peers);
    strict.database('delegations').putBack(saved, { withNotes });
    said(0, 'thursday');
    await rested(devices, peers);
    serverHasTheSame();
    for (const device of devices) {
      for (const word of ['monday', 'tuesday', 'wednesday', 'thursday']) expect(device.words()).toContain(word);
    }
  });

  it('fill a database that was made anew', async () => {
    await office();
    said(0, 'monday');
    said(1, 'tuesday');
    await rested(devices, peers);
    strict.makeAnew('delegations');
    await rested(devices, peers);
    serverHasTheSame();
    expect(strict.database('delegations').ids().sort()).toEqual([first, second].sort());
  });

  it('are not disturbed by sessions that end and rows that repeat', async () => {
    await office();
    strict.databases.rows = 'repeated';
    for (let nth = 0; nth < 5; nth += 1) {
      said(0, `one-${nth}`);
      said(1, `two-${nth}`);
      strict.accounts.endSessions();
      await rested(devices, peers);
    }
    serverHasTheSame();
  });

  it('cost little when there is nothing to say', async () => {
    await office();
    said(0, 'monday');
    await rested(devices, peers);
    let bytes = 0;
    const quiet = space.enter({ onTraffic: ({ up, down }) => (bytes += up + down) });
    strict.came = [];
    expect(await synced(devices[0]!, quiet)).toBe(true);
    expect(strict.came.map(({ request }) => request.replace(/\?.*/, ''))).toHaveLength(4);
    expect(bytes).toBeLessThan(5_000);
  });

  it('send a few words beside a photograph without the photograph', async () => {
    await office();
    const [mine = devices[0]!] = devices;
    const photograph = new Uint8Array(5_000_000);
    const sha256 = createHash('sha256').update(photograph).digest('hex');
    mine.store.files.set(sha256, photograph);
    const key = first.replace('organisation', 'attachment');
    mine.edit(key, () => ({ type: 'attachment', id: key.slice(11), sha256, caption: 'At the gate' }));
    await rested([mine], peers);
    strict.came = [];
    mine.edit(key, (body) => ({ ...body, caption: 'At the gate of the works' }));
    await rested([mine], peers);
    expect(strict.came.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(10_240);
    expect(await peers[1]!.file(sha256)).toHaveLength(5_000_000);
  });
});
