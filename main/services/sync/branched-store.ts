import type { SyncState } from '@shared/domain/record';
import type { RecordId } from '@shared/domain/values';
import { typeIn } from '../../sync/synced-record';
import type { ClosedLeaf, Leaf, LiveLeaf, RecordKey, SyncedRecord } from '../../sync/synced-record';
import { nothingYet, shownLeaf, withLeaves } from '../../sync/synced-record';
import type { Body } from '@shared/domain/revision';
import type { SyncedStore } from '../../sync/round/synced-store';
import type { Blobs } from '../../storage/blobs';
import type { OpenedStore } from '../../storage/open-store';
import { readable } from '../../storage/records/branches';
import type { BranchedChange, BranchedRecord } from '../../storage/records/branches';
import type { Intent } from '../../storage/store';

/** The store as sync sees it. */
export function branchedStore(
  branches: OpenedStore['branches'],
  { blobs, me }: { readonly blobs: Pick<Blobs, 'get'>; readonly me: () => RecordId },
): SyncedStore {
  const get = (key: RecordKey): SyncedRecord => {
    const [type, id] = namesIn(key);
    const record = branches.branched(type, id);
    return record === undefined ? nothingYet(key) : syncedOf(key, record);
  };
  return {
    get,
    identity: () => String(branches.generation),
    count: () => branches.seq,
    canHold: (key, body) => {
      const [type, id] = namesIn(key);
      const fields = { ...body, revision: anyRevision };
      return readable({ type, id, fields, sync: { anc: [], seq: 0, own: false, sh: true } }) !== 'damaged';
    },
    changedSince: async (count) => (await branches.changedSince(count)).map(({ type, id }) => `${type}:${id}`),
    async change(keys, work) {
      if (keys.length === 0) return;
      const intent: Intent = { by: me(), verb: 'sync', type: 'trip' };
      await branches.branch(intent, () =>
        keys.flatMap((key): BranchedChange[] => {
          const before = get(key);
          const after = work(before);
          if (after === before) return [];
          return [
            { record: branchedOf(after, branches.branched(...namesIn(key))), isNews: !hasSameLeaves(before, after) },
          ];
        }),
      );
    },
    async file(sha256) {
      const bytes = await blobs.get(sha256);
      return bytes.ok ? bytes.value : null;
    },
  };
}

/** A body has no revision of its own; any will do to see whether it could be read with one. */
const anyRevision = `1-${'0'.repeat(32)}`;

function namesIn(key: RecordKey): [type: string, id: string] {
  if (typeIn(key) === null) throw new Error('A key of no record');
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
}

/** What a record is called and is of is said by its key; its revision by the leaf. */
function syncedOf(key: RecordKey, { fields, sync }: BranchedRecord): SyncedRecord {
  const { anc, own, sh, leaves = [], earlier = [] } = sync as SyncState;
  const { revision, ...body } = fields;
  const shown: LiveLeaf = { kind: 'live', rev: String(revision), ancestors: anc, body, isDraft: own && !sh };
  const others = leaves.map(({ rev, anc: ancestors, del, body: said }): Leaf =>
    del
      ? { kind: 'closed', rev, ancestors, into: (said as Pick<ClosedLeaf, 'into'>).into }
      : { kind: 'live', rev, ancestors, body: said as Body, isDraft: false },
  );
  const before = earlier.map(({ rev, body: said }) => ({ rev, body: said as Body }));
  return withLeaves({ key, leaves: [], earlier: before }, [shown, ...others]);
}

function branchedOf(record: SyncedRecord, before: BranchedRecord | undefined): BranchedRecord {
  const [type, id] = namesIn(record.key);
  const shown = shownLeaf(record);
  if (shown === undefined) throw new Error('Every record has a live leaf');
  const leaves = record.leaves
    .filter((leaf) => leaf !== shown)
    .map((leaf) => ({
      rev: leaf.rev,
      anc: [...leaf.ancestors],
      del: leaf.kind === 'closed',
      body: leaf.kind === 'closed' ? { into: leaf.into } : leaf.body,
    }));
  const earlier = record.earlier.map(({ rev, body }) => ({ rev, body }));
  const sync: SyncState = {
    anc: [...shown.ancestors],
    seq: (before?.sync as SyncState | undefined)?.seq ?? 0,
    own: shown.isDraft,
    sh: !shown.isDraft,
    ...(leaves.length > 0 && { leaves }),
    ...(earlier.length > 0 && { earlier }),
  };
  return { type, id, fields: { ...shown.body, revision: shown.rev }, sync };
}

function hasSameLeaves(one: SyncedRecord, other: SyncedRecord): boolean {
  return (
    one.leaves.length === other.leaves.length &&
    one.leaves.every(({ rev }) => other.leaves.some((leaf) => leaf.rev === rev))
  );
}
