import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Peer } from '../../../main/sync/peer';
import type { CouchParts } from '../../../main/sync/transports/couch/couch-peer';
import type { Fault } from '../../support/couch/stand-in/faults';
import type { StrictCouch } from '../../support/couch/stand-in/strict-couch';
import type { StrictOptions } from '../../support/couch/stand-in/strict-couch';
import { problemOf, StrictSpace } from '../../support/couch/strict-space';
import { asking } from '../../support/couch/test-couch';
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

describe('what a server will not take', () => {
  const long = 'x'.repeat(9_000_000);

  it('is one leaf that is too large, and not what travels with it', async () => {
    const peer = await entered();
    const parcels = [live(1, 'a'), live(2, 'a', long), live(3, 'a'), live(4, 'a')];
    expect(await peer.take(parcels)).toEqual([{ key: keyOf(2), rev: revOf(1, 'a'), why: 'too-large' }]);
    expect((await peer.changes(null, 10)).changed).toHaveLength(3);
  });

  it('is a portion that is too large for what stands before it: smaller ones are sent, now and later', async () => {
    const peer = await entered({ requestBytes: 150_000 });
    // Words that do not compress.
    const noise = (nth: number): string => createHash('sha512').update(`${nth}`).digest('base64');
    const body = (nth: number): string => Array.from({ length: 60 }, (_, part) => noise(nth * 60 + part)).join('');
    const parcels = Array.from({ length: 100 }, (_, nth) => live(nth, 'a', body(nth)));
    expect(await peer.take(parcels)).toEqual([]);
    expect((await peer.changes(null, 1000)).changed).toHaveLength(100);
    couch.came = [];
    expect(
      await peer.take(parcels.map((each) => ({ ...each, rev: revOf(2, 'b'), ancestors: ['a'.repeat(32)] }))),
    ).toEqual([]);
    expect(requests(/_bulk_docs/).length).toBeLessThan(10);
  });

  it('is half a character, and not what travels with it', async () => {
    const peer = await entered();
    const refused = await peer.take([live(1, 'a'), live(2, 'a', 'half \ud842'), live(3, 'a')]);
    expect(refused).toEqual([{ key: keyOf(2), rev: revOf(1, 'a'), why: 'invalid' }]);
    expect((await peer.changes(null, 10)).changed).toHaveLength(2);
  });

  it('is what the space\u2019s rules refuse, each by itself', async () => {
    const peer = await entered();
    const rule = `function (doc) {
      if (doc.title === 'no') throw({ forbidden: 'chan may not' });
      if (doc.title === 'odd') throw({ forbidden: 'Attach\u00e9: no record' });
      if (doc.title === 'who') throw({ unauthorized: 'who' });
    }`;
    await asking(couch, 'PUT', '/delegations/_design/rules', { validate_doc_update: rule });
    const refused = await peer.take([
      live(1, 'a', 'no'),
      live(2, 'a', 'odd'),
      live(3, 'a', 'who'),
      live(1, 'b'),
      live(4, 'a'),
    ]);
    expect(refused.map(({ key, rev, why }) => [key, rev, why])).toEqual([
      [keyOf(1), revOf(1, 'a'), 'not-allowed'],
      [keyOf(2), revOf(1, 'a'), 'invalid'],
      [keyOf(3), revOf(1, 'a'), 'not-allowed'],
    ]);
    expect((await peer.changes(null, 10)).changed).toHaveLength(2);
  });

  it('is anything, when nobody says what: all of it is offered again', async () => {
    const peer = await entered();
    const body = JSON.stringify([
      { error: 'timeout', reason: 'x' },
      { id: keyOf(2), rev: revOf(1, 'a'), error: 'forbidden', reason: 'x' },
      { id: keyOf(1), rev: revOf(1, 'a'), ok: true },
    ]);
    couch.faults.plan({ kind: 'answer', status: 201, type: 'application/json', body }, { path: /_bulk_docs/ });
    expect((await peer.take([live(1, 'a'), live(2, 'a')])).map(({ key, why }) => [key, why])).toEqual([
      [keyOf(1), 'unknown'],
      [keyOf(2), 'not-allowed'],
    ]);
  });

  it('is a file that is too large: that is said, and the line is still good', async () => {
    const peer = await entered({ requestBytes: 1_000_000 });
    const bytes = new Uint8Array(2_000_000);
    expect(await problemOf(peer.takeFile(createHash('sha256').update(bytes).digest('hex'), bytes))).toEqual({
      code: 'too-large',
    });
    expect(await peer.take([live(1, 'a')])).toEqual([]);
  });
});

describe('compressed requests', () => {
  const many = Array.from({ length: 50 }, (_, nth) => live(nth, 'a'));

  it('are what is sent, but for files', async () => {
    let up = 0;
    const peer = await entered({}, { onTraffic: (bytes) => (up += bytes.up) });
    await peer.take(many);
    const [sent] = couch.came.filter(({ request }) => request.includes('_bulk_docs'));
    expect(sent?.headers['content-encoding']).toBe('gzip');
    expect(sent?.bytes).toBeLessThan(JSON.stringify(many).length / 3);
    await peer.takeFile(sha256, Buffer.from('photograph'.repeat(1000)));
    expect(couch.came.at(-1)?.headers['content-encoding']).toBeUndefined();
    expect(up).toBe(couch.came.reduce((sum, { bytes }) => sum + bytes, 0));
  });

  it.each([400, 415] as const)(
    'are sent plain where they are answered by %s, and so from then on',
    async (refusesGzip) => {
      const peer = await entered({ refusesGzip });
      expect(await peer.take(many)).toEqual([]);
      expect(await peer.take(many.map((each) => ({ ...each, rev: revOf(1, 'b') })))).toEqual([]);
      const sent = couch.came.filter(({ request }) => request.includes('_bulk_docs'));
      expect(sent.map(({ headers }) => headers['content-encoding'])).toEqual(['gzip', undefined, undefined]);
    },
  );
});

describe('what a server has that is no leaf', () => {
  const answer = (results: unknown): Fault => {
    return { kind: 'answer', status: 200, type: 'application/json', body: JSON.stringify({ results }) };
  };
  const wanted = [{ key: keyOf(1), revs: [revOf(2, 'b'), revOf(1, 'a')] }];
  const right = { _id: keyOf(1), _rev: revOf(2, 'b'), _revisions: { start: 2, ids: ['b'.repeat(32), 'a'.repeat(32)] } };

  it.each([
    [
      'absurd revisions',
      [{ id: keyOf(1), docs: [{ ok: { ...right, _revisions: { start: 2, ids: ['x'] } } }] }],
      'damaged',
    ],
    ['no revisions', [{ id: keyOf(1), docs: [{ ok: { ...right, _revisions: undefined } }] }], 'damaged'],
    [
      'a revision that nobody asked for',
      [{ id: keyOf(1), docs: [{ ok: { ...right, _rev: revOf(3, 'c') } }] }],
      'absent',
    ],
    ['another record', [{ id: keyOf(1), docs: [{ ok: { ...right, _id: keyOf(9) } }] }], 'absent'],
    ['a key that is none', [{ id: '../..', docs: [{ ok: { ...right, _id: '../..' } }] }], 'absent'],
    [
      'an error, as CouchDB says it',
      [{ id: keyOf(1), docs: [{ error: { id: keyOf(1), rev: right._rev, error: 'not_found' } }] }],
      'absent',
    ],
    ['an error, as PouchDB says it', [{ id: keyOf(1), docs: [{ missing: right._rev }] }], 'absent'],
    ['nothing', [], 'absent'],
    ['a document that is no object', [{ id: keyOf(1), docs: [{ ok: 7 }, { ok: [right] }] }], 'absent'],
  ])('cannot be read: %s', async (_, results, why) => {
    const peer = await entered();
    couch.faults.plan(answer(results), { path: /_bulk_get/ });
    const { parcels, unreadable } = await peer.leaves(wanted);
    expect(parcels).toEqual([]);
    expect(unreadable.find(({ rev }) => rev === right._rev)?.why).toBe(why);
  });

  it.each([
    ['results that are none', { results: 7 }],
    ['documents that are none', { results: [{ id: keyOf(1), docs: [7] }] }],
  ])('is no answer of a CouchDB: %s', async (_, json) => {
    const peer = await entered();
    const body = JSON.stringify(json);
    couch.faults.plan({ kind: 'answer', status: 200, type: 'application/json', body }, { path: /_bulk_get/ });
    expect(await problemOf(peer.leaves(wanted))).toEqual({ code: 'not-couchdb' });
  });

  it('is not listed: revisions and keys of other shapes', async () => {
    const peer = await entered();
    const results = [
      {
        seq: 1,
        id: keyOf(1),
        changes: [{ rev: '1-short' }, { rev: revOf(1, 'a') }, { rev: '0-'.concat('a'.repeat(32)) }],
      },
      { seq: 2, id: '__proto__', changes: [{ rev: revOf(1, 'a') }] },
      { seq: 3, id: 'note:../../etc', changes: [{ rev: revOf(1, 'a') }] },
    ];
    const body = JSON.stringify({ results, last_seq: '3-x' });
    couch.faults.plan({ kind: 'answer', status: 200, type: 'application/json', body }, { path: /_changes/ });
    expect(await peer.changes(null, 10)).toEqual({
      changed: [{ key: keyOf(1), revs: [revOf(1, 'a')] }],
      upTo: '3-x',
      isMore: false,
    });
  });

  it('says nothing of leaves that were not offered', async () => {
    const peer = await entered();
    const body = JSON.stringify({ [keyOf(1)]: { missing: [revOf(7, 'f')] }, [keyOf(7)]: { missing: [revOf(1, 'a')] } });
    couch.faults.plan({ kind: 'answer', status: 200, type: 'application/json', body }, { path: /_revs_diff/ });
    expect(await peer.missing(wanted)).toEqual([]);
  });
});

describe('an answer without end', () => {
  it('is broken off', async () => {
    const peer = await entered();
    couch.faults.plan({ kind: 'endless' }, { path: /_changes/ });
    expect(await problemOf(peer.changes(null, 10))).toEqual({ code: 'not-couchdb' });
  });

  it('that is only long is asked for in halves; a leaf that is too long by itself is set aside', async () => {
    const peer = await entered({}, { limits: { mostBytes: 100_000 } });
    const parcels = Array.from({ length: 20 }, (_, nth) => live(nth, 'a', 'word '.repeat(nth === 7 ? 30_000 : 3_000)));
    await peer.take(parcels);
    const { parcels: came, unreadable } = await peer.leaves(parcels.map(({ key, rev }) => ({ key, revs: [rev] })));
    expect(came).toHaveLength(19);
    expect(unreadable).toEqual([{ key: keyOf(7), rev: revOf(1, 'a'), why: 'damaged' }]);
  });

  it('is broken off where it is small as it travels', async () => {
    const small = gzipSync(Buffer.alloc(90_000_000, ' '));
    const bomb: CouchParts['fetch'] = () =>
      Promise.resolve(new Response(new Blob([small]).stream().pipeThrough(new DecompressionStream('gzip'))));
    await entered();
    expect(await problemOf(space.enter({ fetch: bomb, credentials: null }).instance())).toEqual({
      code: 'not-couchdb',
    });
  });
});
