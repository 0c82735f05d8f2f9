import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Parcel } from '../peer';
import type { BundleKey } from './bundle-key';
import { aimFor, gzipped } from './gzip';
import { headerOf, mostBundleBytes, mostFileBytes, mostLeafBytes, mostLineBytes } from './heading';
import type { BundleHeading } from './heading';
import { fileLine, fileListLine, parcelLine, trailerLine } from './lines';
import type { FileName } from './lines';
import type { BundleLock } from './lock';
import { BundleTrouble, throwIfCancelled } from './trouble';

/** What a bundle is made of. */
export interface BundleContents {
  readonly heading: BundleHeading;
  /** Leaves that are marked as shared, durably, before anything is written: once in a file they cannot be called back. */
  readonly parcels: readonly Parcel[];
  readonly files: readonly FileName[];
  /** The bytes of a file; null when they cannot be had, and the bundle then says that they are lacking. */
  readonly file: (sha256: string) => Promise<Uint8Array | null>;
}

/** How far the writing came. */
export interface WritingProgress {
  readonly leaves: number;
  readonly fileBytes: number;
}

export interface WritingParts {
  readonly lock: BundleLock;
  readonly key: BundleKey;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: WritingProgress) => void;
}

/**
 * A bundle, piece by piece; one file of an attachment is in memory at a time. Throws `BundleTrouble` when it is cancelled
 * or too large, and what `file` throws: what was written until then is no bundle, and no reader takes it for one.
 */
export function writeBundle(
  contents: BundleContents,
  { lock, key, signal, onProgress }: WritingParts,
): AsyncIterable<Uint8Array> {
  return lock.lock(members(contents, signal, onProgress), key, signal);
}

/** In bytes; lines are handed on when they are so long together. */
const enough = 1 << 16;

type OnProgress = (progress: WritingProgress) => void;

/** What goes by, and its sum. */
class Sum {
  readonly #hash = createHash('sha256');

  text(line: string): Uint8Array {
    return this.bytes(Buffer.from(line, 'utf8'));
  }

  bytes(bytes: Uint8Array): Uint8Array {
    this.#hash.update(bytes);
    return bytes;
  }

  hex(): string {
    return this.#hash.digest('hex');
  }
}

/** A member of gzip's for all leaves, one for each file, and one for the end. */
async function* members(
  contents: BundleContents,
  signal: AbortSignal | undefined,
  onProgress: OnProgress = () => undefined,
): AsyncIterable<Uint8Array> {
  const parcels = [...new Map(contents.parcels.map((parcel) => [`${parcel.key} ${parcel.rev}`, parcel])).values()];
  const files = [...new Map(contents.files.map((file) => [file.sha256, file])).values()];
  const leaves = parcels.length;
  const sum = new Sum();
  yield* gzipped(leafLines({ heading: contents.heading, parcels, files, sum }, signal, onProgress), 'smaller');
  let lacking = 0;
  let passed = 0;
  for (const { sha256, size } of files) {
    throwIfCancelled(signal);
    const bytes = await contents.file(sha256);
    // A file that was damaged where it was kept must not keep everything else from being handed over.
    const isSound = bytes?.length === size && (await hashOf(bytes, signal)) === sha256;
    if (isSound) {
      const progress = (done: number): void => onProgress({ leaves, fileBytes: passed + done });
      yield* gzipped(fileFrame({ sha256, bytes, sum }, signal, progress), aimFor(bytes));
    } else {
      lacking += 1;
      yield* gzipped(each(sum.text(fileLine({ lacking: sha256 }))), 'smaller');
    }
    passed += size;
  }
  const trailer = trailerLine({ leaves, files: files.length - lacking, lacking, sha256: sum.hex() });
  yield* gzipped(each(Buffer.from(trailer, 'utf8')), 'smaller');
  onProgress({ leaves, fileBytes: passed });
}

async function* leafLines(
  { heading, parcels, files, sum }: Pick<BundleContents, 'heading' | 'parcels' | 'files'> & { readonly sum: Sum },
  signal: AbortSignal | undefined,
  onProgress: OnProgress,
): AsyncIterable<Uint8Array> {
  const fileBytes = files.reduce((all, { size }) => all + size, 0);
  if (fileBytes + mostLeafBytes > mostBundleBytes || files.some(({ size }) => size > mostFileBytes)) throw tooLarge();
  const header = headerOf(heading, { leaves: parcels.length, files: files.length, fileBytes });
  const first = sum.text(`${JSON.stringify(header)}\n${fileListLine(files)}`);
  if (first.length > mostLineBytes) throw tooLarge();
  yield first;

  let leafBytes = 0;
  for (let at = 0; at < parcels.length;) {
    throwIfCancelled(signal);
    let some = '';
    for (; at < parcels.length && some.length < enough; at += 1) {
      const parcel = parcels[at];
      const line = parcel === undefined ? '' : parcelLine(parcel);
      if (Buffer.byteLength(line) > mostLineBytes) throw tooLarge();
      some += line;
    }
    const bytes = sum.text(some);
    leafBytes += bytes.length;
    if (leafBytes > mostLeafBytes) throw tooLarge();
    yield bytes;
    onProgress({ leaves: at, fileBytes: 0 });
    await setImmediate();
  }
}

async function* fileFrame(
  { sha256, bytes, sum }: { readonly sha256: string; readonly bytes: Uint8Array; readonly sum: Sum },
  signal: AbortSignal | undefined,
  onProgress: (done: number) => void,
): AsyncIterable<Uint8Array> {
  yield sum.text(fileLine({ file: sha256 }));
  for (let at = 0; at < bytes.length; at += enough) {
    throwIfCancelled(signal);
    const piece = sum.bytes(bytes.subarray(at, at + enough));
    yield piece;
    onProgress(at + piece.length);
    await setImmediate();
  }
}

async function* each(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}

/** Gives way in between: a large file takes a while. */
async function hashOf(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += enough * 16) {
    throwIfCancelled(signal);
    hash.update(bytes.subarray(at, at + enough * 16));
    await setImmediate();
  }
  return hash.digest('hex');
}

function tooLarge(): BundleTrouble {
  return new BundleTrouble({ code: 'bundle-too-large', limitGigabytes: mostBundleBytes / 2 ** 30 });
}
