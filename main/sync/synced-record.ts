import { Lineage } from './lineage';
import { byRank } from '@shared/domain/revision';
import type { Body, Revision } from '@shared/domain/revision';

/** `<type>:<id>`: what a record is called by all devices, and the `_id` of its document. */
export type RecordKey = string;

const keyPattern = /^([a-z][a-z-]{0,40}):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The kind of record that a key names; null for what is no key of a record. */
export function typeIn(key: string): string | null {
  return keyPattern.exec(key)?.[1] ?? null;
}

/** How many earlier revisions a leaf remembers: enough for devices that meet again within two hundred changes. */
export const mostAncestors = 200;
/** How many earlier bodies a record keeps, and how long they may be together, in characters, after the first. */
const mostEarlier = 20;
const mostEarlierLength = 400_000;

interface LeafPlace {
  readonly rev: Revision;
  /** Hashes of the revisions before it, newest first; a closed leaf's go only as far as another leaf's take over. */
  readonly ancestors: readonly string[];
}

/** One way that a record reads. Two of them are a conflict, until a merge or a person makes one of them. */
export interface LiveLeaf extends LeafPlace {
  readonly kind: 'live';
  readonly body: Body;
  /** Made here and never shown to anybody: a new change takes its place instead of following it. */
  readonly isDraft: boolean;
}

/** The end of a branch: what it said is in `into`, or in what followed that. */
export interface ClosedLeaf extends LeafPlace {
  readonly kind: 'closed';
  readonly into: Revision | null;
}

export type Leaf = LiveLeaf | ClosedLeaf;

/** What a record said at a revision that is no leaf any more: needed to merge, and to take a settlement back. */
export interface EarlierBody {
  readonly rev: Revision;
  readonly body: Body;
}

/** A record as sync sees it: all the ends of its history, the winning one first. */
export interface SyncedRecord {
  readonly key: RecordKey;
  readonly leaves: readonly Leaf[];
  readonly earlier: readonly EarlierBody[];
}

export function nothingYet(key: RecordKey): SyncedRecord {
  return { key, leaves: [], earlier: [] };
}

/** The live leaves, the winning one first. */
export function liveLeaves(record: SyncedRecord): LiveLeaf[] {
  return record.leaves.filter((leaf) => leaf.kind === 'live');
}

/**
 * The leaf that is shown; undefined when there is none. A draft, for nobody's sentence may turn into another's under their
 * hands: so there is never a second one. Else, and the same on every device, CouchDB's winner among those that are not in
 * the Trash, for in doubt nothing disappears.
 */
export function shownLeaf(record: SyncedRecord): LiveLeaf | undefined {
  const live = liveLeaves(record);
  const draft = live.find(({ isDraft }) => isDraft);
  return draft ?? live.find(({ body }) => (body['deletedAt'] ?? null) === null) ?? live[0];
}

export function bodyAt(record: SyncedRecord, rev: Revision): Body | undefined {
  const leaf = liveLeaves(record).find((each) => each.rev === rev);
  return leaf?.body ?? record.earlier.find((each) => each.rev === rev)?.body;
}

/** The revision before a leaf; null for a first one, or when nobody remembers. */
export function parentOf(leaf: LeafPlace): Revision | null {
  const [hash] = leaf.ancestors;
  return hash === undefined ? null : `${Number.parseInt(leaf.rev, 10) - 1}-${hash}`;
}

/** The record with other leaves, in their order; `left` are bodies that were leaves and may be asked for again. */
export function withLeaves(
  record: SyncedRecord,
  leaves: readonly Leaf[],
  left: readonly EarlierBody[] = [],
): SyncedRecord {
  const sorted = folded([...leaves].sort(byStanding));
  const known = new Set(record.earlier.map(({ rev }) => rev));
  const added = left.filter(({ rev }) => !known.has(rev));
  const changed = { ...record, leaves: sorted };
  return added.length === 0 ? changed : { ...changed, earlier: pruned(changed, [...added, ...record.earlier]) };
}

function byStanding(one: Leaf, other: Leaf): number {
  if (one.kind !== other.kind) return one.kind === 'live' ? -1 : 1;
  return byRank(one.rev, other.rev);
}

/** Closed leaves stay for good, so each keeps only those ancestors that no other leaf remembers, and the next one. */
function folded(leaves: readonly Leaf[]): readonly Leaf[] {
  if (leaves.every(({ kind }) => kind === 'live')) return leaves;
  const remembered = new Set(leaves.flatMap((leaf) => (leaf.kind === 'live' ? leaf.ancestors : [])));
  return leaves.map((leaf) => {
    if (leaf.kind === 'live') return leaf;
    const last = leaf.ancestors.findIndex((hash) => remembered.has(hash));
    for (const hash of leaf.ancestors) remembered.add(hash);
    return last < 0 ? leaf : { ...leaf, ancestors: leaf.ancestors.slice(0, last + 1) };
  });
}

/** Of the earlier bodies the newest, and always those from which the leaves may still have to be merged. */
function pruned(record: SyncedRecord, earlier: readonly EarlierBody[]): readonly EarlierBody[] {
  const live = liveLeaves(record);
  const needed = new Set<Revision | null>(live.filter(({ isDraft }) => isDraft).map(parentOf));
  if (live.length > 1) {
    const lineage = new Lineage(record.leaves);
    for (const [nth, one] of live.entries()) {
      for (const other of live.slice(nth + 1)) {
        for (const rev of lineage.meetings(one.rev, other.rev)) needed.add(rev);
      }
    }
  }
  let count = 0;
  let length = 0;
  return [...earlier]
    .sort((one, other) => byRank(one.rev, other.rev))
    .filter(({ rev, body }) => {
      count += 1;
      length += JSON.stringify(body).length;
      return needed.has(rev) || count === 1 || (count <= mostEarlier && length <= mostEarlierLength);
    });
}
