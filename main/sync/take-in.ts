import { ancestorsOfChild } from './edit';
import { Lineage } from './lineage';
import { byRank, generationOf } from '@shared/domain/revision';
import type { Content, Revise, Revision } from '@shared/domain/revision';
import { liveLeaves, mostAncestors, parentOf, withLeaves } from './synced-record';
import type { EarlierBody, Leaf, LiveLeaf, SyncedRecord } from './synced-record';

/** A leaf as it comes from a server, a bundle or another device. */
export interface Arrival {
  readonly rev: Revision;
  /** As many as the sender remembers, newest first. */
  readonly ancestors: readonly string[];
  readonly content: Content;
}

export interface TakenIn {
  readonly record: SyncedRecord;
  /** Ends of branches that name a revision which has not arrived: they end nothing yet, and are to be asked for again. */
  readonly waiting: readonly Arrival[];
}

/** The most hashes that are looked through for a revision that is known here: what CouchDB keeps unless told otherwise. */
const farthest = 1000;

/**
 * Takes leaves in. What is known changes nothing; what follows a leaf takes its place; everything else stands beside it.
 * A branch ends only when what took its place is here (`isLastTry`: or will not come). Absence never means deletion.
 */
export function takenIn(
  record: SyncedRecord,
  arrivals: readonly Arrival[],
  revise: Revise,
  isLastTry = false,
): TakenIn {
  let leaves = record.leaves;
  const left: EarlierBody[] = [];
  for (const { rev, ancestors, content } of arrivals) {
    if (content.kind === 'closed') continue;
    const lineage = new Lineage(leaves);
    if (lineage.has(rev)) leaves = seen(leaves, rev);
    else leaves = added(leaves, { ...content, rev, ancestors: kept(ancestors, rev, lineage), isDraft: false }, left);
  }
  const waiting: Arrival[] = [];
  for (const arrival of arrivals) {
    const { rev, ancestors, content } = arrival;
    if (content.kind === 'live') continue;
    const lineage = new Lineage(leaves);
    if (lineage.has(rev)) continue;
    const closed: Leaf = { ...content, rev, ancestors: kept(ancestors, rev, lineage) };
    const ended = liveLeaves({ ...record, leaves }).find((leaf) => leaf.rev === parentOf(closed));
    if (ended === undefined || isHeld(leaves, lineage, content.into, ended.rev)) leaves = added(leaves, closed, left);
    else if (content.into === null || isLastTry) leaves = reopened(added(leaves, closed, left), closed, ended, revise);
    else waiting.push(arrival);
  }
  return { record: leaves === record.leaves ? record : withLeaves(record, leaves, left), waiting };
}

/** A leaf that comes back from elsewhere has left this device, whatever is remembered of that here. */
export function seen(leaves: readonly Leaf[], rev: Revision): readonly Leaf[] {
  const isDraft = leaves.some((leaf) => leaf.kind === 'live' && leaf.rev === rev && leaf.isDraft);
  if (!isDraft) return leaves;
  return leaves.map((leaf) => (leaf.kind === 'live' && leaf.rev === rev ? { ...leaf, isDraft: false } : leaf));
}

function added(leaves: readonly Leaf[], leaf: Leaf, left: EarlierBody[]): readonly Leaf[] {
  const before = new Set(new Lineage([leaf, ...leaves]).ancestorsOf(leaf.rev));
  const followed = leaves.filter(({ rev }) => before.has(rev));
  for (const each of followed) if (each.kind === 'live') left.push({ rev: each.rev, body: each.body });
  return [...leaves.filter((each) => !followed.includes(each)), leaf];
}

/** As many ancestors as are remembered in any case, or as are needed to meet a revision that is known here. */
function kept(ancestors: readonly string[], rev: Revision, lineage: Lineage): readonly string[] {
  if (ancestors.length <= mostAncestors) return ancestors;
  const generation = generationOf(rev);
  const known = ancestors.slice(0, farthest).findIndex((hash, nth) => lineage.has(`${generation - nth - 1}-${hash}`));
  return ancestors.slice(0, Math.max(mostAncestors, known + 1));
}

/**
 * Whether what a branch ended in is here, or was before anybody's memory. It must rank higher than what it ended: so no
 * two branches can end in each other, and one live leaf is always left.
 */
function isHeld(leaves: readonly Leaf[], lineage: Lineage, into: Revision | null, ended: Revision): boolean {
  if (into === null || byRank(into, ended) >= 0) return false;
  if (lineage.has(into)) return true;
  return leaves.some(
    ({ kind, rev, ancestors }) =>
      kind === 'live' && ancestors.length >= mostAncestors && generationOf(rev) - ancestors.length > generationOf(into),
  );
}

/** Nobody holds what this end says it ended in: the words that it would have taken away go on behind it. */
function reopened(leaves: readonly Leaf[], closed: Leaf, ended: LiveLeaf, revise: Revise): readonly Leaf[] {
  const content = { kind: 'live', body: ended.body } as const;
  const again: LiveLeaf = {
    ...content,
    rev: revise(closed.rev, content),
    ancestors: ancestorsOfChild(closed),
    isDraft: false,
  };
  return [...leaves.filter((leaf) => leaf !== closed), again];
}
