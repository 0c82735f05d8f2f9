import { join } from 'node:path';
import type { StoreNotice } from '@shared/ipc/app-channels';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { BackupShelf } from '../backups/backup-shelf';
import { asRestored } from '../backups/up-to-date';
import { systemCode } from '../disk/disk-files';
import type { Quarantine } from '../disk/quarantine';
import type { StoreDocument } from '../first-version';
import { Generation } from '../layout/generation';
import { beginStore, blankManifest, findRemains, isSealOf, placeOf, writeGeneration } from '../layout/generations';
import type { DataFolder } from '../layout/generations';
import { headName, writeHead } from '../layout/head';
import { loadGeneration } from '../layout/load-generation';
import type { Damage } from '../layout/load-generation';
import { migrated } from '../migrations';
import type { Migration } from '../migrations';
import { RecordTable } from '../records/record-table';
import { jsonOfStored, readStored } from '../records/stored-record';
import type { StoredRecord } from '../records/stored-record';
import { plainSeal } from '../seal/plain-seal';
import type { Seal } from '../seal/seal';
import type { Snapshot } from '../snapshot';
import type { FoundStore } from './find-store';

export interface ReadingParts {
  readonly data: DataFolder;
  readonly seal: Seal;
  readonly shelf: BackupShelf;
  readonly quarantine: Quarantine;
  readonly migrations: readonly Migration[];
}

export interface ReadStore {
  /** Null while nothing is on the disk: the first change makes the store. */
  readonly generation: Generation | null;
  readonly table: RecordTable;
  readonly seq: number;
  readonly notices: StoreNotice[];
  /** What is yet to be mended; null where nothing can be wrong. */
  readonly damage: Damage | null;
}

/**
 * Reads what was found, and writes it anew where it is of an older version or only a backup is left. Throws the disk's
 * errors; then everything is as it was. Fails with `locked`.
 */
export async function readStore(found: FoundStore, parts: ReadingParts): Promise<Result<ReadStore>> {
  switch (found.kind) {
    case 'none':
      return success(nothing([]));
    case 'whole':
      return success(await fromWhole(found.document, parts));
    case 'lost':
      return success(await fromBackup(parts));
    case 'generation':
      return fromGeneration(found, parts);
  }
}

function nothing(notices: StoreNotice[]): ReadStore {
  return { generation: null, table: new RecordTable(), seq: 0, notices, damage: null };
}

async function fromGeneration(
  found: Extract<FoundStore, { kind: 'generation' }>,
  parts: ReadingParts,
): Promise<Result<ReadStore>> {
  const { data, seal } = parts;
  const { number } = found;
  const manifest = found.manifest === 'damaged' ? blankManifest(data, number, seal, 0) : found.manifest;
  if (manifest.isSecret && !isSealOf(seal, manifest)) return failed({ code: 'locked' });
  const place = placeOf(data, number, manifest.isSecret ? seal : plainSeal);
  const { damage, seq, ...loaded } = await loadGeneration(place, manifest);
  if (found.isHeadLost) await writeLostHead(parts);

  const isOlder = manifest.version < data.version;
  if (!isOlder) {
    const generation = new Generation(place, { manifest, ...loaded });
    generation.setSeq(seq);
    // Which journals count is not known without the manifest: what a backup has is compared.
    const stale = found.manifest === 'damaged' ? ['manifest.json', ...damage.stale] : damage.stale;
    return success({ generation, table: loaded.table, seq, notices: [], damage: { ...damage, stale } });
  }
  const records = Array.from(loaded.table.slots(), ({ json }) => json);
  const { deviceId } = data;
  await parts.shelf.keep({ version: manifest.version, deviceId, seq, generation: number, records }, 'migration');
  const table = tableOf(upToDate(records.map(storedIn), manifest.version, parts.migrations));
  const slots = table.slots();
  const generation = await writeGeneration(data, { number: number + 1, seal: place.seal, slots, seq });
  await writeHead(data.files, data.folder, data.version, deviceId);
  return success({ generation, table, seq, notices: [], damage: null });
}

/** Version 1: the records that can be read go into the first generation, the others into the quarantine. */
async function fromWhole(document: StoreDocument, parts: ReadingParts): Promise<ReadStore> {
  const { data, seal, shelf, quarantine } = parts;
  const { seq, deviceId, version } = document;
  const good: StoredRecord[] = [];
  const damaged: { file: string; bytes: Uint8Array }[] = [];
  for (const [key, stored] of Object.entries(document.records)) {
    const record = asNamed(key, stored);
    if (record === null)
      damaged.push({ file: headName, bytes: Buffer.from(JSON.stringify({ [key]: stored }), 'utf8') });
    else good.push(record);
  }
  const notices: StoreNotice[] = [];
  if (damaged.length > 0) {
    const file = await quarantine.keepLines(damaged);
    notices.push({ kind: 'set-aside', count: damaged.length, missing: 0, file, fetched: 0, madeAt: null });
  }
  const before: Snapshot = { version, deviceId, seq, generation: 0, records: good.map(jsonOfStored) };
  await shelf.keep(before, 'migration');
  const table = tableOf(upToDate(good, version, parts.migrations));
  const generation = await beginStore(data, { seal, slots: table.slots(), seq });
  return { generation, table, seq, notices, damage: null };
}

/** What stands under this key, if it is a record of just that name; as far as it is of a newer version, unread. */
function asNamed(key: string, stored: unknown): StoredRecord | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const colon = key.indexOf(':');
  const record: StoredRecord = { ...stored, type: key.slice(0, colon), id: key.slice(colon + 1) };
  const isSame = (name: 'type' | 'id'): boolean =>
    !(name in stored) || Object.entries(stored).some(([field, value]) => field === name && value === record[name]);
  return isSame('type') && isSame('id') && readStored(record).kind !== 'damaged' ? record : null;
}

/** The store cannot be found: the newest good backup takes its place, and without one everything begins anew. */
async function fromBackup(parts: ReadingParts): Promise<ReadStore> {
  const { data, seal, shelf, quarantine } = parts;
  const path = join(data.folder, headName);
  // What there is of a generation is nothing that can be opened, and nothing to be thrown away.
  const rest = await findRemains(data.files, data.folder);
  if (rest !== null) await quarantine.move(placeOf(data, rest, seal).folder);
  const good = await shelf.newestGood(null);
  if (good === null) {
    const quarantined = await quarantine.move(path);
    return nothing([{ kind: 'empty-after-damage', quarantined }]);
  }
  const restored = await asRestored(good.content.records, good.content.seq);
  if (!restored.ok) throw new Error('A good backup holds what is no record');
  const quarantined = await quarantine.keepCopy(path);
  const { records, seq } = restored.value;
  const table = new RecordTable();
  for (const json of records) table.putJson(json);
  const generation = await beginStore(data, { seal, slots: table.slots(), seq });
  const { name: backup, madeAt } = good;
  return {
    generation,
    table,
    seq,
    notices: [{ kind: 'restored-after-damage', quarantined, backup, madeAt }],
    damage: null,
  };
}

/** The records can be read without it: should it not be written now, the next opening tries again. */
async function writeLostHead({ data, quarantine }: ReadingParts): Promise<void> {
  const path = join(data.folder, headName);
  try {
    if (await data.files.has(path)) await quarantine.keepCopy(path);
    await writeHead(data.files, data.folder, data.version, data.deviceId);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
  }
}

function upToDate(records: readonly StoredRecord[], version: number, migrations: readonly Migration[]): Uint8Array[] {
  return migrated(records, version, migrations).map(jsonOfStored);
}

function tableOf(records: readonly Uint8Array[]): RecordTable {
  const table = new RecordTable();
  for (const json of records) table.putJson(json);
  return table;
}

function storedIn(json: Uint8Array): StoredRecord {
  return JSON.parse(Buffer.from(json).toString('utf8')) as StoredRecord;
}
