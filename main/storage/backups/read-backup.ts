import type { Instant } from '@shared/dates';
import { readDocument } from '../first-version';
import { jsonOfStored, nameIn } from '../records/stored-record';
import { isPacked, unpacked } from './backup-file';
import type { BackupDamage } from './backup-file';
import { Steps } from './unhurried';
import type { Watch } from './unhurried';

/** What a backup holds. */
export interface BackupContent {
  /** The version of the store's shape. */
  readonly version: number;
  readonly deviceId: string;
  /** Null where it was not told yet: in a backup of version 1. */
  readonly generation: number | null;
  readonly seq: number;
  readonly madeAt: Instant | null;
  /** The JSON of each record with its `$sync`, as in a `Snapshot`. */
  readonly records: readonly Uint8Array[];
}

export type ReadBackup =
  | { readonly kind: 'good'; readonly content: BackupContent }
  /** Written by a newer Attaché. */
  | { readonly kind: 'newer'; readonly found: number }
  /** Sealed with a key that is not at hand. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'damaged'; readonly reason: BackupDamage };

/** Reads a backup's content, all of it; that of another version than `known` is not yet brought up to date. */
export async function readContent(content: Uint8Array, known: number, watch: Watch = {}): Promise<ReadBackup> {
  if (!isPacked(content)) return readFirstVersion(content, known, watch);
  const records: Uint8Array[] = [];
  const read = await unpacked(content, known, (json) => records.push(json), watch);
  return read.kind === 'good' ? { kind: 'good', content: { ...read.head, records } } : read;
}

/** The first version kept the store's whole file: one document, records by `<type>:<id>`. */
async function readFirstVersion(content: Uint8Array, known: number, watch: Watch): Promise<ReadBackup> {
  const read = readDocument(content, known);
  if (read.kind !== 'document') return read;
  const { version, deviceId, seq, records } = read.document;
  const entries = Object.entries(records);
  const steps = new Steps(watch, entries.length);
  const converted: Uint8Array[] = [];
  for (const [key, stored] of entries) {
    if (typeof stored !== 'object' || stored === null) return { kind: 'damaged', reason: 'damaged-records' };
    const colon = key.indexOf(':');
    const json = jsonOfStored({ type: key.slice(0, colon), id: key.slice(colon + 1), ...stored });
    const name = nameIn(json);
    if (name === null || `${name.type}:${name.id}` !== key) return { kind: 'damaged', reason: 'damaged-records' };
    converted.push(json);
    await steps.step();
  }
  return { kind: 'good', content: { version, deviceId, generation: null, seq, madeAt: null, records: converted } };
}
