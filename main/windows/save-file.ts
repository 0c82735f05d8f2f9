import { open } from 'node:fs/promises';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { sharedFiles, systemCode } from '../storage/disk/disk-files';
import type { DiskFiles } from '../storage/disk/disk-files';
import { writeDurably } from '../storage/disk/durable-write';
import type { Content } from '../storage/disk/durable-write';

/**
 * Puts a file where a person said, wholly or not at all: what stood there under its name stays until the new one is on
 * the disk. Content that is still being made may throw: that is thrown on, and nothing is left behind.
 */
export async function saveFile(
  path: string,
  content: Content,
  files: DiskFiles = sharedFiles,
): Promise<Result<{ path: string }>> {
  const made: { brokenBy?: { readonly cause: unknown } } = {};
  async function* watched(): AsyncGenerator<Uint8Array, void> {
    try {
      yield* content instanceof Uint8Array ? [content] : content;
    } catch (cause) {
      made.brokenBy = { cause };
      throw cause;
    }
  }
  try {
    await refuseProtected(path);
    await writeDurably(files, path, watched());
  } catch (cause) {
    if (made.brokenBy !== undefined) throw made.brokenBy.cause;
    return failed(failureOfSaving(cause));
  }
  return success({ path });
}

/**
 * Another file could be put in the place of one that is protected all the same; whoever protected it does not want that.
 * And who is to close it elsewhere should hear of it before the new one is made.
 */
async function refuseProtected(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close();
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw cause;
  }
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const refused = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EISDIR']);

/** What it means to a person that a file could not be put where they said. */
function failureOfSaving(cause: unknown): Failure {
  const code = systemCode(cause);
  if (code === undefined) throw cause;
  if (full.has(code)) return { code: 'no-room-for-file' };
  return refused.has(code) ? { code: 'file-refused' } : { code: 'file-not-saved', reason: code };
}
