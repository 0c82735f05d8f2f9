import type { RecordType } from '@shared/domain/records';
import type { DifferingRecord } from '@shared/ipc/backup-channels';
import type { Backups } from '../storage/backups/backups';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import { asKind } from '../storage/records/record-table';
import { readRecord } from '../storage/records/stored-record';
import type { AnyRecord } from '@shared/domain/records';
import type { Reader } from '../storage/store';
import { titleOf } from './searchable-texts';

/** The records that are not as they were in a backup, each by what it is called now or was called then. */
export async function differencesSince(
  reader: Reader,
  backups: Pick<Backups, 'look'>,
  name: string,
): Promise<Result<DifferingRecord[]>> {
  const look = await backups.look(name);
  if (!look.ok) return look;
  if (look.value.kind !== 'good') return success([]);
  const { differing } = look.value;
  const gone = new Map(
    differing.flatMap(({ type, id, now, then }) => {
      const record = now === null ? recordIn(then) : null;
      return record === null ? [] : [[`${type}:${id}`, record] as const];
    }),
  );
  // A note that is gone is called by its meeting, which may be gone with it.
  const both: Reader = {
    get: (type, id) => reader.get(type, id) ?? found(gone.get(`${type}:${id}`)),
    all: (type) => reader.all(type),
    trashed: (type) => reader.trashed(type),
    naming: (type, field, id) => reader.naming(type, field, id),
  };
  return success(
    differing.map(({ type, id, became, now, then }) => {
      const record = recordIn(now ?? then);
      return { type, id, became, title: record === null ? '' : titleOf(both, record) };
    }),
  );
}

function found<T extends RecordType>(record: AnyRecord | undefined): ReturnType<typeof asKind<T>> | undefined {
  return record === undefined ? undefined : asKind<T>(record);
}

function recordIn(json: Uint8Array | null): AnyRecord | null {
  const read = json === null ? null : readRecord(json);
  return read?.kind === 'entry' ? read.entry.record : null;
}
