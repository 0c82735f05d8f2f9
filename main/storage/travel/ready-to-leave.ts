import type { RecordType } from '@shared/domain/records';
import { throwIfCancelled } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import { jsonOfStored, isRecordType } from '../records/stored-record';
import { storedIn } from '../backups/up-to-date';
import type { Snapshot } from '../snapshot';
import { outlineOf } from './outline';
import type { Outline, Outlined } from './outline';

/** What taking something along needs of the store. */
export interface LeavingStore {
  snapshot(): Snapshot;
  markShared(named: readonly { readonly type: RecordType; readonly id: string }[]): Promise<void>;
}

/** Records that may leave this device. */
export interface Leaving {
  readonly snapshot: Snapshot;
  /** As they are to stand where they go: each shared. */
  readonly records: readonly Uint8Array[];
}

/** Somebody at the keyboard is let in between so many. */
const atOnce = 500;

/**
 * The records that `choose` chooses, once it is durable here that their revisions may have left this device: from then on
 * they are followed and not amended, so that what was written here and there afterwards can be told apart. Throws the
 * disk's error and `Cancelled`.
 */
export async function readyToLeave(
  store: LeavingStore,
  choose: (outline: Outline) => Iterable<Outlined>,
  watch: Watch = {},
): Promise<Leaving> {
  const tried = new Map<string, Uint8Array>();
  for (;;) {
    const snapshot = store.snapshot();
    const going = [...choose(await outlineOf(snapshot.records, watch))];
    // What only a newer Attaché can read is not marked; nor can it be changed here.
    const unmarked = going.filter(({ isShared, key, json }) => !isShared && tried.get(key) !== json);
    if (unmarked.length === 0) return { snapshot, records: going.map(asShared) };
    for (let at = 0; at < unmarked.length; at += atOnce) {
      throwIfCancelled(watch);
      const some = unmarked.slice(at, at + atOnce);
      await store.markShared(some.flatMap(({ type, id }) => (isRecordType(type) ? [{ type, id }] : [])));
      for (const { key, json } of some) tried.set(key, json);
    }
  }
}

function asShared({ json, isShared }: Outlined): Uint8Array {
  if (isShared) return json;
  const stored = storedIn(json);
  const sync = stored?.['$sync'];
  if (stored === null || typeof sync !== 'object' || sync === null) return json;
  return jsonOfStored({ ...stored, $sync: { ...sync, sh: true } });
}
