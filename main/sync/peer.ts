import type { Arrival } from './take-in';
import type { Revision } from '@shared/domain/revision';
import type { RecordKey } from './synced-record';

/** A leaf on its way between devices. */
export interface Parcel extends Arrival {
  readonly key: RecordKey;
}

/** Leaves of one record, by their names. */
export interface Named {
  readonly key: RecordKey;
  readonly revs: readonly Revision[];
}

/** Some of what changed at the peer since a place in its history. */
export interface Changes {
  /** All leaves that these records have now, in the order of their last changes. */
  readonly changed: readonly Named[];
  /** The place to go on from: an opaque word of the peer's. */
  readonly upTo: string;
  readonly isMore: boolean;
}

/** What the peer says to leaves that it was asked for. */
export interface Sent {
  readonly parcels: readonly Parcel[];
  /** What it has no body of any more, or what cannot be read: neither is an end of anything. */
  readonly unreadable: readonly { readonly key: string; readonly rev: string; readonly why: 'absent' | 'damaged' }[];
}

/** A leaf or a file that the peer would not take. */
export interface Refused {
  readonly key: RecordKey;
  readonly rev: Revision;
  readonly why: 'not-allowed' | 'too-large' | 'invalid' | 'unknown';
}

/** Why a peer could not be spoken with; it is said to the person by its code. */
export type PeerProblem =
  /** No network, no such host, nobody listening, a time limit. */
  | { readonly code: 'cannot-reach'; readonly reason: string }
  /** The certificate is not one that this machine trusts. */
  | { readonly code: 'not-trusted'; readonly reason: string }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'not-allowed' }
  /** There is no such database. */
  | { readonly code: 'no-space-there' }
  /** It answers, but not as CouchDB does: a page of a proxy or of a hotel's network, half an answer. */
  | { readonly code: 'not-couchdb' }
  | { readonly code: 'too-large' }
  | { readonly code: 'server-trouble'; readonly status: number };

/** Thrown by a peer that cannot answer; nothing that was to be read or written may be taken as done. */
export class PeerError extends Error {
  override readonly name = 'PeerError';

  constructor(
    readonly problem: PeerProblem,
    options?: ErrorOptions,
  ) {
    super(problem.code, options);
  }
}

/** The other side of sync: a database that speaks CouchDB's replication. Every method throws `PeerError`. */
export interface Peer {
  /** Changes when the database is made anew, so that nothing that was remembered of it is trusted any more. */
  instance(): Promise<string>;
  /** A note that is kept there and is replicated to nobody; null when there is none. */
  note(name: string): Promise<unknown>;
  keepNote(name: string, value: unknown): Promise<void>;
  /** `since` null: from the beginning. A place that it knows nothing of is answered from the beginning, too. */
  changes(since: string | null, most: number): Promise<Changes>;
  leaves(wanted: readonly Named[]): Promise<Sent>;
  /** Of these leaves, those that it does not have and does not know as earlier ones either. */
  missing(offered: readonly Named[]): Promise<readonly Named[]>;
  /** Answers those that it did not take; all others are there. */
  take(parcels: readonly Parcel[]): Promise<readonly Refused[]>;
  /** Of these files, by SHA-256, those that it does not have. */
  missingFiles(hashes: readonly string[]): Promise<readonly string[]>;
  /** `too-large` and `not-allowed` are said of this file alone: others may still be taken. */
  takeFile(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Null when it is not there. The bytes are not checked yet. */
  file(sha256: string): Promise<Uint8Array | null>;
}
