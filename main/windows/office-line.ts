import { session } from 'electron';
import { couchPeer } from '../sync/transports/couch/couch-peer';
import type { Peer } from '../sync/peer';
import type { Server } from '../services/sync/server-place';

/**
 * The office's server through Chromium's own network, which knows the system's proxies and certificates. In a session of its
 * own that keeps nothing: the window's is offline, and stays so.
 */
export function officePeer({ address, user, password }: Server, signal: AbortSignal): Peer {
  const line = session.fromPartition('office-line', { cache: false });
  return couchPeer({
    url: address,
    fetch: (url, init) => line.fetch(url, init),
    credentials: { kind: 'session', name: user, password },
    signal,
  });
}
