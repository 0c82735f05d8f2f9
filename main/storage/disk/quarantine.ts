import { dirname, join, relative } from 'node:path';
import type { Instant } from '@shared/dates';
import { stampOf } from '../backups/backup-names';
import type { DiskFiles } from './disk-files';
import { freePath, makeFolderDurably, nameParts, writeDurably } from './durable-write';

/**
 * Where damaged files are kept: nothing in it is ever overwritten or deleted, for somebody may still read what a
 * program cannot. Its methods throw the disk's errors and answer the path inside the data folder.
 */
export class Quarantine {
  readonly folder: string;

  constructor(
    private readonly files: DiskFiles,
    private readonly dataFolder: string,
    private readonly clock: () => Instant,
  ) {
    this.folder = join(dataFolder, 'quarantine');
  }

  /** Moves a file away. */
  async move(path: string): Promise<string> {
    const { stem, ending } = nameParts(path);
    const place = await this.#place(stem, ending);
    await this.files.rename(path, place);
    await this.files.syncFolder(this.folder);
    await this.files.syncFolder(dirname(path));
    return relative(this.dataFolder, place);
  }

  /** Keeps a copy of a file that another is about to take the place of. */
  async keepCopy(path: string): Promise<string> {
    const { stem, ending } = nameParts(path);
    return this.#write(stem, ending, await this.files.read(path));
  }

  /** Keeps lines that cannot be read, as they stood, below the names of their files. */
  async keepLines(lines: readonly { readonly file: string; readonly bytes: Uint8Array }[]): Promise<string> {
    const text = lines.flatMap(({ file, bytes }) => [Buffer.from(`${file}\n`, 'utf8'), bytes, Buffer.from('\n')]);
    return this.#write('damaged-lines', '.txt', Buffer.concat(text));
  }

  async #write(stem: string, ending: string, bytes: Uint8Array): Promise<string> {
    const place = await this.#place(stem, ending);
    await writeDurably(this.files, place, bytes);
    return relative(this.dataFolder, place);
  }

  async #place(stem: string, ending: string): Promise<string> {
    await makeFolderDurably(this.files, this.folder);
    return freePath(this.files, this.folder, `${stem}-${stampOf(this.clock())}`, ending);
  }
}
