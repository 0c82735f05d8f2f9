import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { failureOfReading, failureOfWriting } from './disk/disk-failures';
import type { DiskFiles } from './disk/disk-files';
import { makeFolderDurably, namesIfPossible, removeLeftovers, writeDurably } from './disk/durable-write';

/** Files beside the store, each under the SHA-256 of its bytes, so that one that is added twice is kept once. */
export interface Blobs {
  /** Answers the hash when the bytes are on the disk. A record that names them is written afterwards, never before. */
  put(bytes: Uint8Array): Promise<Result<string>>;
  /** The bytes, if they are still those that the hash was made from. */
  get(sha256: string): Promise<Result<Uint8Array>>;
  has(sha256: string): Promise<boolean>;
}

const hashPattern = /^[0-9a-f]{64}$/;

export async function openBlobs(folder: string, files: DiskFiles): Promise<Blobs> {
  const folderOf = (sha256: string): string => join(folder, sha256.slice(0, 2));
  const pathOf = (sha256: string): string => join(folderOf(sha256), sha256);
  for (const name of await namesIfPossible(files, folder)) await removeLeftovers(files, join(folder, name));

  async function get(sha256: string): Promise<Result<Uint8Array>> {
    // A hash is part of a path here: one of another shape is never looked for.
    if (!hashPattern.test(sha256)) return failed({ code: 'cannot-read', reason: 'not-a-hash' });
    try {
      const bytes = await files.read(pathOf(sha256));
      return hashOf(bytes) === sha256 ? success(bytes) : failed({ code: 'cannot-read', reason: 'damaged' });
    } catch (cause) {
      return failed(failureOfReading(cause));
    }
  }

  return {
    get,
    has: async (sha256) => hashPattern.test(sha256) && (await files.has(pathOf(sha256))),
    async put(bytes) {
      const sha256 = hashOf(bytes);
      try {
        // What is there already is read and not only looked for: a damaged file is replaced by a sound one.
        if ((await files.has(pathOf(sha256))) && (await get(sha256)).ok) return success(sha256);
        await makeFolderDurably(files, folder);
        await makeFolderDurably(files, folderOf(sha256));
        await writeDurably(files, pathOf(sha256), bytes);
        return success(sha256);
      } catch (cause) {
        return failed(failureOfWriting(cause));
      }
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
