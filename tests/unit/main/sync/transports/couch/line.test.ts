import { describe, expect, it } from '@jest/globals';
import { PeerError } from '../../../../../../main/sync/peer';
import type { Peer, PeerProblem } from '../../../../../../main/sync/peer';
import { couchPeer } from '../../../../../../main/sync/transports/couch/couch-peer';
import type { Fetch, Limits } from '../../../../../../main/sync/transports/couch/fetch';

const credentials = { kind: 'basic', name: 'chan', password: 'sample-secret' } as const;
const about = { db_name: 'delegations', doc_count: 1, update_seq: '1-x', instance_start_time: '1700000000' };

function peerOver(fetch: Fetch, limits: Partial<Limits> = {}): Peer {
  return couchPeer({ url: 'https://couch.office.example/delegations', fetch, credentials, limits });
}

const impatient = { answer: 50, stall: 50 };

function answering(status: number, body: string, type = 'application/json'): Fetch {
  return () => Promise.resolve(new Response(body === '' ? null : body, { status, headers: { 'content-type': type } }));
}

async function problemOf(work: Promise<unknown>): Promise<PeerProblem> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PeerError)) throw new Error('No PeerError', { cause: error });
  const told = JSON.stringify([error.message, error.problem, String(error)]);
  expect(told).not.toMatch(/chan|sample-secret|office|delegations/);
  return error.problem;
}

const said = (error: string): string => JSON.stringify({ error, reason: 'chan may not see delegations' });

describe('what a server says instead of an answer', () => {
  it.each<[string, Fetch, PeerProblem]>([
    ['401', answering(401, said('unauthorized')), { code: 'not-signed-in' }],
    ['401 with a page', answering(401, '<html>', 'text/html'), { code: 'not-signed-in' }],
    ['403', answering(403, said('forbidden')), { code: 'not-allowed' }],
    ['403 with a page of a firewall', answering(403, '<html>', 'text/html'), { code: 'not-couchdb' }],
    ['403 without a reason', answering(403, '{"error":"forbidden"}'), { code: 'not-allowed' }],
    ['404', answering(404, said('not_found')), { code: 'no-space-there' }],
    ['404 with a page', answering(404, '<html>', 'text/html'), { code: 'not-couchdb' }],
    ['407', answering(407, ''), { code: 'cannot-reach', reason: 'proxy-sign-in' }],
    ['413', answering(413, said('too_large')), { code: 'too-large' }],
    ['418', answering(418, said('teapot')), { code: 'server-trouble', status: 418 }],
    ['429', answering(429, ''), { code: 'server-trouble', status: 429 }],
    ['500', answering(500, said('internal_server_error')), { code: 'server-trouble', status: 500 }],
    ['502 with a page', answering(502, '<html>', 'text/html'), { code: 'server-trouble', status: 502 }],
    ['511', answering(511, '<html>', 'text/html'), { code: 'not-couchdb' }],
    ['a page', answering(200, '<!doctype html>', 'text/html'), { code: 'not-couchdb' }],
    ['nothing', answering(200, ''), { code: 'not-couchdb' }],
    ['half an answer', answering(200, JSON.stringify(about).slice(0, 20)), { code: 'not-couchdb' }],
    ['other JSON', answering(200, '{"ok":true}'), { code: 'not-couchdb' }],
    ['a list', answering(200, '[]'), { code: 'not-couchdb' }],
    ['null', answering(200, 'null'), { code: 'not-couchdb' }],
    ['another place', answering(302, ''), { code: 'not-couchdb' }],
  ])('%s', async (_, fetch, problem) => {
    expect(await problemOf(peerOver(fetch).instance())).toEqual(problem);
  });
});

describe('a server that cannot be reached', () => {
  const throwing =
    (error: Error): Fetch =>
    () =>
      Promise.reject(error);
  const node = (code: string): Error => {
    const cause = Object.assign(new Error('connect 10.0.0.8 couch.office.example'), { code });
    return new TypeError('fetch failed', { cause });
  };

  it.each<[string, Error, PeerProblem]>([
    ['nobody listens (Node)', node('ECONNREFUSED'), { code: 'cannot-reach', reason: 'ECONNREFUSED' }],
    ['no such host (Node)', node('ENOTFOUND'), { code: 'cannot-reach', reason: 'ENOTFOUND' }],
    [
      'its own certificate (Node)',
      node('DEPTH_ZERO_SELF_SIGNED_CERT'),
      { code: 'not-trusted', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    ],
    ['an old certificate (Node)', node('CERT_HAS_EXPIRED'), { code: 'not-trusted', reason: 'CERT_HAS_EXPIRED' }],
    [
      'another name (Node)',
      node('ERR_TLS_CERT_ALTNAME_INVALID'),
      { code: 'not-trusted', reason: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ],
    [
      'an unknown issuer (Node)',
      node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
      { code: 'not-trusted', reason: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    ],
    [
      'no network (Electron)',
      new Error('net::ERR_INTERNET_DISCONNECTED'),
      { code: 'cannot-reach', reason: 'ERR_INTERNET_DISCONNECTED' },
    ],
    [
      'an unknown issuer (Electron)',
      new Error('net::ERR_CERT_AUTHORITY_INVALID'),
      { code: 'not-trusted', reason: 'ERR_CERT_AUTHORITY_INVALID' },
    ],
    ['another place (Electron)', new Error('Redirect was cancelled'), { code: 'not-couchdb' }],
    ['anything', new Error('chan at couch.office.example'), { code: 'cannot-reach', reason: 'broken-off' }],
  ])('%s', async (_, error, problem) => {
    expect(await problemOf(peerOver(throwing(error)).instance())).toEqual(problem);
  });

  it('is given up when it does not answer, even by a fetch that does not listen', async () => {
    const never: Fetch = () => new Promise(() => undefined);
    expect(await problemOf(peerOver(never, impatient).instance())).toEqual({
      code: 'cannot-reach',
      reason: 'time-limit',
    });
  });

  it('is given up when it falls silent within an answer', async () => {
    const silent: Fetch = () =>
      Promise.resolve(new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{"doc')) })));
    expect(await problemOf(peerOver(silent, impatient).instance())).toEqual({
      code: 'cannot-reach',
      reason: 'time-limit',
    });
  });

  it('stops at once when it is told to, with the reason that it was told', async () => {
    const stopping = new AbortController();
    const never: Fetch = () =>
      new Promise((_, reject) => stopping.signal.addEventListener('abort', () => reject(new Error('x'))));
    const peer = couchPeer({ url: 'https://c.example/d', fetch: never, credentials: null, signal: stopping.signal });
    const asked = peer.instance();
    stopping.abort(new Error('The window is closing'));
    await expect(asked).rejects.toThrow('The window is closing');
    await expect(peer.instance()).rejects.toThrow('The window is closing');
  });
});

describe('an answer without end', () => {
  it('is broken off', async () => {
    let pieces = 0;
    const endless: Fetch = () =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            pull(controller) {
              pieces += 1;
              controller.enqueue(new Uint8Array(1_000_000).fill(32));
            },
          }),
        ),
      );
    expect(await problemOf(peerOver(endless).instance())).toEqual({ code: 'not-couchdb' });
    expect(pieces).toBeLessThan(100);
  });
});

describe('a database that does not say when it was made', () => {
  it('must be read to its address only', async () => {
    const asked: string[] = [];
    const fetch: Fetch = (url, init) => {
      asked.push(`${init.method} ${url} ${init.redirect} ${init.credentials}`);
      return Promise.resolve(new Response(JSON.stringify(about)));
    };
    expect(await peerOver(fetch).instance()).toBe('born 1700000000');
    expect(asked).toEqual(['GET https://couch.office.example/delegations manual omit']);
  });

  it('is no address that nobody checked', () => {
    const parts = { fetch: answering(200, ''), credentials: null };
    expect(() => couchPeer({ ...parts, url: 'https://chan:sample-secret@couch.example/d' })).toThrow(RangeError);
  });
});
