import type { Chance } from './chance';

/** A file of the simulated disk, which only ever grows: what is seen, and how much of it a power cut cannot take. */
export interface SimulatedFile {
  readonly kind: 'file';
  bytes: Buffer;
  /** Up to here everything is on the disk, but for what was forgotten. */
  synced: number;
  /** Where each write ended: a length that the file may be found with. */
  ends: number[];
  /** Stretches whose sync failed: the system has dropped them, and no later sync brings them back. */
  forgotten: { readonly from: number; readonly to: number }[];
  /** How many zeros are seen behind its end while it is being written. */
  room: number;
}

/** The disk writes a sector wholly or not at all. */
const sectorLength = 512;

export function emptyFile(room: number): SimulatedFile {
  return fileOf(Buffer.alloc(0), room);
}

/** A file whose bytes are all on the disk. Nobody may change them in place: they are shared by copies of the disk. */
export function fileOf(bytes: Buffer, room = 0): SimulatedFile {
  return { kind: 'file', bytes, synced: bytes.length, ends: [], forgotten: [], room };
}

export function clonedFile(file: SimulatedFile): SimulatedFile {
  return fileOf(file.bytes, file.room);
}

/** All that is read of it. */
export function seenBytes({ bytes, room }: SimulatedFile): Buffer {
  return room === 0 ? Buffer.from(bytes) : Buffer.concat([bytes, Buffer.alloc(room)]);
}

export function append(file: SimulatedFile, bytes: Uint8Array): void {
  file.bytes = Buffer.concat([file.bytes, bytes]);
  file.ends.push(file.bytes.length);
}

export function makeBytesDurable(file: SimulatedFile): void {
  file.synced = file.bytes.length;
  file.ends = [];
}

/** What a system does whose sync fails: the bytes are still seen, count as written, and never reach the disk. */
export function forgetBytes(file: SimulatedFile): void {
  if (file.synced < file.bytes.length) file.forgotten.push({ from: file.synced, to: file.bytes.length });
  makeBytesDurable(file);
}

/** The file as it may be found after a power cut: of what was not synced, sectors are there, are zeros, or are missing. */
export function afterTheCut(file: SimulatedFile, chance: Chance): SimulatedFile {
  const found = Buffer.from(file.bytes.subarray(0, lengthAfterTheCut(file, chance)));
  const survival = chance.pick([0, 0.5, 0.9, 1]);
  for (const { from, to } of [...file.forgotten, { from: file.synced, to: found.length }]) {
    for (let at = from; at < Math.min(to, found.length); at = nextSector(at)) {
      if (chance.next() >= survival) found.fill(0, at, Math.min(nextSector(at), to, found.length));
    }
  }
  return fileOf(found, chance.below(file.room + 1));
}

function lengthAfterTheCut({ bytes, synced, ends }: SimulatedFile, chance: Chance): number {
  const sectors = Math.floor(chance.next() * (bytes.length - synced + 1)) + synced;
  return chance.pick([
    synced,
    bytes.length,
    bytes.length,
    ends.length === 0 ? synced : chance.pick(ends),
    Math.max(synced, sectors - (sectors % sectorLength)),
  ]);
}

function nextSector(at: number): number {
  return at - (at % sectorLength) + sectorLength;
}
