import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { readDocument, storeFormat } from './document';
import type { StoreDocument } from './document';
import { migrated, versionAfter } from './migrations';
import type { Migration } from './migrations';
import { deepFrozen, fromStored, storedByKey } from './records/stored-record';
import type { Entry } from './records/stored-record';

/** A document of our own version, and the records that were read from it. */
export interface LoadedDocument {
  readonly document: StoreDocument;
  readonly entries: readonly Entry[];
}

export function emptyDocument(deviceId: string, version: number): StoreDocument {
  return { format: storeFormat, version, deviceId, seq: 0, records: {} };
}

/** Reads every record; those that cannot be read are taken out of the document and handed back. */
export function loadRecords(document: StoreDocument): LoadedDocument & { damaged: Readonly<Record<string, unknown>> } {
  const entries: Entry[] = [];
  const kept: [string, unknown][] = [];
  const damaged: [string, unknown][] = [];
  for (const [key, stored] of Object.entries(document.records)) {
    const read = fromStored(key, stored);
    (read.kind === 'damaged' ? damaged : kept).push([key, stored]);
    if (read.kind === 'entry') entries.push(read.entry);
  }
  const records = damaged.length === 0 ? document.records : Object.fromEntries(kept);
  return { document: { ...document, records }, entries, damaged: Object.fromEntries(damaged) };
}

/** Reads a backup, all of it: one record that cannot be read makes it no backup, so that a restore is never partial. */
export function loadBackup(bytes: Uint8Array, migrations: readonly Migration[]): Result<LoadedDocument> {
  const known = versionAfter(migrations);
  const found = readDocument(bytes, known);
  if (found.kind === 'newer') return failed({ code: 'newer-version', found: found.found, known });
  if (found.kind === 'damaged') return failed({ code: 'not-a-backup', reason: found.reason });
  const loaded = loadRecords(migrated(found.document, migrations));
  if (Object.keys(loaded.damaged).length > 0) return failed({ code: 'not-a-backup', reason: 'damaged-records' });
  return success(loaded);
}

/**
 * A backup as it takes the place of what is here now. It stays this device; every record counts as changed just now, so
 * that sync looks at each again; and as shared, because what had not left this device when the backup was made may have
 * left it since, and must then be followed and not amended.
 */
export function asRestored(backup: LoadedDocument, present: Pick<StoreDocument, 'deviceId' | 'seq'>): LoadedDocument {
  let seq = Math.max(present.seq, backup.document.seq);
  const entries = backup.entries.map(({ record, sync }): Entry => {
    seq += 1;
    return deepFrozen({ record, sync: { ...sync, sh: true, seq } });
  });
  const records = { ...backup.document.records, ...storedByKey(entries) };
  return { document: { ...backup.document, deviceId: present.deviceId, seq, records }, entries };
}
