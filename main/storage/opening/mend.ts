import type { Instant } from '@shared/dates';
import type { StoreNotice } from '@shared/ipc/app-channels';
import type { BackupShelf } from '../backups/backup-shelf';
import { systemCode } from '../disk/disk-files';
import type { Quarantine } from '../disk/quarantine';
import type { Engine } from '../engine';
import type { Damage } from '../layout/load-generation';
import { nameIn, readRecord } from '../records/stored-record';

export interface MendingParts {
  readonly engine: Engine;
  readonly shelf: BackupShelf;
  readonly quarantine: Quarantine;
  readonly generation: number;
}

/**
 * Sets aside what cannot be read, fetches what is missing out of the newest good backup, and writes the files anew. Where
 * the disk does not let it, everything stays as it is until the next opening; the rest can be used all the same.
 */
export async function mend(damage: Damage, parts: MendingParts): Promise<StoreNotice | null> {
  const { lines, missing, stale } = damage;
  if (lines.length === 0 && missing === 0 && stale.length === 0) return null;
  let file: string | null = null;
  let fetched: { count: number; madeAt: Instant | null } = { count: 0, madeAt: null };
  try {
    if (lines.length > 0) file = await parts.quarantine.keepLines(lines);
    fetched = await fetchFromBackup(parts, stale.length > 0);
    await parts.engine.compact();
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
  }
  return { kind: 'set-aside', count: lines.length, missing, file, fetched: fetched.count, madeAt: fetched.madeAt };
}

/**
 * Takes the records that the backup has and the store has not; when a file of the store is older than it should be, the
 * newer state of those that both have, too. A record is never removed for good, so one that is only in the backup was lost.
 */
async function fetchFromBackup(
  { engine, shelf, generation }: MendingParts,
  isOlder: boolean,
): Promise<{ count: number; madeAt: Instant | null }> {
  const backup = await shelf.newestGood(generation);
  if (backup === null) return { count: 0, madeAt: null };
  const wanted = [...backup.byKey.values()].filter((json) => {
    const name = nameIn(json);
    const here = name === null ? undefined : engine.jsonAt(name.type, name.id);
    return here === undefined || (isOlder && seqOf(json) > seqOf(here));
  });
  await engine.recover(wanted);
  return { count: wanted.length, madeAt: backup.madeAt };
}

function seqOf(json: Uint8Array): number {
  const read = readRecord(json);
  return read.kind === 'entry' ? read.entry.sync.seq : 0;
}
