import { createHash } from 'node:crypto';
import type { SyncState } from '@shared/domain/record';
import { generationOf, hashOf, revisionsBy } from '@shared/domain/revision';

/** How many earlier revisions a record remembers: enough for any exchange between devices that met within 200 changes. */
const mostAncestors = 200;
/** How many of the revisions that others may know are kept as they read, and how long they may be together, in characters. */
const mostEarlier = 20;
const mostEarlierLength = 400_000;

type Fields = Readonly<Record<string, unknown>>;

/** A record's revision and what sync knows of it. */
export interface Revised {
  readonly revision: string;
  readonly sync: SyncState;
}

/** The same as every device makes of the same content after the same parent. */
const revise = revisionsBy((text) => createHash('sha256').update(text).digest('hex').slice(0, 32));

function revisionOf(parent: string | null, body: Fields): string {
  return revise(parent, { kind: 'live', body });
}

/** The revision that this one follows; null for a first one. */
function parentOf({ revision, sync }: Revised): string | null {
  const [hash] = sync.anc;
  return hash === undefined ? null : `${generationOf(revision) - 1}-${hash}`;
}

/** The revision of a record that is made here and now; its `seq` is set when it is committed. */
export function firstRevision(record: Fields): Revised {
  return { revision: revisionOf(null, record), sync: { anc: [], seq: 0, own: true, sh: false } };
}

/**
 * The revision of a changed record. Amend until shared: a revision of our own that has not left this device is
 * replaced, so that autosaving a note for an hour makes one revision and not a thousand; any other is followed.
 */
export function nextRevision(current: Revised, before: Fields, changed: Fields): Revised {
  const { sync, revision } = current;
  if (sync.own && !sync.sh) return { revision: revisionOf(parentOf(current), changed), sync };
  const anc = [hashOf(revision), ...sync.anc].slice(0, mostAncestors);
  const { revision: _revision, ...body } = before;
  const earlier = keptOf([{ rev: revision, body }, ...(sync.earlier ?? [])], sync);
  return { revision: revisionOf(revision, changed), sync: { ...sync, anc, own: true, sh: false, earlier } };
}

/** The newest few; all of them while branches wait for a merge, which may need any. */
function keptOf(earlier: NonNullable<SyncState['earlier']>, { leaves = [] }: SyncState): typeof earlier {
  if (leaves.length > 0) return earlier;
  let length = 0;
  return earlier.slice(0, mostEarlier).filter(({ body }, nth) => {
    length += JSON.stringify(body).length;
    return nth === 0 || length <= mostEarlierLength;
  });
}
