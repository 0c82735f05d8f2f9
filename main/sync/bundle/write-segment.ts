import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Result } from '@shared/result';
import { failed } from '@shared/result';
import type { Segment } from './folder';
import { segmentName } from './folder';
import { BundleTrouble, settled, systemCode } from './trouble';

interface SegmentFile {
  write(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What writing into a shared folder asks of the disk. */
export interface FolderFiles {
  has(path: string): Promise<boolean>;
  /** In bytes. */
  size(path: string): Promise<number>;
  create(path: string): Promise<SegmentFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
}

/** Network drives and some sticks cannot make a name durable on demand; the file's bytes are all the same. */
const cannotSyncNames: readonly string[] = ['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Writes a bundle into a shared folder so that colleagues see it whole or not at all. */
export async function writeSegment(
  files: FolderFiles,
  folder: string,
  segment: Segment,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<{ readonly size: number }>> {
  const path = join(folder, segmentName(segment));
  // Colleagues pass over names with such an ending.
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const begun = await settled(async () => {
    if (await files.has(path)) throw new BundleTrouble({ code: 'cannot-write', reason: 'EEXIST' });
    return onDisk(() => files.create(temporary));
  });
  if (!begun.ok) return begun;
  const written = await settled(async () => {
    const size = await writeAll(begun.value, bytes);
    // Some network drives say that they are full by keeping less than they took.
    if ((await files.size(temporary)) !== size) throw new BundleTrouble({ code: 'cannot-write', reason: 'EIO' });
    await onDisk(() => files.rename(temporary, path));
    await syncNames(files, folder);
    return { size };
  });
  if (written.ok) return written;
  const removed = await settled(async () => {
    if (await files.has(temporary)) await files.remove(temporary);
  });
  // What cannot be removed either is passed over by everybody; the person is told why the writing failed.
  return removed.ok ? written : failed(written.failure);
}

/** Answers how many bytes were written, once they are on the disk. */
async function writeAll(file: SegmentFile, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  try {
    for await (const piece of bytes) {
      await onDisk(() => file.write(piece));
      size += piece.length;
    }
    await onDisk(() => file.sync());
  } finally {
    await onDisk(() => file.close());
  }
  return size;
}

/** Errors of the folder's disk, which are told as those of writing and not of reading what is written. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
    throw new BundleTrouble(isFull ? { code: 'disk-full' } : { code: 'cannot-write', reason: code }, { cause });
  }
}

async function syncNames(files: FolderFiles, folder: string): Promise<void> {
  try {
    await files.syncFolder(folder);
  } catch (cause) {
    if (!cannotSyncNames.includes(systemCode(cause) ?? '')) throw cause;
  }
}
