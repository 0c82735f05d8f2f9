import type { Becoming } from '@shared/ipc/backup-channels';
import { nameIn } from '../records/stored-record';
import type { RecordJsons } from '../snapshot';
import { storedIn } from './up-to-date';
import { Steps } from './unhurried';
import type { Watch } from './unhurried';

/** One record that is not as it was in a backup. */
export interface Differing {
  readonly type: string;
  readonly id: string;
  readonly became: Becoming;
  /** Its JSON in the backup and now; null where it is not there. */
  readonly then: Uint8Array | null;
  readonly now: Uint8Array | null;
}

/** Compares the records of a backup with those of now, by their revisions. */
export async function differences(
  then: readonly Uint8Array[],
  now: RecordJsons,
  watch: Watch = {},
): Promise<Differing[]> {
  const steps = new Steps(watch, then.length + now.length);
  const before = new Map<string, Uint8Array>();
  for (const json of then) {
    before.set(keyOf(json), json);
    await steps.step();
  }
  const found: Differing[] = [];
  for (const json of now) {
    const key = keyOf(json);
    const old = before.get(key) ?? null;
    before.delete(key);
    const became = old === null ? 'added' : becoming(old, json);
    if (became !== null) found.push({ ...nameOf(json), became, then: old, now: json });
    await steps.step();
  }
  for (const json of before.values()) found.push({ ...nameOf(json), became: 'gone', then: json, now: null });
  return found;
}

function becoming(then: Uint8Array, now: Uint8Array): Becoming | null {
  // Most records were not touched; and of those whose bytes differ, some differ only in what sync keeps beside them.
  if (Buffer.compare(then, now) === 0) return null;
  const [old, fresh] = [storedIn(then), storedIn(now)];
  if (old?.['revision'] === fresh?.['revision']) return null;
  const [wasTrashed, isTrashed] = [old, fresh].map((record) => (record?.['deletedAt'] ?? null) !== null);
  if (wasTrashed === isTrashed) return 'changed';
  return isTrashed === true ? 'trashed' : 'brought-back';
}

function keyOf(json: Uint8Array): string {
  const { type, id } = nameOf(json);
  return `${type}:${id}`;
}

function nameOf(json: Uint8Array): { type: string; id: string } {
  return nameIn(json) ?? { type: '', id: '' };
}
