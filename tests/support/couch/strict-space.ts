import { expect } from '@jest/globals';
import { PeerError } from '../../../main/sync/peer';
import type { Peer, PeerProblem } from '../../../main/sync/peer';
import { couchPeer } from '../../../main/sync/transports/couch/couch-peer';
import type { CouchParts } from '../../../main/sync/transports/couch/couch-peer';
import { StrictCouch } from './stand-in/strict-couch';
import type { StrictOptions } from './stand-in/strict-couch';
import { madeSpace, officer } from './test-couch';

/** A space on a strict server, and an officer who is a member of it. */
export class StrictSpace {
  private constructor(
    readonly couch: StrictCouch,
    readonly url: string,
  ) {}

  static async open(options: StrictOptions = {}): Promise<StrictSpace> {
    const couch = await StrictCouch.start(options);
    const url = await madeSpace(couch);
    couch.came = [];
    return new StrictSpace(couch, url);
  }

  /** The space as a device of the officer sees it. */
  enter(parts: Partial<CouchParts> = {}): Peer {
    return couchPeer({ url: this.url, fetch, credentials: { kind: 'session', ...officer }, ...parts });
  }

  /** The requests that came in, by method and path. */
  requests(path: RegExp): string[] {
    return this.couch.came.map(({ request }) => request).filter((each) => path.test(each));
  }
}

/** What somebody is told; it names neither people nor places. */
export async function problemOf(work: Promise<unknown>): Promise<PeerProblem> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PeerError)) throw new Error('No PeerError', { cause: error });
  expect(JSON.stringify([error.message, error.problem])).not.toMatch(/chan|passw|127\.0|delegations|sample/);
  return error.problem;
}
