import { createHash } from 'node:crypto';
import { canonicalJson, isSameJson } from '@shared/canonical-json';
import type { SyncState } from '@shared/domain/record';

/** How many earlier revisions a record remembers: enough for any exchange between devices that met within 200 changes. */
const mostAncestors = 200;

type Fields = Readonly<Record<string, unknown>>;

/** A record's revision and what sync knows of it. */
export interface Revised {
  readonly revision: string;
  readonly sync: SyncState;
}

/**
 * What a revision vouches for. Who touched a record last, and when, is left out: the same merge or migration made on
 * two devices, by two people at two moments, must be one revision or the devices would never come to rest. `deletedAt`
 * stays in although it is a moment, because it is content: what went to the Trash together comes back together by it.
 */
function bodyOf(record: Fields): Fields {
  const { revision: _revision, updatedAt: _updatedAt, updatedBy: _updatedBy, ...body } = record;
  return body;
}

export function hasSameBody(one: Fields, other: Fields): boolean {
  return isSameJson(bodyOf(one), bodyOf(other));
}

/**
 * `<generation>-<first 128 bits of the SHA-256 of [parent, closed, body]>`. A closed revision is CouchDB's `_deleted`,
 * which only ends a branch that a merge has settled; a record in the Trash is not closed, it has `deletedAt`.
 */
function revisionOf(parent: string | null, isClosed: boolean, record: Fields): string {
  const text = canonicalJson([parent, isClosed, bodyOf(record)]);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return `${generationOf(parent) + 1}-${hash}`;
}

function generationOf(revision: string | null): number {
  return revision === null ? 0 : Number(revision.slice(0, revision.indexOf('-')));
}

function hashOf(revision: string): string {
  return revision.slice(revision.indexOf('-') + 1);
}

/** The revision that this one follows; null for a first one. */
function parentOf({ revision, sync }: Revised): string | null {
  const [hash] = sync.anc;
  return hash === undefined ? null : `${generationOf(revision) - 1}-${hash}`;
}

/** The revision of a record that is made here and now; its `seq` is set when it is committed. */
export function firstRevision(record: Fields): Revised {
  return { revision: revisionOf(null, false, record), sync: { anc: [], seq: 0, own: true, sh: false } };
}

/**
 * The revision of a changed record. Amend until shared: a revision of our own that has not left this device is
 * replaced, so that autosaving a note for an hour makes one revision and not a thousand; any other is followed.
 */
export function nextRevision(current: Revised, changed: Fields): Revised {
  const { sync, revision } = current;
  if (sync.own && !sync.sh) return { revision: revisionOf(parentOf(current), false, changed), sync };
  const anc = [hashOf(revision), ...sync.anc].slice(0, mostAncestors);
  return { revision: revisionOf(revision, false, changed), sync: { ...sync, anc, own: true, sh: false } };
}
