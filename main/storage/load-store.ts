import type { Instant } from '@shared/dates';
import type { StoreNotice } from '@shared/ipc/app-channels';
import { Low } from 'lowdb';
import type { BackupShelf } from './backups/backup-shelf';
import type { DiskFiles } from './disk/disk-files';
import type { StoreDocument } from './document';
import { DurableAdapter, NotADocument } from './durable-adapter';
import { asRestored, emptyDocument, loadRecords } from './loaded-document';
import { migrated, versionAfter } from './migrations';
import type { Migration } from './migrations';
import type { Quarantine } from './disk/quarantine';
import type { Entry } from './records/stored-record';

export interface LoadingParts {
  readonly files: DiskFiles;
  readonly path: string;
  readonly shelf: BackupShelf;
  readonly quarantine: Quarantine;
  readonly migrations: readonly Migration[];
  readonly newDeviceId: () => string;
}

export interface LoadedStore {
  readonly low: Low<StoreDocument>;
  readonly entries: readonly Entry[];
  readonly notices: readonly StoreNotice[];
  /** Nothing is on the disk yet: the first change makes the file. */
  readonly isFresh: boolean;
}

/**
 * Reads the store file, and mends what can be mended without losing anything. Throws the disk's errors, and
 * `NotADocument` for a store of a newer version, which is left as it is to the byte.
 */
export async function loadStore(parts: LoadingParts): Promise<LoadedStore> {
  const { files, path, migrations } = parts;
  const version = versionAfter(migrations);
  const empty = emptyDocument(parts.newDeviceId(), version);
  const low = new Low(new DurableAdapter(files, path, version), empty);
  try {
    await low.read();
  } catch (cause) {
    if (!(cause instanceof NotADocument) || cause.found.kind === 'newer') throw cause;
    return recover(low, parts);
  }
  if (low.data === empty) return { low, entries: [], notices: [], isFresh: true };

  if (low.data.version < version) {
    await parts.shelf.keep(await files.read(path), 'migration');
    low.data = migrated(low.data, migrations);
    await low.write();
  }
  return { low, ...(await setAsideDamaged(low, parts.quarantine)), isFresh: false };
}

/** The rest opens when single records cannot be read; those are kept in the quarantine before they leave the store. */
async function setAsideDamaged(
  low: Low<StoreDocument>,
  quarantine: Quarantine,
): Promise<Pick<LoadedStore, 'entries' | 'notices'>> {
  const { document, entries, damaged } = loadRecords(low.data);
  const count = Object.keys(damaged).length;
  if (count === 0) return { entries, notices: [] };
  const file = await quarantine.keepRecords(damaged);
  low.data = document;
  await low.write();
  return { entries, notices: [{ kind: 'set-aside', count, file }] };
}

/** The file as a whole cannot be read: the newest good backup takes its place, and without one the store starts empty. */
async function recover(low: Low<StoreDocument>, { path, shelf, quarantine }: LoadingParts): Promise<LoadedStore> {
  const good = await shelf.newestGood();
  if (good === null) {
    const quarantined = await quarantine.move(path);
    return { low, entries: [], notices: [{ kind: 'empty-after-damage', quarantined }], isFresh: true };
  }
  const { backup, loaded } = good;
  const { document, entries } = asRestored(loaded, loaded.document);
  // A copy is kept, and then the file is replaced in one step: killed in between, the next start finds damage again and
  // not an empty folder that looks like a first start.
  const quarantined = await quarantine.keepCopy(path);
  low.data = document;
  await low.write();
  const madeAt: Instant = backup.madeAt;
  return {
    low,
    entries,
    notices: [{ kind: 'restored-after-damage', quarantined, backup: backup.name, madeAt }],
    isFresh: false,
  };
}
