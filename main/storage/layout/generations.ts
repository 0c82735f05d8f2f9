import { join } from 'node:path';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import type { Slot } from '../records/slot';
import type { Seal } from '../seal/seal';
import { bucketNumber } from './bucket';
import { Generation } from './generation';
import type { GenerationPlace } from './generation';
import { writeHead } from './head';
import { journalNumber } from './journal';
import { readManifest, removeManifest } from './manifest';
import type { Manifest } from './manifest';

const folderPattern = /^store-([1-9]\d{0,8})$/;

export interface DataFolder {
  readonly files: DiskFiles;
  readonly folder: string;
  /** The version of the store that this program writes. */
  readonly version: number;
  readonly deviceId: string;
  readonly compactAt: number;
}

export function placeOf(data: Omit<DataFolder, 'version' | 'deviceId'>, number: number, seal: Seal): GenerationPlace {
  return { files: data.files, folder: join(data.folder, `store-${number}`), seal, compactAt: data.compactAt };
}

/** The generation that counts, and its manifest or that it cannot be read; null when there is none. */
export async function findGeneration(
  files: DiskFiles,
  folder: string,
): Promise<{ number: number; manifest: Manifest | 'damaged' } | null> {
  for (const number of (await generationNumbers(files, folder)).reverse()) {
    const manifest = await readManifest(files, join(folder, `store-${number}`));
    // Without a manifest it was not yet there when its writing was interrupted.
    if (manifest !== null) return { number, manifest };
  }
  return null;
}

/**
 * The latest generation that holds anything, complete or not: for a folder of which we know that there was a complete one,
 * and whose manifest is gone.
 */
export async function findRemains(files: DiskFiles, folder: string): Promise<number | null> {
  for (const number of (await generationNumbers(files, folder)).reverse()) {
    const names = await files.list(join(folder, `store-${number}`));
    if (names.some((name) => bucketNumber(name) !== null || journalNumber(name) !== null)) return number;
  }
  return null;
}

/** Writes a generation with these slots, which then counts in the place of the one before. */
export async function writeGeneration(
  data: DataFolder,
  { number, seal, slots, seq }: { number: number; seal: Seal; slots: Iterable<Slot>; seq: number },
): Promise<Generation> {
  const { files, folder } = data;
  const place = placeOf(data, number, seal);
  // What an interrupted try left is nobody's.
  await files.removeFolder(place.folder);
  await files.makeFolder(place.folder);
  await files.syncFolder(folder);
  return Generation.write(place, blankManifest(data, number, seal, seq), slots);
}

/** Writes the first generation of a data folder, and the file by which every version of Attaché knows the folder. */
export async function beginStore(
  data: DataFolder,
  { seal, slots, seq }: { seal: Seal; slots: Iterable<Slot>; seq: number },
): Promise<Generation> {
  const generation = await writeGeneration(data, { number: 1, seal, slots, seq });
  await writeHead(data.files, data.folder, data.version, data.deviceId);
  return generation;
}

/**
 * Takes back a generation that was not written to its end: its manifest first, for as long as that stands there it would
 * be the one that counts at the next opening.
 */
export async function takeBackGeneration({ files, folder }: DataFolder, number: number): Promise<void> {
  const place = join(folder, `store-${number}`);
  await removeManifest(files, place);
  await files.removeFolder(place);
}

/** What a generation is before anything is written to it, or as far as it can be guessed when its manifest is lost. */
export function blankManifest(
  { version, deviceId }: Pick<DataFolder, 'version' | 'deviceId'>,
  generation: number,
  seal: Seal,
  seq: number,
): Manifest {
  return {
    format: 'attache-generation',
    version,
    deviceId,
    generation,
    seq,
    epoch: 0,
    journalsFrom: 1,
    isSecret: seal.isSecret,
    proof: Buffer.from(seal.line(Buffer.from('true'))).toString('latin1'),
    buckets: [],
  };
}

/** Whether this seal is the one that the generation was written under. */
export function isSealOf(seal: Seal, { proof }: Manifest): boolean {
  return seal.openLine(Buffer.from(proof, 'latin1')) !== null;
}

/** Removes generations that do not count (any more). Throws the disk's error. */
export async function removeOtherGenerations(files: DiskFiles, folder: string, kept: number): Promise<void> {
  for (const number of await generationNumbers(files, folder)) {
    if (number !== kept) await files.removeFolder(join(folder, `store-${number}`));
  }
  await files.syncFolder(folder);
}

/** The same where nobody waits for it: one that does not go now goes at the next opening. */
export async function tidyGenerations(files: DiskFiles, folder: string, kept: number): Promise<void> {
  try {
    await removeOtherGenerations(files, folder, kept);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
  }
}

async function generationNumbers(files: DiskFiles, folder: string): Promise<number[]> {
  const names = await files.list(folder);
  return names
    .map((name) => Number(folderPattern.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((one, other) => one - other);
}
