import { randomUUID } from 'node:crypto';
import type { Changes, Named, Peer } from '../../peer';
import { isRevision } from '@shared/domain/revision';
import { typeIn } from '../../synced-record';
import type { RecordKey } from '../../synced-record';
import { couchAddress } from './address';
import { changesSchema, infoSchema, revsDiffSchema } from './answers';
import type { Fetch, Limits } from './fetch';
import { usualLimits } from './fetch';
import { Fetching } from './fetching';
import { CouchFiles } from './files';
import { Line, parsed } from './line';
import { CouchNotes } from './notes';
import { Sending } from './sending';
import type { Credentials } from './sign-in';

export interface CouchParts {
  /** The database's address, one that `couchAddress` reads. */
  readonly url: string;
  /** Electron's `net.fetch`, which goes through the system's proxies and trusts the system's certificates. */
  readonly fetch: Fetch;
  readonly credentials: Credentials | null;
  /** Breaks off what is under way: what was asked for then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onTraffic?: (bytes: { readonly up: number; readonly down: number }) => void;
  readonly limits?: Partial<Limits>;
}

/** Under what the mark of a database is kept that has no time of birth. */
const markName = 'attache-instance';
const namesAtOnce = 2_000;

/** A database of a CouchDB 3 as the other side of sync: its replication protocol over HTTP. */
export function couchPeer({ url, limits, ...parts }: CouchParts): Peer {
  const address = couchAddress(url);
  if (address === null) throw new RangeError('Not the address of a database');
  const line = new Line({ ...parts, address, limits: { ...usualLimits, ...limits } });
  const notes = new CouchNotes(line);
  const files = new CouchFiles(line);
  const sending = new Sending(line);
  const fetching = new Fetching(line);
  return {
    instance: () => instance(line, notes),
    note: (name) => notes.read(name),
    keepNote: (name, value) => notes.keep(name, value),
    changes: (since, most) => changes(line, since, most),
    leaves: (wanted) => fetching.leaves(wanted),
    missing: (offered) => missing(line, offered),
    take: (parcels) => sending.take(parcels),
    missingFiles: (hashes) => files.missing(hashes),
    takeFile: (sha256, bytes) => files.take(sha256, bytes),
    file: (sha256) => files.read(sha256),
  };
}

/**
 * Since 3.3 CouchDB says when a database was made, the same on all nodes (apache/couchdb#3901). Before, and where it says
 * "0", a random mark in a local document serves: such are not replicated, so what is made anew has another one.
 */
async function instance(line: Line, notes: CouchNotes): Promise<string> {
  const { instance_start_time: born } = await line.ask(infoSchema, { method: 'GET', path: '' });
  if (born !== null && born !== undefined && Number(born) !== 0) return `born ${born}`;
  const mark = (await notes.read(markName)) ?? (await notes.begin(markName, randomUUID()));
  return `marked ${String(mark)}`;
}

async function changes(line: Line, since: string | null, most: number): Promise<Changes> {
  const path = (from: string): string => `/_changes?style=all_docs&limit=${most}&since=${encodeURIComponent(from)}`;
  const expected = since === null ? [] : [400];
  const first = await line.bytes({ method: 'GET', path: path(since ?? '0'), expected });
  // A place in the history of another database, or one that was never any.
  const answered = first.status === 400 ? await line.bytes({ method: 'GET', path: path('0') }) : first;
  const { results, last_seq: upTo, pending } = parsed(changesSchema, answered.bytes);
  const changed = new Map<RecordKey, Set<string>>();
  for (const { id, changes: leaves } of results) {
    // Files, the space's own documents, and what other programs put there.
    if (typeIn(id) === null) continue;
    // A cluster may name a document twice; between two lists of its leaves, both are looked at.
    const revs = changed.get(id) ?? new Set();
    for (const { rev } of leaves) if (isRevision(rev)) revs.add(rev);
    changed.delete(id);
    changed.set(id, revs);
  }
  const isMore = results.length > 0 && (typeof pending === 'number' ? pending > 0 : results.length >= most);
  return { changed: [...changed].map(([key, revs]) => ({ key, revs: [...revs] })), upTo, isMore };
}

async function missing(line: Line, offered: readonly Named[]): Promise<Named[]> {
  const found: Named[] = [];
  for (let at = 0; at < offered.length; at += namesAtOnce) {
    const some = offered.slice(at, at + namesAtOnce);
    const json = Object.fromEntries(some.map(({ key, revs }) => [key, revs]));
    const answer = await line.ask(revsDiffSchema, { method: 'POST', path: '/_revs_diff', json });
    for (const { key, revs } of some) {
      const lacking = new Set(answer[key]?.missing);
      const these = revs.filter((rev) => lacking.has(rev));
      if (these.length > 0) found.push({ key, revs: these });
    }
  }
  return found;
}
