import { join } from 'node:path';
import { diskFiles, systemCode } from './disk/disk-files';
import type { DiskFiles } from './disk/disk-files';
import { writeInFolder } from './disk/durable-write';
import { plainSeal } from './seal/plain-seal';
import type { Seal } from './seal/seal';
import { SealWiped } from './seal/sealed';

/**
 * Small pictures of the files beside the store, each found by the SHA-256 of the file that it was made of. They can be
 * made again at any time: one that is missing, damaged or cannot be written is no failure, and copies leave them out.
 */
export interface Thumbnails {
  get(sha256: string): Promise<Uint8Array | null>;
  keep(sha256: string, bytes: Uint8Array): Promise<void>;
  /** From now on what is kept stands under another seal; what is there already goes, since it is soon made again. */
  reseal(to: Seal): Promise<void>;
}

const hashPattern = /^[0-9a-f]{64}$/;

export function openThumbnails(folder: string, files: DiskFiles = diskFiles, given: Seal = plainSeal): Thumbnails {
  return new SealedThumbnails(folder, files, given);
}

class SealedThumbnails implements Thumbnails {
  #seal: Seal;
  readonly #writing = new Set<Promise<void>>();

  constructor(
    private readonly folder: string,
    private readonly files: DiskFiles,
    seal: Seal,
  ) {
    this.#seal = seal;
  }

  async get(sha256: string): Promise<Uint8Array | null> {
    if (!hashPattern.test(sha256)) return null;
    try {
      return await this.#seal.openFile(await this.files.read(this.#place(sha256)));
    } catch (cause) {
      if (systemCode(cause) === undefined && !(cause instanceof SealWiped)) throw cause;
      return null;
    }
  }

  keep(sha256: string, bytes: Uint8Array): Promise<void> {
    const writing = this.#write(sha256, bytes);
    this.#writing.add(writing);
    return writing.finally(() => this.#writing.delete(writing));
  }

  async reseal(to: Seal): Promise<void> {
    this.#seal = to;
    // What is just being written may still go by the seal before.
    await Promise.allSettled([...this.#writing]);
    await this.files.removeFolder(this.folder);
  }

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    if (!hashPattern.test(sha256)) return;
    const path = this.#place(sha256);
    try {
      if (await this.files.has(path)) return;
      await this.files.makeFolder(join(path, '..'));
      await writeInFolder(this.files, path, this.#seal.file(bytes));
    } catch (cause) {
      // A full disk, say: it is shown all the same, and made again when it is wanted next.
      if (systemCode(cause) === undefined && !(cause instanceof SealWiped)) throw cause;
    }
  }

  #place(sha256: string): string {
    const name = this.#seal.fileName(sha256);
    return join(this.folder, name.slice(0, 2), name);
  }
}
