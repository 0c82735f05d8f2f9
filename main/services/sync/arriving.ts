import { setImmediate } from 'node:timers/promises';
import type { HandOverCounts } from '@shared/ipc/hand-over-channels';
import { throwIfCancelled } from '../../sync/bundle/trouble';
import type { Parcel } from '../../sync/peer';
import type { Revise } from '@shared/domain/revision';
import { emptyStock, takeIn } from '../../sync/round/pull';
import type { TakenStock } from '../../sync/round/pull';
import type { SyncedStore } from '../../sync/round/synced-store';
import type { RecordKey } from '../../sync/synced-record';

/** What comes, and where it goes. */
export interface ArrivingParts {
  readonly synced: SyncedStore;
  readonly revise: Revise;
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** A trip goes in with one write: it is here wholly or not at all. More than so many records take several. */
const takenAtOnce = 2000;
const triedAtOnce = 200;

/** Takes leaves in. Each write is durable or has changed nothing; throws the disk's error. */
export async function takenFrom(parcels: readonly Parcel[], parts: ArrivingParts): Promise<TakenStock> {
  return inPortions(parcels, takenAtOnce, parts);
}

/** What taking in would come to at this moment; changes nothing. */
export async function triedWith(
  parcels: readonly Parcel[],
  { synced, ...parts }: ArrivingParts,
  signal: AbortSignal,
): Promise<TakenStock> {
  const tried: SyncedStore = {
    ...synced,
    change: (keys, work) => {
      for (const key of keys) work(synced.get(key));
      throwIfCancelled(signal);
      return Promise.resolve();
    },
  };
  return inPortions(parcels, triedAtOnce, { synced: tried, ...parts });
}

async function inPortions(
  parcels: readonly Parcel[],
  atOnce: number,
  { synced, revise, onProgress }: ArrivingParts,
): Promise<TakenStock> {
  const byKey = new Map<RecordKey, Parcel[]>();
  for (const parcel of parcels) byKey.set(parcel.key, [...(byKey.get(parcel.key) ?? []), parcel]);
  const records = [...byKey.values()];
  const stock = emptyStock();
  for (let at = 0; at < records.length; at += atOnce) {
    await takeIn(synced, records.slice(at, at + atOnce).flat(), { revise, stock, isLastTry: true });
    onProgress(Math.min(1, (at + atOnce) / records.length));
    await setImmediate();
  }
  return stock;
}

/** What came of the records of a file: each is counted once. */
export function countsOf(
  parcels: readonly Parcel[],
  { changed, added, merged, disputed, damaged }: TakenStock,
): HandOverCounts {
  const keys = new Set(parcels.map(({ key }) => key));
  const unreadable = new Set(damaged.map(({ key }) => key).filter((key) => !changed.has(key)));
  const counts = { added: 0, updated: 0, merged: 0, disputed: 0 };
  for (const key of changed) {
    const what = disputed.has(key) ? 'disputed' : added.has(key) ? 'added' : merged.has(key) ? 'merged' : 'updated';
    counts[what] += 1;
  }
  return { ...counts, known: keys.size - changed.size - unreadable.size, unreadable: unreadable.size };
}
