import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { instantOf } from '@shared/dates';
import type { Instant } from '@shared/dates';
import type { AnyRecord } from '@shared/domain/records';
import { openBlobs } from '@main/storage/blobs';
import type { Blobs } from '@main/storage/blobs';
import { BackupShelf } from '@main/storage/backups/backup-shelf';
import type { ShelfParts } from '@main/storage/backups/backup-shelf';
import { keepBackups } from '@main/storage/backups/backups';
import type { BackupParts, Backups } from '@main/storage/backups/backups';
import { diskFiles } from '@main/storage/disk/disk-files';
import { shippedMigrations } from '@main/storage/migrations';
import { jsonOf, nameIn } from '@main/storage/records/stored-record';
import { plainSeal } from '@main/storage/seal/plain-seal';
import type { Seal } from '@main/storage/seal/seal';
import type { Snapshot } from '@main/storage/snapshot';
import type { Commit } from '@main/storage/store';
import { aRecord, english } from '../../builders/records';

/** A store that is a list of records in memory, for tests of what is kept of it. */
export class ListStore {
  deviceId = 'device-of-this-test';
  generation = 1;
  seq = 0;
  isFailing = false;
  /** Happens just before the next task has the store alone. */
  atTheDoor: () => void = () => undefined;
  #records = new Map<string, Uint8Array>();
  readonly #listeners = new Set<(commit: Commit) => void>();

  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  snapshot(): Snapshot {
    const { deviceId, generation, seq } = this;
    return { version: 2, deviceId, generation, seq, records: [...this.#records.values()] };
  }

  alone<V>(task: () => Promise<V>): Promise<V> {
    this.atTheDoor();
    return task();
  }

  replaceAll(records: readonly Uint8Array[], seq: number): Promise<void> {
    if (this.isFailing) return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    this.generation += 1;
    this.seq = seq;
    this.#records = new Map(records.map((json) => [keyOf(json), json]));
    return Promise.resolve();
  }

  put(...records: AnyRecord[]): void {
    for (const record of records) {
      this.seq += 1;
      this.putJson(jsonOf({ record, sync: { anc: [], seq: this.seq, own: true, sh: false } }));
    }
    for (const listener of this.#listeners) {
      listener({ intent: { by: 'x', verb: 'edit', type: 'trip' }, changes: [] });
    }
  }

  putJson(json: Uint8Array): void {
    this.#records.set(keyOf(json), json);
  }

  /** The records as they stand, without what sync keeps beside them. */
  contents(): unknown[] {
    return [...this.#records.values()]
      .map((json) => {
        const { $sync: _sync, ...record } = JSON.parse(Buffer.from(json).toString('utf8')) as Record<string, unknown>;
        return record;
      })
      .sort((one, other) => String(one['id']).localeCompare(String(other['id'])));
  }
}

function keyOf(json: Uint8Array): string {
  const { type, id } = nameIn(json) ?? { type: '', id: '' };
  return `${type}:${id}`;
}

const open: Backups[] = [];

afterEach(async () => {
  for (const backups of open.splice(0)) await backups.close();
});

let revision = 0;

/** A trip of a revision of its own. */
export function aTrip(title: string, base: { id?: string; deletedAt?: Instant } = {}): AnyRecord {
  revision += 1;
  const fields = { title: english(title), firstDay: '2026-03-02' as never, lastDay: '2026-03-04' as never };
  return { ...aRecord('trip', fields, base), revision: `1-${String(revision).padStart(32, '0')}` };
}

export interface BackedUp {
  readonly store: ListStore;
  readonly shelf: BackupShelf;
  readonly backups: Backups;
  readonly blobs: Blobs;
  readonly folder: string;
  now: string;
  other: string | null;
}

/** A store with backups in a data folder; its clock shows `now` and goes on by a second at each look. */
export async function backedUp(
  folder: string,
  options: Partial<BackupParts> & { seal?: Seal; other?: string; room?: ShelfParts['room'] } = {},
): Promise<BackedUp> {
  const { files = diskFiles, migrations = shippedMigrations, seal = plainSeal } = options;
  const store = new ListStore();
  const blobs = await openBlobs(join(folder, 'files'), files, seal);
  const state: { now: string; other: string | null } = {
    now: '2026-11-22T04:00:00.000Z',
    other: options.other ?? null,
  };
  const clock = (): Instant => {
    state.now = instantOf(Date.parse(state.now) + 1000);
    return state.now as Instant;
  };
  const shelf = new BackupShelf({
    files,
    folder: join(folder, 'backups'),
    deviceId: store.deviceId,
    otherFolder: () => state.other,
    seal,
    clock,
    migrations,
    ...(options.room && { room: options.room }),
  });
  const backups = keepBackups({ files, shelf, store, blobs, migrations, clock, ...options });
  open.push(backups);
  return Object.assign(state, { store, shelf, backups, blobs, folder });
}
