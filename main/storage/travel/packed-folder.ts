import { basename } from 'node:path';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { RecordId } from '@shared/domain/values';
import { partOf, throwIfCancelled } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import { upToDate } from '../backups/up-to-date';
import type { Blobs } from '../blobs';
import { readOnlyFiles } from '../disk/read-only-files';
import { shippedMigrations, versionAfter } from '../migrations';
import type { Seal } from '../seal/seal';
import type { Snapshot } from '../snapshot';
import type { Vault } from '../vault/vault';
import { dataFolderAt, unfinishedEnding, vaultElsewhere } from './folder-elsewhere';
import type { VaultElsewhere } from './folder-elsewhere';
import { hasPackingList, readPackingList } from './packing-list';
import { isWhole, readDataFolder } from './read-copy';

/** A folder that was packed on another device and may be taken in here. */
export interface PackedFolder {
  readonly folder: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly vault: Vault;
}

/** What a packed folder brought. */
export interface TakenIn {
  readonly what: 'trip' | 'everything';
  readonly title: string;
  /** Who packed it; whose record is among those that were brought. */
  readonly officerId: RecordId;
  readonly records: number;
  readonly files: number;
}

/** What taking something in needs of the store. */
export interface EmptyStore {
  snapshot(): Snapshot;
  alone<V>(task: () => Promise<V>): Promise<V>;
  replaceAll(records: readonly Uint8Array[], seq: number): Promise<void>;
}

export interface TakingIn extends Watch {
  /** Gets this store ready once the folder was found to be whole; nothing is written when it fails. */
  readonly beforeWriting?: () => Promise<Result<void>>;
}

/** Finds the packed folder that a person means. Fails with `not-a-trip-folder`. Throws the disk's errors. */
export async function packedFolderAt(parts: VaultElsewhere, chosen: string): Promise<Result<PackedFolder>> {
  const files = readOnlyFiles(parts.files);
  const folder = await dataFolderAt(files, chosen);
  const isFinished = folder !== null && !folder.endsWith(unfinishedEnding) && (await hasPackingList(files, folder));
  if (!isFinished) return failed({ code: 'not-a-trip-folder' });
  const vault = await vaultElsewhere({ ...parts, files }, folder);
  if (!vault.ok) return vault;
  return success({ folder, name: basename(folder), isProtected: vault.value.status().isSet, vault: vault.value });
}

/**
 * Copies a packed folder into a store that holds nothing, once all of it was found to be as it was packed; the folder is
 * only read. Fails with `not-empty-here` and `damaged-copy`, changing nothing. Throws the disk's errors and `Cancelled`;
 * then there are no records either, at most files that nothing names and that the next try needs no more than once.
 */
export async function takeIn(
  { files, store, blobs }: VaultElsewhere & { readonly store: EmptyStore; readonly blobs: Pick<Blobs, 'put'> },
  { folder }: PackedFolder,
  seal: Seal,
  { beforeWriting, ...watch }: TakingIn = {},
): Promise<Result<TakenIn>> {
  if (!isEmpty(store)) return failed({ code: 'not-empty-here' });
  const content = await readDataFolder(files, folder, seal, versionAfter(shippedMigrations));
  if (!content.ok) return content.failure.code === 'not-a-copy' ? failed({ code: 'damaged-copy' }) : content;
  const list = await readPackingList(readOnlyFiles(files), folder, seal);
  if (list === null || !(await isWhole(content.value, list, partOf(watch, 0, 0.5)))) {
    return failed({ code: 'damaged-copy' });
  }
  const ready = (await beforeWriting?.()) ?? success(undefined);
  if (!ready.ok) return ready;
  const { manifest, seq } = content.value;
  const records = await upToDate({ records: content.value.records, version: manifest.version }, shippedMigrations);
  for (const [index, sha256] of list.files.entries()) {
    throwIfCancelled(watch);
    watch.onProgress?.(0.5 + (0.4 * index) / list.files.length);
    const file = await content.value.blobs.get(sha256);
    if (!file.ok) return file;
    const put = await blobs.put(file.value);
    if (!put.ok) return put;
  }
  return store.alone(async () => {
    throwIfCancelled(watch);
    if (!isEmpty(store)) return failed({ code: 'not-empty-here' });
    await store.replaceAll(records, Math.max(seq, store.snapshot().seq));
    const { what, title, officerId } = list;
    return success({ what, title, officerId, records: records.length, files: list.files.length });
  });
}

function isEmpty(store: EmptyStore): boolean {
  return store.snapshot().records.length === 0;
}
