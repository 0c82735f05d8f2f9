import type { Failure, Result } from '@shared/result';
import type { Parcel } from '../peer';
import type { BundleKey } from './bundle-key';
import { Frames } from './frames';
import { gunzipped } from './gzip';
import { mostBundleBytes } from './heading';
import type { BundleHeader } from './heading';
import type { FileName } from './lines';
import { LockBroken, readHead } from './lock';
import type { BundleLock } from './lock';
import { readAgain, readThrough } from './passes';
import type { Outline } from './passes';
import { BundleTrouble, damaged, settled, throwIfCancelled } from './trouble';

/** A bundle where it lies. */
export interface BundleSource {
  /** In bytes. */
  readonly size: number;
  /** The bytes from the beginning on, each time anew; what the disk throws is told to the person. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

export interface ReadingParts {
  readonly lock: BundleLock;
  readonly key: BundleKey;
  /** Whether a bundle is of this space; where there is none yet, every one is. */
  readonly isOurSpace: (spaceId: string) => boolean;
  /** Whether a file is here already. */
  readonly hasFile: (sha256: string) => Promise<boolean>;
  /** How much room there is for files, in bytes. */
  readonly freeBytes: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

/** In bytes of the bundle. */
export interface ReadingProgress {
  readonly done: number;
  readonly of: number;
}

/** Takes what a bundle holds; a failure that is answered ends the taking in. */
export interface Takers {
  /** A file that is not here yet; its bytes are what its hash says. */
  readonly file: (sha256: string, bytes: Uint8Array) => Promise<Result<unknown>>;
  /** All leaves at once, after all files. */
  readonly parcels: (parcels: readonly Parcel[]) => Promise<Result<unknown>>;
}

/** A bundle of which everything has verified. */
export interface VerifiedBundle {
  readonly header: BundleHeader;
  /** In the order in which they were written: for a preview, and to be taken in. */
  readonly parcels: readonly Parcel[];
  /** The files that it brings and that were not here. */
  readonly newFiles: readonly FileName[];
  /** Files that could not be read where the bundle was made. */
  readonly lacking: readonly string[];
  /**
   * Hands out the files, reading and verifying once more, and then all leaves. Broken off at any point, no leaf was
   * handed out; files that were are harmless, and are not handed out again by the next try.
   */
  readonly takeOut: (takers: Takers, watch?: Pick<ReadingParts, 'signal' | 'onProgress'>) => Promise<Result<null>>;
}

/** What opens a bundle, so that the person is asked for the right thing; a failure for what is no bundle. */
export function whatOpens(source: BundleSource): Promise<Result<BundleKey['kind']>> {
  return settled(async () => (await headOf(source)).opensWith);
}

/** Verifies a bundle from its first bit to its last, and hands out nothing of one that is not as it was written. */
export function readBundle(source: BundleSource, parts: ReadingParts): Promise<Result<VerifiedBundle>> {
  return settled(async () => {
    const { lock, key, signal } = parts;
    throwIfCancelled(signal);
    const head = await headOf(source);
    if (head.opensWith !== key.kind) throw new BundleTrouble({ code: lockedOtherwise[head.opensWith] });
    const fileKey = await brokenInWords(() => lock.fileKey(head.bytes, key, signal));
    if (fileKey === null) throw new BundleTrouble({ code: wrongKey[key.kind] });

    const outline = await pass(source, { lock, fileKey, watch: parts }, (frames) => readThrough(frames, parts));
    const { header, parcels, lacking } = outline;
    return {
      header,
      parcels,
      lacking,
      newFiles: outline.newFiles,
      takeOut: (takers, watch = {}) =>
        settled(() => takeOut(source, { lock, fileKey, outline, hasFile: parts.hasFile }, takers, watch)),
    };
  });
}

const lockedOtherwise = { passphrase: 'bundle-needs-passphrase', 'space-key': 'bundle-needs-space-key' } as const;
const wrongKey = { passphrase: 'bundle-wrong-passphrase', 'space-key': 'bundle-wrong-space-key' } as const;

async function headOf(source: BundleSource): Promise<{ bytes: Uint8Array; opensWith: BundleKey['kind'] }> {
  if (source.size > mostBundleBytes) {
    throw new BundleTrouble({ code: 'bundle-too-large', limitGigabytes: mostBundleBytes / 2 ** 30 });
  }
  const head = await readHead(source.open());
  switch (head.kind) {
    case 'head':
      return head;
    case 'cut':
      throw new BundleTrouble({ code: 'bundle-cut-short' });
    case 'damaged':
      throw damaged();
    case 'none':
      throw new BundleTrouble({ code: 'not-a-bundle' });
  }
}

interface Opening {
  readonly lock: BundleLock;
  readonly fileKey: Uint8Array;
  readonly watch: Pick<ReadingParts, 'signal' | 'onProgress'>;
}

/** Reads the bundle once, from its beginning to its end. */
async function pass<T>(
  source: BundleSource,
  { lock, fileKey, watch }: Opening,
  read: (frames: Frames) => Promise<T>,
): Promise<T> {
  const opened = lock.open(watched(source, watch), fileKey, watch.signal);
  const frames = new Frames(gunzipped(opened));
  try {
    return await brokenInWords(() => read(frames));
  } finally {
    await frames.close();
  }
}

async function* watched(
  { size, open }: BundleSource,
  { signal, onProgress }: Opening['watch'],
): AsyncIterable<Uint8Array> {
  let done = 0;
  for await (const piece of open()) {
    throwIfCancelled(signal);
    done += piece.length;
    // A file that grows without end is not what was looked at.
    if (done > size) throw damaged();
    yield piece;
    onProgress?.({ done, of: size });
  }
}

async function brokenInWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof LockBroken)) throw cause;
    const code = cause.where === 'at-end' ? 'bundle-cut-short' : 'bundle-damaged';
    throw new BundleTrouble({ code }, { cause });
  }
}

async function takeOut(
  source: BundleSource,
  { lock, fileKey, outline, hasFile }: Omit<Opening, 'watch'> & { outline: Outline } & Pick<ReadingParts, 'hasFile'>,
  takers: Takers,
  watch: Opening['watch'],
): Promise<null> {
  throwIfCancelled(watch.signal);
  const wanted = new Set<string>();
  for (const { sha256 } of outline.newFiles) if (!(await hasFile(sha256))) wanted.add(sha256);
  if (wanted.size > 0) {
    await pass(source, { lock, fileKey, watch }, (frames) =>
      readAgain(
        frames,
        outline,
        async (sha256, bytes) => {
          if (wanted.has(sha256)) throwIfFailed(await takers.file(sha256, bytes));
        },
        wanted,
      ),
    );
  }
  throwIfCancelled(watch.signal);
  throwIfFailed(await takers.parcels(outline.parcels));
  return null;
}

function throwIfFailed(result: Result<unknown>): void {
  if (!result.ok) throw new BundleTrouble(result.failure satisfies Failure);
}
