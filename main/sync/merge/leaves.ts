import { ancestorsOfChild } from '../edit';
import { Lineage } from '../lineage';
import { byRank, isSameBody } from '@shared/domain/revision';
import type { Body, Revise, Revision } from '@shared/domain/revision';
import { bodyAt, liveLeaves, parentOf, typeIn, withLeaves } from '../synced-record';
import type { ClosedLeaf, EarlierBody, Leaf, LiveLeaf, SyncedRecord } from '../synced-record';
import { mergedBody } from './body';
import type { Decide, MergedBody } from './body';

/** The record once every two of its leaves that agree have become one. The same object when none do. */
export function mergedByItself(record: SyncedRecord, revise: Revise): SyncedRecord {
  let merged = record;
  for (let next = onceMerged(merged, revise); next !== null; next = onceMerged(merged, revise)) merged = next;
  return merged;
}

function onceMerged(record: SyncedRecord, revise: Revise): SyncedRecord | null {
  const leaves = liveLeaves(record);
  for (const [nth, one] of leaves.entries()) {
    for (const other of leaves.slice(nth + 1)) {
      const { body, disputes } = compared(record, one, other);
      if (disputes.length === 0) return joined(record, [one, other], body, revise);
    }
  }
  return null;
}

/**
 * What two leaves of a record come to. After two people have settled one conflict apart from each other there are several
 * states that both began with; only what comes out the same from each of them is agreed on.
 */
export function compared(record: SyncedRecord, one: LiveLeaf, other: LiveLeaf, decide?: Decide): MergedBody {
  const type = typeIn(record.key) ?? '';
  const met = new Lineage(record.leaves).meetings(one.rev, other.rev);
  const bases = met.map((rev) => bodyAt(record, rev) ?? null);
  if (bases.length === 0) bases.push(null);
  const results = bases.map((base) => mergedBody(type, base, one.body, other.body, decide));
  const [first] = results;
  if (first === undefined) throw new Error('A merge of nothing');
  const disputed = results.find(({ disputes }) => disputes.length > 0);
  if (disputed !== undefined) return disputed;
  if (results.every(({ body }) => isSameBody(body, first.body))) return first;
  return mergedBody(type, null, one.body, other.body, decide);
}

/**
 * The record with leaves made one that says `body`: it follows the winning one of them, and the others end in it. A draft
 * that began where one of the others did leaves no trace: nobody else has seen it, so its words are written behind that
 * one, and people who take turns never make two branches.
 */
export function joined(record: SyncedRecord, leaves: readonly LiveLeaf[], body: Body, revise: Revise): SyncedRecord {
  const lineage = new Lineage(record.leaves);
  const isRebased = (leaf: LiveLeaf): boolean => {
    const parent = parentOf(leaf);
    if (!leaf.isDraft) return false;
    return leaves.some((each) => each !== leaf && parent !== null && lineage.ancestorsOf(each.rev).includes(parent));
  };
  const standing = leaves.filter((leaf) => !isRebased(leaf)).sort((left, right) => byRank(left.rev, right.rev));
  const [winner, ...others] = standing;
  if (winner === undefined) throw new Error('Something that a draft could be written behind is always there');
  const left: EarlierBody[] = standing.map(({ rev, body: said }) => ({ rev, body: said }));
  const rest = record.leaves.filter((leaf) => !leaves.some(({ rev }) => rev === leaf.rev));
  const isDraft = standing.length < leaves.length && others.length === 0;
  const next: LiveLeaf = isSameBody(winner.body, body)
    ? { ...winner, isDraft: false }
    : followed(winner, body, isDraft, revise);
  const closed = others.map((leaf) => ended(leaf, next.rev, revise));
  const isKnown = new Lineage(rest).has(next.rev);
  return withLeaves(record, [...rest, ...(isKnown ? [] : [next]), ...closed], left);
}

function followed(leaf: LiveLeaf, body: Body, isDraft: boolean, revise: Revise): LiveLeaf {
  const content = { kind: 'live', body } as const;
  return { ...content, rev: revise(leaf.rev, content), ancestors: ancestorsOfChild(leaf), isDraft };
}

function ended(leaf: LiveLeaf, into: Revision, revise: Revise): ClosedLeaf {
  const content = { kind: 'closed', into } as const;
  return { ...content, rev: revise(leaf.rev, content), ancestors: ancestorsOfChild(leaf) };
}

/**
 * Takes a settlement back: what ended comes alive again behind its end, and what is shown says `shown` again. What others
 * have done with the record since is left as it is beside them.
 */
export function reopened(
  record: SyncedRecord,
  endings: readonly { readonly closed: Revision; readonly body: Body }[],
  revise: Revise,
): SyncedRecord {
  let leaves: readonly Leaf[] = record.leaves;
  for (const { closed, body } of endings) {
    const end = leaves.find(({ kind, rev }) => kind === 'closed' && rev === closed);
    if (end === undefined || parentOf(end) === null) continue;
    const content = { kind: 'live', body } as const;
    const again: LiveLeaf = {
      ...content,
      rev: revise(end.rev, content),
      ancestors: ancestorsOfChild(end),
      isDraft: false,
    };
    leaves = [...leaves.filter((leaf) => leaf !== end), again];
  }
  return leaves === record.leaves ? record : withLeaves(record, leaves);
}
