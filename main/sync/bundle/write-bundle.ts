import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { fileHash } from '../hash';
import type { Parcel } from '../peer';
import type { BundleKey } from './bundle-key';
import { gzipped } from './gzip';
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
  return lock.lock(gzipped(lines(contents, signal, onProgress)), key, signal);
}

/** In bytes; lines are handed on when they are so long together. */
const enough = 1 << 16;

async function* lines(
  contents: BundleContents,
  signal: AbortSignal | undefined,
  onProgress: (progress: WritingProgress) => void = () => undefined,
): AsyncIterable<Uint8Array> {
  const parcels = [...new Map(contents.parcels.map((parcel) => [`${parcel.key} ${parcel.rev}`, parcel])).values()];
  const files = [...new Map(contents.files.map((file) => [file.sha256, file])).values()];
  const fileBytes = files.reduce((sum, { size }) => sum + size, 0);
  if (fileBytes + mostLeafBytes > mostBundleBytes || files.some(({ size }) => size > mostFileBytes)) throw tooLarge();

  const sum = createHash('sha256');
  const text = (line: string): Buffer => {
    const bytes = Buffer.from(line, 'utf8');
    sum.update(bytes);
    return bytes;
  };
  const header = headerOf(contents.heading, { leaves: parcels.length, files: files.length, fileBytes });
  const fileList = text(`${JSON.stringify(header)}\n${fileListLine(files)}`);
  if (fileList.length > mostLineBytes) throw tooLarge();
  yield fileList;

  let leafBytes = 0;
  for (let at = 0; at < parcels.length;) {
    throwIfCancelled(signal);
    let some = '';
    for (; at < parcels.length && some.length < enough; at += 1) {
      const parcel = parcels[at];
      const line = parcel === undefined ? '' : parcelLine(parcel);
      if (line.length * 3 > mostLineBytes && Buffer.byteLength(line) > mostLineBytes) throw tooLarge();
      some += line;
    }
    const bytes = text(some);
    leafBytes += bytes.length;
    if (leafBytes > mostLeafBytes) throw tooLarge();
    yield bytes;
    onProgress({ leaves: at, fileBytes: 0 });
    await setImmediate();
  }

  let lacking = 0;
  let passed = 0;
  for (const { sha256, size } of files) {
    throwIfCancelled(signal);
    const bytes = await contents.file(sha256);
    // A file that was damaged where it was kept must not keep everything else from being handed over.
    if (bytes?.length !== size || fileHash(bytes) !== sha256) {
      lacking += 1;
      yield text(fileLine({ lacking: sha256 }));
    } else {
      yield text(fileLine({ file: sha256 }));
      for (let at = 0; at < size; at += enough) {
        throwIfCancelled(signal);
        const piece = bytes.subarray(at, at + enough);
        sum.update(piece);
        yield piece;
        onProgress({ leaves: parcels.length, fileBytes: passed + at + piece.length });
      }
    }
    passed += size;
  }
  const counts = { leaves: parcels.length, files: files.length - lacking, lacking };
  yield Buffer.from(trailerLine({ ...counts, sha256: sum.digest('hex') }), 'utf8');
  onProgress({ leaves: parcels.length, fileBytes });
}

function tooLarge(): BundleTrouble {
  return new BundleTrouble({ code: 'bundle-too-large', limitGigabytes: mostBundleBytes / 2 ** 30 });
}
