import { Lineage } from './lineage';
import { hashOf, isSameBody } from '@shared/domain/revision';
import type { Body, Revise, Revision } from '@shared/domain/revision';
import { liveLeaves, mostAncestors, parentOf, shownLeaf, withLeaves } from './synced-record';
import type { LiveLeaf, SyncedRecord } from './synced-record';

/** The hashes that a child of this leaf remembers. */
export function ancestorsOfChild(leaf: { readonly rev: Revision; readonly ancestors: readonly string[] }): string[] {
  return [hashOf(leaf.rev), ...leaf.ancestors].slice(0, mostAncestors);
}

/**
 * A person changes what is shown. Amend until shared: a draft is replaced, so that an hour of autosaves makes one
 * revision and not a thousand; anything that others may have seen is followed.
 */
export function edited(record: SyncedRecord, body: Body, revise: Revise): SyncedRecord {
  const shown = shownLeaf(record);
  if (shown === undefined) return begun(record, body, revise);
  if (isSameBody(shown.body, body)) return record;
  const others = record.leaves.filter((leaf) => leaf !== shown);
  const content = { kind: 'live', body } as const;
  if (!shown.isDraft) {
    const next: LiveLeaf = {
      ...content,
      rev: revise(shown.rev, content),
      ancestors: ancestorsOfChild(shown),
      isDraft: true,
    };
    return withLeaves(record, [...others, next], [{ rev: shown.rev, body: shown.body }]);
  }
  const amended: LiveLeaf = { ...shown, ...content, rev: revise(parentOf(shown), content) };
  // Somebody else may have made just this change already.
  return withLeaves(record, new Lineage(others).has(amended.rev) ? others : [...others, amended]);
}

function begun(record: SyncedRecord, body: Body, revise: Revise): SyncedRecord {
  const content = { kind: 'live', body } as const;
  const first: LiveLeaf = { ...content, rev: revise(null, content), ancestors: [], isDraft: true };
  return withLeaves(record, [...record.leaves, first]);
}

/**
 * The record once it may have left this device: from now on its leaves are followed and not replaced. This must be
 * durable before a byte of it leaves. The same object when nothing about it changes.
 */
export function shared(record: SyncedRecord): SyncedRecord {
  if (!liveLeaves(record).some(({ isDraft }) => isDraft)) return record;
  return withLeaves(
    record,
    record.leaves.map((leaf) => (leaf.kind === 'live' ? { ...leaf, isDraft: false } : leaf)),
  );
}
