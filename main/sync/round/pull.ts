import type { Named, Parcel, Peer } from '../peer';
import { Lineage } from '../lineage';
import { mergedByItself } from '../merge/leaves';
import type { Revise } from '@shared/domain/revision';
import { takenIn } from '../take-in';
import type { Arrival } from '../take-in';
import { liveLeaves } from '../synced-record';
import type { RecordKey, SyncedRecord } from '../synced-record';
import type { SyncedStore } from './synced-store';

/** What came in. */
export interface TakenStock {
  /** Records that were changed here by it. */
  readonly changed: Set<RecordKey>;
  /** Those of them that were not here at all. */
  readonly added: Set<RecordKey>;
  /** Those in which two sides' words became one. */
  readonly merged: Set<RecordKey>;
  /** Those that say two things now, and did not before. */
  readonly disputed: Set<RecordKey>;
  /** Leaves from which nothing could be made that any version would have written. */
  readonly damaged: Named[];
}

export function emptyStock(): TakenStock {
  return { changed: new Set(), added: new Set(), merged: new Set(), disputed: new Set(), damaged: [] };
}

/**
 * Takes leaves into the store, durably, and merges what merges; notes in `stock` what became of it. `isLastTry`: what
 * they wait for will not come. Answers those that wait.
 */
export async function takeIn(
  store: SyncedStore,
  parcels: readonly Parcel[],
  { revise, stock, isLastTry }: { readonly revise: Revise; readonly stock: TakenStock; readonly isLastTry: boolean },
): Promise<readonly Named[]> {
  const byKey = new Map<RecordKey, Arrival[]>();
  for (const parcel of parcels) {
    const { key, rev, content } = parcel;
    if (content.kind === 'closed' || store.canHold(key, content.body))
      byKey.set(key, [...(byKey.get(key) ?? []), parcel]);
    else stock.damaged.push({ key, revs: [rev] });
  }
  const waiting: Named[] = [];
  const noted: (() => void)[] = [];
  await store.change([...byKey.keys()], (record) => {
    const taken = takenIn(record, byKey.get(record.key) ?? [], revise, isLastTry);
    if (taken.waiting.length > 0) waiting.push({ key: record.key, revs: taken.waiting.map(({ rev }) => rev) });
    // Ends of something that was never here are of no use to anybody.
    if (liveLeaves(taken.record).length === 0) return record;
    const merged = mergedByItself(taken.record, revise);
    noted.push(() => note(stock, { before: record, taken: taken.record, after: merged }));
    return merged;
  });
  // Only what is durable is told.
  for (const each of noted) each();
  return waiting;
}

function note(
  stock: TakenStock,
  { before, taken, after }: { before: SyncedRecord; taken: SyncedRecord; after: SyncedRecord },
): void {
  if (after === before) return;
  stock.changed.add(after.key);
  if (before.leaves.length === 0) stock.added.add(after.key);
  if (after !== taken && before.leaves.length > 0) stock.merged.add(after.key);
  if (liveLeaves(after).length > 1 && liveLeaves(before).length < 2) stock.disputed.add(after.key);
}

/** Which of the leaves that a peer has are not known here. */
export function unknownOf(store: SyncedStore, offered: readonly Named[]): Named[] {
  return offered.flatMap(({ key, revs }): Named[] => {
    const { leaves } = store.get(key);
    if (leaves.length === 0) return [{ key, revs }];
    const lineage = new Lineage(leaves);
    const unknown = revs.filter((rev) => !lineage.has(rev));
    return unknown.length === 0 ? [] : [{ key, revs: unknown }];
  });
}

/** Asks for leaves in portions; nothing is held longer than it takes to write it. */
export async function fetched(
  peer: Peer,
  wanted: readonly Named[],
  take: (parcels: readonly Parcel[]) => Promise<void>,
): Promise<{ readonly again: readonly Named[] }> {
  const again = new Map<RecordKey, string[]>();
  const portions = inPortions(wanted);
  for await (const { parcels, unreadable } of oneAhead(portions, (portion) => peer.leaves(portion))) {
    for (const { key, rev } of unreadable) again.set(key, [...(again.get(key) ?? []), rev]);
    await take(parcels);
  }
  return { again: [...again].map(([key, revs]) => ({ key, revs })) };
}

/** How many records are asked for, or sent, in one request. */
const recordsAtOnce = 500;

export function inPortions<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / recordsAtOnce);
  return Array.from({ length: count }, (_, nth) => all.slice(nth * recordsAtOnce, (nth + 1) * recordsAtOnce));
}

/** Does something with each in its order, and begins the next while somebody uses what came of the one before. */
export async function* oneAhead<T, V>(all: readonly T[], work: (each: T) => Promise<V>): AsyncGenerator<V> {
  const begun = (nth: number): Promise<V> | null => {
    const each = all[nth];
    const working = each === undefined ? null : work(each);
    // Whoever uses the one before may break off; this one's fault is told when its turn comes, or to nobody.
    working?.catch(() => undefined);
    return working;
  };
  let next = begun(0);
  for (let nth = 1; next !== null; nth += 1) {
    const done: V = await next;
    next = begun(nth);
    yield done;
  }
}
