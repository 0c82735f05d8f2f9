import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Parcel, Peer } from '../../../main/sync/peer';
import { couchPeer } from '../../../main/sync/transports/couch/couch-peer';
import { startExpressCouch } from '../../support/couch/express-couch';
import { StrictCouch } from '../../support/couch/stand-in/strict-couch';
import { asking, madeSpace, officer } from '../../support/couch/test-couch';
import type { TestCouch } from '../../support/couch/test-couch';
import { keyOf, live, revOf } from '../../support/couch/leaves';

const servers: [string, () => Promise<TestCouch>][] = [
  ['PouchDB\u2019s server', startExpressCouch],
  ['CouchDB 3, strictly', () => StrictCouch.start()],
];

describe.each(servers)('a space on %s', (_, start) => {
  let couch: TestCouch;
  let url: string;
  let peer: Peer;

  const signedIn = (kind: 'session' | 'basic' = 'session'): Peer =>
    couchPeer({ url, fetch, credentials: { kind, ...officer } });

  beforeEach(async () => {
    couch = await start();
    url = await madeSpace(couch);
    peer = signedIn();
  });
  afterEach(() => couch.close());

  it.each(['session', 'basic'] as const)('is entered by %s', async (kind) => {
    const instance = await signedIn(kind).instance();
    expect(instance).toMatch(/^born /);
    expect(await signedIn(kind).instance()).toBe(instance);
  });

  it('is closed to nobody in particular, and to a wrong password', async () => {
    const problem = { problem: { code: 'not-signed-in' } };
    const nobody = couchPeer({ url, fetch, credentials: null });
    await expect(nobody.instance()).rejects.toMatchObject(problem);
    for (const kind of ['session', 'basic'] as const) {
      const wrong = couchPeer({ url, fetch, credentials: { kind, name: officer.name, password: 'wrong' } });
      await expect(wrong.changes(null, 10)).rejects.toMatchObject(problem);
    }
  });

  it('says when there is no such space', async () => {
    const elsewhere = couchPeer({ url: `${url}x`, fetch, credentials: { kind: 'session', ...officer } });
    const problem = { problem: { code: 'no-space-there' } };
    await expect(elsewhere.instance()).rejects.toMatchObject(problem);
    await expect(elsewhere.note('device')).rejects.toMatchObject(problem);
    await expect(elsewhere.take([live(1, 'a')])).rejects.toMatchObject(problem);
  });

  it('keeps notes, also when somebody else has written them meanwhile', async () => {
    expect(await peer.note('device one')).toBeNull();
    await peer.keepNote('device one', { sessions: [1] });
    await peer.keepNote('device one', { sessions: [2] });
    const clone = signedIn();
    await clone.keepNote('device one', { sessions: [3] });
    await peer.keepNote('device one', { sessions: [4] });
    expect(await clone.note('device one')).toEqual({ sessions: [4] });
    expect((await peer.changes(null, 100)).changed).toEqual([]);
  });

  it('gives back the leaves that it was given: conflicts, ends of branches, words in any script', async () => {
    const body = { type: 'note', title: '深圳市前海 \u{20BB7} “visit”', __proto__x: 1, _ours: [{ _id: 'x' }], $: null };
    const parcels: Parcel[] = [
      { ...live(1, 'a'), content: { kind: 'live', body } },
      live(1, 'b'),
      {
        key: keyOf(1),
        rev: revOf(2, 'c'),
        ancestors: [revOf(1, 'b').slice(2)],
        content: { kind: 'closed', into: revOf(1, 'a') },
      },
      {
        key: keyOf(2),
        rev: revOf(9, 'd'),
        ancestors: ['e', 'f'].map((each) => each.repeat(32)),
        content: { kind: 'live', body: {} },
      },
    ];
    expect(await peer.take(parcels)).toEqual([]);
    const { changed, isMore } = await peer.changes(null, 100);
    expect(isMore).toBe(false);
    const leaves = new Map(changed.map(({ key, revs }) => [key, [...revs].sort()]));
    expect(leaves).toEqual(
      new Map([
        [keyOf(1), [revOf(1, 'a'), revOf(2, 'c')]],
        [keyOf(2), [revOf(9, 'd')]],
      ]),
    );
    const { parcels: back, unreadable } = await peer.leaves(changed);
    expect(unreadable).toEqual([]);
    const sorted = (list: readonly Parcel[]): Parcel[] => [...list].sort((x, y) => (x.rev < y.rev ? -1 : 1));
    expect(sorted(back)).toEqual(sorted(parcels.filter(({ rev }) => rev !== revOf(1, 'b'))));
  });

  it('changes nothing when it is given the same again', async () => {
    await peer.take([live(1, 'a'), live(2, 'a')]);
    const { upTo } = await peer.changes(null, 100);
    await peer.take([live(1, 'a'), live(2, 'a')]);
    expect(await peer.changes(upTo, 100)).toEqual({ changed: [], upTo, isMore: false });
  });

  it('lists what changed in portions, and since a place', async () => {
    await peer.take(Array.from({ length: 25 }, (__, nth) => live(nth, 'a')));
    const keys: string[] = [];
    let at: string | null = null;
    for (let isMore = true; isMore;) {
      const some = await peer.changes(at, 10);
      keys.push(...some.changed.map(({ key }) => key));
      ({ upTo: at, isMore } = some);
    }
    expect(keys.sort()).toEqual(Array.from({ length: 25 }, (__, nth) => keyOf(nth)).sort());
    await peer.take([live(3, 'b')]);
    const { changed } = await peer.changes(at, 10);
    expect(changed.map(({ key, revs }) => [key, [...revs].sort()])).toEqual([
      [keyOf(3), [revOf(1, 'a'), revOf(1, 'b')]],
    ]);
  });

  it('leaves out what is no record', async () => {
    await asking(couch, 'PUT', '/delegations/_design/other', { views: {} });
    await asking(couch, 'PUT', '/delegations/shopping', { list: ['tea'] });
    await peer.takeFile(createHash('sha256').update('x').digest('hex'), Buffer.from('x'));
    await peer.take([live(1, 'a')]);
    expect((await peer.changes(null, 100)).changed.map(({ key }) => key)).toEqual([keyOf(1)]);
  });

  it('says which leaves it lacks', async () => {
    await peer.take([{ ...live(1, 'c'), rev: revOf(2, 'c'), ancestors: ['b'.repeat(32)] }]);
    const offered = [
      { key: keyOf(1), revs: [revOf(2, 'c'), revOf(2, 'd')] },
      { key: keyOf(2), revs: [revOf(1, 'a')] },
    ];
    expect(await peer.missing(offered)).toEqual([
      { key: keyOf(1), revs: [revOf(2, 'd')] },
      { key: keyOf(2), revs: [revOf(1, 'a')] },
    ]);
  });

  it('says what it has no body of', async () => {
    await peer.take([live(1, 'a')]);
    const wanted = [
      { key: keyOf(1), revs: [revOf(1, 'a'), revOf(4, 'b')] },
      { key: keyOf(2), revs: [revOf(1, 'a')] },
    ];
    const { parcels, unreadable } = await peer.leaves(wanted);
    expect(parcels).toEqual([live(1, 'a')]);
    expect(unreadable).toEqual([
      { key: keyOf(1), rev: revOf(4, 'b'), why: 'absent' },
      { key: keyOf(2), rev: revOf(1, 'a'), why: 'absent' },
    ]);
  });

  it('keeps files, and two devices that bring one make one of it', async () => {
    const bytes = new Uint8Array(300_000).map((__, nth) => (nth * 7) % 256);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const other = createHash('sha256').update('other').digest('hex');
    expect(await peer.missingFiles([sha256, other])).toEqual([sha256, other]);
    await peer.takeFile(sha256, bytes);
    await signedIn('basic').takeFile(sha256, bytes);
    expect(await peer.missingFiles([sha256, other])).toEqual([other]);
    expect(Buffer.compare((await peer.file(sha256))!, bytes)).toBe(0);
    expect(await peer.file(other)).toBeNull();
    const empty = createHash('sha256').update('').digest('hex');
    await peer.takeFile(empty, new Uint8Array(0));
    expect(await peer.file(empty)).toHaveLength(0);
    const { json } = await asking(couch, 'GET', `/delegations/blob%3A${sha256}?conflicts=true`);
    expect(json).toMatchObject({ _rev: `1-${sha256.slice(0, 32)}` });
    expect(json).not.toHaveProperty('_conflicts');
  });

  it('brings a file back that somebody deleted there', async () => {
    const bytes = Buffer.from('a photograph (sample)');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await peer.takeFile(sha256, bytes);
    await asking(couch, 'DELETE', `/delegations/blob%3A${sha256}?rev=1-${sha256.slice(0, 32)}`);
    expect(await peer.file(sha256)).toBeNull();
    expect(await peer.missingFiles([sha256])).toEqual([sha256]);
    await peer.takeFile(sha256, bytes);
    expect(await peer.missingFiles([sha256])).toEqual([]);
    expect(Buffer.compare((await peer.file(sha256))!, bytes)).toBe(0);
  });

  it('asks for nothing by a hash that is none', async () => {
    expect(await peer.missingFiles(['../_all_docs', ''])).toEqual(['../_all_docs', '']);
    expect(await peer.file('../_all_docs')).toBeNull();
  });

  it('takes thousands in portions', async () => {
    const many = Array.from({ length: 1_300 }, (__, nth) => live(nth, 'a', 'words '.repeat(700)));
    expect(await peer.take(many)).toEqual([]);
    const { parcels, unreadable } = await peer.leaves(many.map(({ key, rev }) => ({ key, revs: [rev] })));
    expect([parcels.length, unreadable.length]).toEqual([1_300, 0]);
    expect(parcels.at(-1)).toEqual(many.at(-1));
  });
});
