import { setImmediate } from 'node:timers/promises';
import type { RecordId } from '@shared/domain/values';
import type { Snapshot } from '../../storage/snapshot';
import { outlineOf } from '../../storage/travel/outline';
import { wholeTrip } from '../../storage/travel/whole-trip';
import type { FileName } from '../../sync/bundle/lines';
import { throwIfCancelled } from '../../sync/bundle/trouble';
import { shared } from '../../sync/edit';
import type { Parcel } from '../../sync/peer';
import { isRevision } from '@shared/domain/revision';
import { fileOf, parcelOf } from '../../sync/round/push';
import type { SyncedStore } from '../../sync/round/synced-store';
import { liveLeaves, typeIn } from '../../sync/synced-record';
import type { RecordKey, SyncedRecord } from '../../sync/synced-record';

/** What leaves this device in a file: it is marked already, so that it may. */
export interface Leaving {
  readonly records: number;
  readonly parcels: readonly Parcel[];
  readonly files: readonly FileName[];
}

export interface LeavingParts {
  readonly synced: SyncedStore;
  readonly snapshot: () => Snapshot;
  readonly me: () => RecordId;
}

/** So many records are marked in one write; somebody at the keyboard is let in between. */
const atOnce = 500;

/**
 * One trip, with all that belongs to it, or everything: once it is durable here that it may have left this device. No
 * records when there is no such trip. Throws the disk's error, and when it is cancelled.
 */
export async function readyToHandOver(
  { synced, snapshot, me }: LeavingParts,
  tripId: RecordId | null,
  signal: AbortSignal,
): Promise<Leaving> {
  const outline = await outlineOf(snapshot().records, { signal });
  const chosen = tripId === null ? outline.byKey.values() : wholeTrip(outline, tripId, me());
  const keys = [...chosen].map(({ key }) => key).filter((key) => canLeave(synced, key));
  const parcels: Parcel[] = [];
  for (let at = 0; at < keys.length; at += atOnce) {
    throwIfCancelled(signal);
    parcels.push(...(await marked(synced, keys.slice(at, at + atOnce), signal)));
  }
  return { records: keys.length, parcels, files: filesOf(parcels) };
}

/** What a file on the disk was made into by damage is left out: no reader would take it. */
function canLeave(synced: SyncedStore, key: RecordKey): boolean {
  if (typeIn(key) === null) return false;
  const live = liveLeaves(synced.get(key));
  return (
    live.length > 0 &&
    live.every(({ rev, ancestors, body }) => isRevision(rev) && Array.isArray(ancestors) && synced.canHold(key, body))
  );
}

/** The leaves of records once none of them is a draft: what is typed meanwhile makes one, and is marked as well. */
async function marked(synced: SyncedStore, keys: readonly RecordKey[], signal: AbortSignal): Promise<Parcel[]> {
  for (;;) {
    throwIfCancelled(signal);
    await synced.change(keys, shared);
    const records = keys.map((key) => synced.get(key));
    if (!records.some(hasDraft)) {
      await setImmediate();
      return records.flatMap(({ key, leaves }) => leaves.map((leaf) => parcelOf(key, leaf)));
    }
  }
}

function hasDraft(record: SyncedRecord): boolean {
  return liveLeaves(record).some(({ isDraft }) => isDraft);
}

function filesOf(parcels: readonly Parcel[]): FileName[] {
  const files = new Map<string, FileName>();
  for (const parcel of parcels) {
    const sha256 = fileOf(parcel);
    const size = parcel.content.kind === 'live' ? parcel.content.body['size'] : 0;
    if (sha256 !== null) files.set(sha256, { sha256, size: typeof size === 'number' ? size : 0 });
  }
  return [...files.values()];
}
