import { join } from 'node:path';
import type { KeptFile } from '../blobs';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { makeFolderDurably, removeLeftovers, writeDurably } from '../disk/durable-write';
import type { Seal } from '../seal/seal';
import { hashOf, isSame, joined, piecesOf, throwIfCancelled } from './unhurried';
import type { Watch } from './unhurried';

/** How far a folder of copies holds what is beside the store. */
export interface MirrorState {
  readonly files: number;
  /** Of those, how many are not there. */
  readonly missing: number;
}

const hashPattern = /^[0-9a-f]{64}$/;

/**
 * Copies of the attached files, beside the backups on another disk. Each file's name follows from its content's hash, so
 * that a name that is there is a file that is there. Throws the disk's errors.
 */
export class FilesMirror {
  constructor(
    private readonly files: DiskFiles,
    readonly folder: string,
  ) {}

  async state(source: readonly KeptFile[]): Promise<MirrorState> {
    const kept = new Set((await namesUnder(this.files, this.folder)).map(({ name }) => name));
    return { files: source.length, missing: source.filter(({ name }) => !kept.has(name)).length };
  }

  /** Copies what is not there yet. A damaged file of the source is left out: its copy may be the last that is sound. */
  async bringUpToDate(source: readonly KeptFile[], seal: Seal, watch: Watch = {}): Promise<void> {
    const kept = new Set((await namesUnder(this.files, this.folder)).map(({ name }) => name));
    const wanted = source.filter(({ name }) => !kept.has(name));
    for (const [index, { name, path }] of wanted.entries()) {
      throwIfCancelled(watch);
      watch.onProgress?.(index / wanted.length);
      const file = await this.files.read(path);
      if ((await contentOf(file, name, seal)) !== null) await this.#write(name, file);
    }
  }

  /** The content with this hash; null when it is not there, or not as it was written. */
  async get(sha256: string, seal: Seal): Promise<Uint8Array | null> {
    if (!hashPattern.test(sha256)) return null;
    const name = seal.fileName(sha256);
    try {
      return await contentOf(await this.files.read(join(this.folder, folderOf(name), name)), name, seal);
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
      return null;
    }
  }

  /**
   * Writes every copy under another seal; may be broken off and begun again, and none is missing in between. Those that
   * have the same name at the `source` are known to be under it.
   */
  async reseal(from: readonly Seal[], to: Seal, watch: Watch = {}, source: readonly KeptFile[] = []): Promise<void> {
    const known = new Set(source.map(({ name }) => name));
    const all = (await namesUnder(this.files, this.folder)).filter(({ name }) => !known.has(name));
    for (const [index, { folder, name }] of all.entries()) {
      throwIfCancelled(watch);
      watch.onProgress?.(index / all.length);
      const file = await this.files.read(join(this.folder, folder, name));
      if ((await contentOf(file, name, to)) !== null) continue;
      let content: Uint8Array | null = null;
      for (const seal of from) content ??= await contentOf(file, name, seal);
      // Under a seal that hides, not even a damaged file may stay readable.
      if (content === null && !to.isSecret) continue;
      const next = to.fileName(await hashOf(content ?? file));
      await this.#write(next, await joined(to.file(content ?? file)));
      await this.files.remove(join(this.folder, folder, name));
    }
  }

  async #write(name: string, file: Uint8Array): Promise<void> {
    const folder = join(this.folder, folderOf(name));
    const path = join(folder, name);
    await makeFolderDurably(this.files, this.folder);
    await makeFolderDurably(this.files, folder);
    await removeLeftovers(this.files, folder, name);
    await writeDurably(this.files, path, piecesOf(file));
    if (await isSame(await this.files.read(path), file)) return;
    await this.files.remove(path);
    throw Object.assign(new Error('A copied file is not what can be read'), { code: 'not-verified' });
  }
}

function folderOf(name: string): string {
  return name.slice(0, 2);
}

async function contentOf(file: Uint8Array, name: string, seal: Seal): Promise<Uint8Array | null> {
  const content = await seal.openFile(file);
  return content !== null && seal.fileName(await hashOf(content)) === name ? content : null;
}

async function namesUnder(files: DiskFiles, top: string): Promise<{ folder: string; name: string }[]> {
  const found: { folder: string; name: string }[] = [];
  for (const folder of await files.list(top)) {
    if (!/^\w\w$/.test(folder)) continue;
    for (const name of await files.list(join(top, folder))) {
      if (!name.endsWith('.tmp')) found.push({ folder, name });
    }
  }
  return found;
}
