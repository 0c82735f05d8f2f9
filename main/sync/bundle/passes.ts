import { createHash } from 'node:crypto';
import type { Parcel } from '../peer';
import type { Frames } from './frames';
import { mostLeafBytes, mostLineBytes, readHeader } from './heading';
import type { BundleHeader } from './heading';
import { readFileLine, readFileList, readParcel, readTrailer } from './lines';
import type { FileName } from './lines';
import { BundleTrouble, damaged } from './trouble';

/** What was found in a bundle when all of it verified. */
export interface Outline {
  readonly header: BundleHeader;
  readonly parcels: readonly Parcel[];
  /** All that it lists, those that are lacking too. */
  readonly files: readonly FileName[];
  readonly newFiles: readonly FileName[];
  readonly lacking: readonly string[];
  readonly sha256: string;
}

interface Admission {
  readonly isOurSpace: (spaceId: string) => boolean;
  readonly hasFile: (sha256: string) => Promise<boolean>;
  readonly freeBytes: number;
}

/** The first pass: everything is verified, leaves are gathered, the bytes of files are hashed and let go. */
export async function readThrough(frames: Frames, admission: Admission): Promise<Outline> {
  const header = admitted(await firstLine(frames), admission);
  const { counts } = header;
  const files = readFileList((await frames.line(mostLineBytes)).json)?.files;
  if (files?.length !== counts.files || bytesOf(files) !== counts.fileBytes) throw damaged();
  if (new Set(files.map(({ sha256 }) => sha256)).size !== files.length) throw damaged();
  const unknown: FileName[] = [];
  for (const file of files) if (!(await admission.hasFile(file.sha256))) unknown.push(file);
  throwIfNoRoom(bytesOf(unknown), admission.freeBytes);

  const parcels = await leaves(frames, counts.leaves);
  const lacking: string[] = [];
  for (const file of files) {
    if (await isLacking(frames, file)) {
      lacking.push(file.sha256);
      continue;
    }
    const sum = createHash('sha256');
    for await (const piece of frames.bytes(file.size)) sum.update(piece);
    if (sum.digest('hex') !== file.sha256) throw damaged();
  }
  const sha256 = await readEnd(frames, { leaves: parcels.length, files: files.length, lacking: lacking.length });
  const newFiles = unknown.filter((file) => !lacking.includes(file.sha256));
  return { header, parcels, files, newFiles, lacking, sha256 };
}

/** The second pass: verifies the same once more and hands out the bytes of those files that are wanted. */
export async function readAgain(
  frames: Frames,
  { header, files, lacking, sha256 }: Outline,
  give: (sha256: string, bytes: Uint8Array) => Promise<void>,
  wanted: ReadonlySet<string>,
): Promise<void> {
  for (let lines = 2 + header.counts.leaves; lines > 0; lines -= 1) await frames.skipLine(mostLineBytes);
  for (const file of files) {
    if (await isLacking(frames, file)) continue;
    const isWanted = wanted.has(file.sha256);
    const whole = new Uint8Array(isWanted ? file.size : 0);
    const sum = createHash('sha256');
    let at = 0;
    for await (const piece of frames.bytes(file.size)) {
      if (!isWanted) continue;
      sum.update(piece);
      whole.set(piece, at);
      at += piece.length;
    }
    if (!isWanted) continue;
    if (sum.digest('hex') !== file.sha256) throw damaged();
    await give(file.sha256, whole);
  }
  const counts = { leaves: header.counts.leaves, files: files.length, lacking: lacking.length };
  if ((await readEnd(frames, counts)) !== sha256) throw damaged();
}

async function firstLine(frames: Frames): Promise<unknown> {
  try {
    return (await frames.line(mostLineBytes)).json;
  } catch (cause) {
    // Locked with the right key, and yet no bundle: somebody locked something else.
    if (cause instanceof BundleTrouble && cause.failure.code === 'bundle-damaged') {
      throw new BundleTrouble({ code: 'not-a-bundle' }, { cause });
    }
    throw cause;
  }
}

function admitted(json: unknown, { isOurSpace }: Admission): BundleHeader {
  const header = readHeader(json);
  if ('code' in header) throw new BundleTrouble(header);
  if (!isOurSpace(header.spaceId)) throw new BundleTrouble({ code: 'bundle-of-another-space' });
  return header;
}

function throwIfNoRoom(needed: number, free: number): void {
  if (needed <= free) return;
  const neededMegabytes = Math.ceil(needed / 1e6);
  throw new BundleTrouble({ code: 'not-enough-room', neededMegabytes, freeMegabytes: Math.floor(free / 1e6) });
}

function bytesOf(files: readonly FileName[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

async function leaves(frames: Frames, count: number): Promise<Parcel[]> {
  const parcels: Parcel[] = [];
  const names = new Set<string>();
  for (let left = mostLeafBytes; parcels.length < count;) {
    const { json, length } = await frames.line(Math.min(left, mostLineBytes));
    left -= length;
    const parcel = readParcel(json);
    if (parcel === null) throw damaged();
    parcels.push(parcel);
    names.add(`${parcel.key} ${parcel.rev}`);
  }
  if (names.size !== parcels.length) throw damaged();
  return parcels;
}

/** Whether the next file could not be read where the bundle was made, so that no bytes of it follow. */
async function isLacking(frames: Frames, { sha256 }: FileName): Promise<boolean> {
  const line = readFileLine((await frames.line(mostLineBytes)).json);
  if (line === null) throw damaged();
  const isLackingHere = 'lacking' in line;
  if ((isLackingHere ? line.lacking : line.file) !== sha256) throw damaged();
  return isLackingHere;
}

/** The trailer vouches for everything before it, and nothing follows it. Answers its sum. */
async function readEnd(
  frames: Frames,
  listed: { readonly leaves: number; readonly files: number; readonly lacking: number },
): Promise<string> {
  const end = readTrailer((await frames.line(mostLineBytes)).json)?.end;
  const isRight =
    end?.leaves === listed.leaves &&
    end.files === listed.files - listed.lacking &&
    end.lacking === listed.lacking &&
    end.sha256 === frames.sumBeforeLast();
  if (!isRight || !(await frames.isAtEnd())) throw damaged();
  return end.sha256;
}
