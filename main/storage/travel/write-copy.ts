import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Instant } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { partOf, Steps, throwIfCancelled } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import { openBlobs } from '../blobs';
import type { Blobs } from '../blobs';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { freePath, makeFolderDurably, writeDurably } from '../disk/durable-write';
import { readOnlyFiles } from '../disk/read-only-files';
import { beginStore } from '../layout/generations';
import { RecordTable } from '../records/record-table';
import { plainSeal } from '../seal/plain-seal';
import { SealWiped } from '../seal/sealed';
import type { Seal } from '../seal/seal';
import { roomIn, sealOf, unfinishedEnding, vaultElsewhere } from './folder-elsewhere';
import type { VaultElsewhere } from './folder-elsewhere';
import type { NamedFile } from './files-named';
import { packingListOf, readPackingList, writePackingList } from './packing-list';
import type { Label, PackingList } from './packing-list';
import { isWhole, readDataFolder } from './read-copy';

/** What goes into a copy, all of which may leave this device. */
export interface Cargo {
  readonly label: Omit<Label, 'madeAt'>;
  readonly version: number;
  /** The device's count of changes, as it goes on where the copy is used. */
  readonly seq: number;
  readonly records: readonly Uint8Array[];
  readonly files: readonly NamedFile[];
  /** Files that were set aside as damaged, by their names. */
  readonly aside: readonly { readonly name: string; readonly content: Uint8Array }[];
}

/** Where a copy goes. */
export interface Destination {
  /** The folder in which it is made, as a folder of its own. */
  readonly into: string;
  readonly name: string;
  /** Null for one that everybody can read. */
  readonly passphrase: string | null;
}

export interface WrittenCopy {
  readonly folder: string;
  readonly records: number;
  readonly files: number;
  /** Files that could not be read here and are missing there. */
  readonly missingFiles: number;
  /** Told this one time; null without a passphrase. */
  readonly recoveryKey: string | null;
}

export interface WritingParts extends VaultElsewhere {
  readonly files: DiskFiles;
  /** The files of this data folder. */
  readonly blobs: Pick<Blobs, 'get'>;
  readonly clock: () => Instant;
  readonly newId: () => RecordId;
  /** How many bytes there is room for; null when nobody knows. */
  readonly room?: (folder: string) => Promise<number | null>;
}

/** What a copy needs beyond the bytes of its words and files: names, checksums, keys. */
const roomBeside = 2 << 20;
/** What is written before there was a first pause to compact it does not matter to a copy. */
const compactAt = 4 << 20;

/**
 * Makes a data folder that holds the cargo, for another device: it has an identity of its own. It is written aside, read
 * back to the bit with the passphrase that was given, and only then gets its name. After a failure, `cancelled` among
 * them, nothing of it stays, as far as the disk lets it be removed; what does stay is no data folder that anybody opens.
 * Throws the disk's errors and `Cancelled`.
 */
export async function writeCopy(
  parts: WritingParts,
  cargo: Cargo,
  to: Destination,
  watch: Watch = {},
): Promise<Result<WrittenCopy>> {
  const { files } = parts;
  const room = await enoughRoom(parts, cargo, to);
  if (!room.ok) return room;
  const unfinished = join(to.into, `${to.name}.${randomBytes(6).toString('hex')}${unfinishedEnding}`);
  try {
    await files.makeFolder(unfinished);
    await files.syncFolder(to.into);
    const written = await fill(parts, cargo, { folder: unfinished, passphrase: to.passphrase }, watch);
    if (!written.ok) {
      await removeIfPossible(files, unfinished);
      return written;
    }
    throwIfCancelled(watch);
    const folder = await freePath(files, to.into, to.name, '');
    await giveName(files, unfinished, folder);
    watch.onProgress?.(1);
    return success({ ...written.value, folder });
  } catch (cause) {
    await removeIfPossible(files, unfinished);
    throw cause;
  }
}

async function enoughRoom({ room = roomIn }: WritingParts, cargo: Cargo, { into }: Destination): Promise<Result<void>> {
  const bytes =
    sumOf(cargo.records, ({ length }) => length) * 1.1 +
    sumOf(cargo.files, ({ size }) => size) * 1.001 +
    sumOf(cargo.aside, ({ content }) => content.length) +
    roomBeside;
  const free = await room(into);
  if (free === null || free >= bytes) return success(undefined);
  return failed({ code: 'not-enough-room', neededMegabytes: megabytes(bytes), freeMegabytes: Math.floor(free / 1e6) });
}

async function fill(
  parts: WritingParts,
  cargo: Cargo,
  { folder, passphrase }: { readonly folder: string; readonly passphrase: string | null },
  watch: Watch,
): Promise<Result<Omit<WrittenCopy, 'folder'>>> {
  const { files, newId, clock } = parts;
  const keys = await keysFor(parts, folder, passphrase);
  if (!keys.ok) return keys;
  const { seal, recoveryKey, wipe } = keys.value;
  try {
    const { version, seq, records, aside } = cargo;
    const kept = await writeFiles(parts, cargo, join(folder, 'files'), seal, partOf(watch, 0, 0.5));
    await writeAside(files, join(folder, 'quarantine'), aside, seal);
    throwIfCancelled(watch);
    const data = { files, folder, version, deviceId: newId(), compactAt };
    const generation = await beginStore(data, { seal, slots: await slotsOf(records), seq });
    await generation.close();
    const label: Label = { ...cargo.label, madeAt: clock() };
    const list = await packingListOf(label, records, kept, partOf(watch, 0.5, 0.6));

    if (!(await isReadBack(parts, folder, { passphrase, list, version }, partOf(watch, 0.6, 1)))) {
      return failed({ code: 'cannot-write', reason: 'not-verified' });
    }
    await writePackingList(files, folder, seal, list);
    if ((await readPackingList(files, folder, seal)) === null) {
      return failed({ code: 'cannot-write', reason: 'not-verified' });
    }
    const missingFiles = cargo.files.length - kept.length;
    return success({ records: records.length, files: kept.length, missingFiles, recoveryKey });
  } finally {
    wipe();
  }
}

interface Keys {
  readonly seal: Seal;
  readonly recoveryKey: string | null;
  readonly wipe: () => void;
}

async function keysFor(parts: WritingParts, folder: string, passphrase: string | null): Promise<Result<Keys>> {
  if (passphrase === null) return success({ seal: plainSeal, recoveryKey: null, wipe: () => undefined });
  const vault = await vaultElsewhere(parts, folder);
  if (!vault.ok) return vault;
  const made = await vault.value.create(passphrase);
  if (!made.ok) return made;
  const { vault: key, recoveryKey } = made.value;
  return success({ seal: key.seal, recoveryKey, wipe: () => key.wipe() });
}

/** Answers the hashes of those that could be read here. */
async function writeFiles(
  { files, blobs }: WritingParts,
  cargo: Cargo,
  folder: string,
  seal: Seal,
  watch: Watch,
): Promise<string[]> {
  const there = await openBlobs(folder, files, seal);
  const all = Math.max(
    1,
    sumOf(cargo.files, ({ size }) => size),
  );
  const kept: string[] = [];
  let done = 0;
  for (const { sha256, size } of cargo.files) {
    throwIfCancelled(watch);
    watch.onProgress?.(done / all);
    const content = await blobs.get(sha256);
    if (content.ok) {
      const put = await there.put(content.value);
      if (!put.ok) throw asDiskError(put.failure);
      kept.push(sha256);
    } else if (content.failure.code === 'locked') {
      throw new SealWiped();
    }
    done += size;
  }
  return kept;
}

/** What was damaged once and set aside is nobody's to throw away: it goes along under the names that it has. */
async function writeAside(files: DiskFiles, folder: string, aside: Cargo['aside'], seal: Seal): Promise<void> {
  if (aside.length > 0) await makeFolderDurably(files, folder);
  for (const { name, content } of aside) {
    await writeDurably(files, join(folder, seal.isSecret ? `${name}.sealed` : name), seal.file(content));
  }
}

async function slotsOf(records: readonly Uint8Array[]): Promise<ReturnType<RecordTable['slots']>> {
  const table = new RecordTable();
  const steps = new Steps();
  for (const json of records) {
    table.putJson(json);
    await steps.step();
  }
  return table.slots();
}

/** Opens the folder as somebody will who knows nothing but the passphrase, and compares all of it with what was meant. */
async function isReadBack(
  parts: WritingParts,
  folder: string,
  {
    passphrase,
    list,
    version,
  }: { readonly passphrase: string | null; readonly list: PackingList; readonly version: number },
  watch: Watch,
): Promise<boolean> {
  const vault = await vaultElsewhere({ ...parts, files: readOnlyFiles(parts.files) }, folder);
  const opened = vault.ok ? await sealOf(vault.value, passphrase) : vault;
  if (!opened.ok) return false;
  try {
    const content = await readDataFolder(parts.files, folder, opened.value.seal, version);
    return content.ok && (await isWhole(content.value, list, watch));
  } finally {
    opened.value.wipe();
  }
}

/** A name that is not durable is as good as none: then the folder goes under either. */
async function giveName(files: DiskFiles, unfinished: string, folder: string): Promise<void> {
  try {
    await files.rename(unfinished, folder);
    await files.syncFolder(dirname(folder));
  } catch (cause) {
    // Somebody else's of this name, made just now, is not ours to remove.
    if (!(await isThere(files, unfinished))) await removeIfPossible(files, folder);
    throw cause;
  }
}

async function isThere(files: DiskFiles, path: string): Promise<boolean> {
  try {
    return await files.has(path);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return true;
  }
}

async function removeIfPossible(files: DiskFiles, folder: string): Promise<void> {
  try {
    await files.removeFolder(folder);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
  }
}

function asDiskError(failure: { readonly code: string }): Error {
  const code = failure.code === 'disk-full' ? 'ENOSPC' : 'reason' in failure ? String(failure.reason) : failure.code;
  return Object.assign(new Error('A file could not be copied'), { code });
}

function sumOf<T>(things: readonly T[], sizeOf: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + sizeOf(thing), 0);
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
