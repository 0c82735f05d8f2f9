import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Peer, PeerProblem } from '../../../main/sync/peer';
import type { CouchParts } from '../../../main/sync/transports/couch/couch-peer';
import { hotelPage } from '../../support/couch/stand-in/faults';
import type { Fault } from '../../support/couch/stand-in/faults';
import { StrictCouch } from '../../support/couch/stand-in/strict-couch';
import type { StrictOptions } from '../../support/couch/stand-in/strict-couch';
import { problemOf, StrictSpace } from '../../support/couch/strict-space';
import { officer } from '../../support/couch/test-couch';
import { keyOf, live, revOf } from '../../support/couch/leaves';

let space: StrictSpace;
let couch: StrictCouch;

async function entered(options: StrictOptions = {}, parts: Partial<CouchParts> = {}): Promise<Peer> {
  space = await StrictSpace.open(options);
  couch = space.couch;
  return space.enter(parts);
}

afterEach(() => couch.close());

const requests = (path: RegExp): string[] => space.requests(path);

const sha256 = createHash('sha256').update('photograph').digest('hex');

/** Everything that a peer is asked for. */
const asked: [string, (peer: Peer) => Promise<unknown>][] = [
  ['instance', (peer) => peer.instance()],
  ['note', (peer) => peer.note('device')],
  ['keepNote', (peer) => peer.keepNote('device', { a: 1 })],
  ['changes', (peer) => peer.changes(null, 10)],
  ['leaves', (peer) => peer.leaves([{ key: keyOf(1), revs: [revOf(1, 'a')] }])],
  ['missing', (peer) => peer.missing([{ key: keyOf(1), revs: [revOf(1, 'a')] }])],
  ['take', (peer) => peer.take([live(1, 'a')])],
  ['missingFiles', (peer) => peer.missingFiles([sha256])],
  ['takeFile', (peer) => peer.takeFile(sha256, Buffer.from('photograph'))],
  ['file', (peer) => peer.file(sha256)],
];

const bad: [string, Fault, PeerProblem['code']][] = [
  ['a page of a hotel', hotelPage, 'not-couchdb'],
  ['a redirection', { kind: 'elsewhere', location: 'https://login.hotel.example/' }, 'not-couchdb'],
  ['garbage', { kind: 'answer', status: 200, type: 'application/json', body: '\u0000\u0001{' }, 'not-couchdb'],
  ['half an answer', { kind: 'half', then: 'ended' }, 'not-couchdb'],
  ['a broken line within the answer', { kind: 'half', then: 'broken' }, 'cannot-reach'],
  ['silence within the answer', { kind: 'half', then: 'silence' }, 'cannot-reach'],
  ['a line lost before', { kind: 'lost', when: 'before' }, 'cannot-reach'],
  ['a line lost after', { kind: 'lost', when: 'after' }, 'cannot-reach'],
  ['a frozen node', { kind: 'frozen' }, 'cannot-reach'],
  [
    '500',
    { kind: 'answer', status: 500, type: 'application/json', body: '{"error":"x","reason":"chan"}' },
    'server-trouble',
  ],
  ['503 with a page', { kind: 'answer', status: 503, type: 'text/html', body: '<h1>busy</h1>' }, 'server-trouble'],
  [
    '403',
    { kind: 'answer', status: 403, type: 'application/json', body: '{"error":"forbidden","reason":"chan"}' },
    'not-allowed',
  ],
];

describe.each(bad)('%s', (_, fault, code) => {
  it('is named, whatever was asked, and nothing comes of it', async () => {
    const peer = await entered();
    const isSlow = fault.kind === 'frozen' || (fault.kind === 'half' && fault.then === 'silence');
    const limits = { answer: 300, stall: 300 };
    // Whoever waits for an answer that does not come signs in with each request, so that nothing else is waited for.
    const asking = isSlow ? space.enter({ limits, credentials: { kind: 'basic', ...officer } }) : peer;
    for (const [what, ask] of asked) {
      // Bytes of a file are not JSON: whoever gets them checks them by their hash.
      if (what === 'file' && code === 'not-couchdb' && fault.kind !== 'elsewhere') continue;
      await peer.note('sign in first');
      couch.faults.plan(fault, { times: Infinity });
      expect([what, (await problemOf(ask(asking))).code]).toEqual([what, code]);
      couch.faults.none();
    }
    // What the server did before the line was lost is told by nobody; asked again, it is there.
    expect(await peer.take([live(1, 'a')])).toEqual([]);
    expect((await peer.leaves([{ key: keyOf(1), revs: [revOf(1, 'a')] }])).parcels).toEqual([live(1, 'a')]);
  });
});

describe('signing in', () => {
  it('sends the password once and the cookie from then on', async () => {
    const peer = await entered();
    await Promise.all([peer.instance(), peer.note('device'), peer.changes(null, 5)]);
    expect(requests(/_session/)).toHaveLength(1);
    expect(couch.came.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
  });

  it('is done again, once, when a session ends midway', async () => {
    const peer = await entered();
    await peer.take([live(1, 'a')]);
    couch.accounts.endSessions();
    expect(await peer.take([live(2, 'a')])).toEqual([]);
    expect((await peer.changes(null, 10)).changed).toHaveLength(2);
    expect(requests(/_session/)).toHaveLength(2);
  });

  it('is not tried for ever where a server lets nobody in', async () => {
    const peer = await entered();
    const refused = {
      kind: 'answer',
      status: 401,
      type: 'application/json',
      body: '{"error":"unauthorized"}',
    } as const;
    couch.faults.plan(refused, { path: /delegations/, times: Infinity });
    expect(await problemOf(peer.instance())).toEqual({ code: 'not-signed-in' });
    expect(requests(/_session/)).toHaveLength(2);
  });

  it('says so when the password was changed meanwhile', async () => {
    const peer = await entered();
    await peer.instance();
    couch.accounts.add(officer.name, 'another', ['attache']);
    couch.accounts.endSessions();
    expect(await problemOf(peer.instance())).toEqual({ code: 'not-signed-in' });
  });

  it('says so when somebody is no member any more', async () => {
    const peer = await entered();
    await peer.instance();
    couch.accounts.add(officer.name, officer.password, []);
    expect(await problemOf(peer.changes(null, 10))).toEqual({ code: 'not-allowed' });
  });

  it.each([404, 405])('is not tried with a server that has no sessions (%s)', async (status) => {
    const peer = await entered();
    couch.faults.plan({ kind: 'answer', status, type: 'text/html', body: 'no' }, { path: /_session/, times: Infinity });
    expect(await problemOf(peer.instance())).toEqual({ code: 'not-couchdb' });
  });

  it.each(['session', 'basic'] as const)('never follows to another place with a password (%s)', async (kind) => {
    await entered();
    const other = await StrictCouch.start();
    try {
      const peer = space.enter({ credentials: { kind, ...officer } });
      couch.faults.plan({ kind: 'elsewhere', location: `${other.url}/delegations` }, { times: Infinity });
      expect(await problemOf(peer.instance())).toEqual({ code: 'not-couchdb' });
      expect(other.came).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('a note that somebody else wrote', () => {
  it('is as good as none', async () => {
    const peer = await entered();
    couch.database('delegations').writeLocal('device', { sessions: [] });
    expect(await peer.note('device')).toBeNull();
    await peer.keepNote('device', { sessions: [1] });
    expect(await peer.note('device')).toEqual({ sessions: [1] });
  });
});

describe('a place in history', () => {
  it('that is none is answered from the beginning', async () => {
    const peer = await entered();
    await peer.take([live(1, 'a')]);
    expect((await peer.changes('12', 10)).changed).toHaveLength(1);
    expect((await peer.changes('nonsense &limit=0', 10)).changed).toHaveLength(1);
  });

  it('of a database that was made anew is answered from the beginning, and the database is another', async () => {
    const peer = await entered();
    await peer.take([live(1, 'a')]);
    const { upTo } = await peer.changes(null, 10);
    const before = await peer.instance();
    couch.makeAnew('delegations');
    await peer.take([live(2, 'a')]);
    expect((await peer.changes(upTo, 10)).changed.map(({ key }) => key)).toEqual([keyOf(2)]);
    expect(await peer.instance()).not.toBe(before);
  });

  it.each(['repeated', 'reordered'] as const)('is not minded by rows that are %s', async (rows) => {
    const peer = await entered();
    await peer.take([live(1, 'a'), live(1, 'b'), live(2, 'a')]);
    couch.databases.rows = rows;
    const { changed } = await peer.changes(null, 10);
    expect(new Map(changed.map(({ key, revs }) => [key, [...revs].sort()]))).toEqual(
      new Map([
        [keyOf(1), [revOf(1, 'a'), revOf(1, 'b')]],
        [keyOf(2), [revOf(1, 'a')]],
      ]),
    );
    expect(changed).toHaveLength(2);
  });
});

describe('a database without a time of birth', () => {
  it('has a mark that all devices find, also when two begin at once', async () => {
    const peer = await entered({ saysBirth: false });
    const [one, other] = await Promise.all([peer.instance(), space.enter().instance()]);
    expect(one).toMatch(/^marked [\w-]{36}$/);
    expect(other).toBe(one);
    const saved = couch.database('delegations').saved();
    couch.database('delegations').putBack(saved, { withNotes: true });
    expect(await space.enter().instance()).toBe(one);
  });

  it('has another one once it was made anew, or put back without its notes', async () => {
    const peer = await entered({ saysBirth: false });
    const before = await peer.instance();
    couch.makeAnew('delegations');
    const anew = await peer.instance();
    expect(anew).not.toBe(before);
    couch.database('delegations').putBack(couch.database('delegations').saved(), { withNotes: false });
    expect(await peer.instance()).not.toBe(anew);
  });
});
