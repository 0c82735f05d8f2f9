import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeDurably } from '../disk/durable-write';
import { plainSeal } from '../seal/plain-seal';

const longestWait = 30;
const mostBytes = 1 << 10;
const shape = z.object({ format: z.literal('attache-vault-tries'), version: z.literal(1), wrongTries: z.int().min(0) });

/**
 * How often a passphrase was wrong since the last right one, and how long the next try has to wait: 1, 2, 4 … 30 seconds.
 * Time is taken from a clock that nobody can set, and after a restart the wait begins again; so a clock that was set
 * neither shortens it nor makes it long. The count is on the disk before a try is made, for a process that is killed
 * while it tries; where it cannot be written it counts in memory.
 */
export class WrongTries {
  #count: number;
  #since: number;

  private constructor(
    private readonly files: DiskFiles,
    private readonly path: string,
    /** Milliseconds since some moment; never set, never going back. */
    private readonly ticks: () => number,
    count: number,
  ) {
    this.#count = count;
    this.#since = ticks();
  }

  /** A file that is missing or damaged counts nothing: who could do that could read the vault's file anyway. */
  static async read(files: DiskFiles, folder: string, ticks: () => number): Promise<WrongTries> {
    const path = join(folder, 'vault-tries.json');
    return new WrongTries(files, path, ticks, await countAt(files, path));
  }

  get count(): number {
    return this.#count;
  }

  /** In milliseconds; 0 when a try is taken now. */
  get wait(): number {
    if (this.#count === 0) return 0;
    const seconds = Math.min(longestWait, 2 ** (this.#count - 1));
    return Math.max(0, seconds * 1000 - (this.ticks() - this.#since));
  }

  /** Before a try: it counts as wrong until it was right. */
  async begin(): Promise<void> {
    await this.#keep(this.#count + 1);
  }

  wrong(): void {
    this.#count += 1;
    this.#since = this.ticks();
  }

  async right(): Promise<void> {
    this.#count = 0;
    await this.#keep(0);
  }

  /** Throws the disk's error. */
  async remove(): Promise<void> {
    this.#count = 0;
    if (await this.files.has(this.path)) await this.files.remove(this.path);
  }

  async #keep(wrongTries: number): Promise<void> {
    const text = JSON.stringify({ format: 'attache-vault-tries', version: 1, wrongTries });
    try {
      await writeDurably(this.files, this.path, plainSeal.line(Buffer.from(text, 'utf8')));
    } catch (cause) {
      // On a full or failing disk a person must still be able to open what is there.
      if (systemCode(cause) === undefined) throw cause;
    }
  }
}

async function countAt(files: DiskFiles, path: string): Promise<number> {
  try {
    if ((await files.size(path)) > mostBytes) return 0;
    const json = plainSeal.openLine(await files.read(path));
    return json === null ? 0 : countIn(Buffer.from(json).toString('utf8'));
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return 0;
  }
}

function countIn(text: string): number {
  try {
    return shape.parse(JSON.parse(text)).wrongTries;
  } catch {
    return 0;
  }
}
