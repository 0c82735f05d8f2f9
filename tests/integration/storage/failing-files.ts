import { diskFiles } from '@main/storage/disk/disk-files';
import type { DiskFiles, NewFile } from '@main/storage/disk/disk-files';

/** How a call fails: before it did anything, half-way through a write, or after it was done and its answer was lost. */
export type Failing = 'before' | 'half' | 'after';

export interface FaultPlan {
  /** The call that fails, counted from one; 0 for none. */
  readonly at: number;
  readonly how: Failing;
  readonly code: string;
  /** Every later call fails too: the disk is gone. */
  readonly forGood?: boolean;
}

/** The real disk, of which one call fails. */
export class FailingFiles implements DiskFiles {
  calls = 0;
  hasFailed = false;

  constructor(private readonly plan: FaultPlan) {}

  read(path: string): Promise<Uint8Array> {
    return this.#call(() => diskFiles.read(path));
  }

  list(folder: string): Promise<string[]> {
    return this.#call(() => diskFiles.list(folder));
  }

  has(path: string): Promise<boolean> {
    return this.#call(() => diskFiles.has(path));
  }

  size(path: string): Promise<number> {
    return this.#call(() => diskFiles.size(path));
  }

  async create(path: string): Promise<NewFile> {
    const made: { file?: NewFile } = {};
    try {
      await this.#call(async () => {
        made.file = await diskFiles.create(path);
      });
    } catch (cause) {
      await made.file?.close();
      throw cause;
    }
    const { file } = made;
    if (file === undefined) throw new Error('The file was not made');
    return {
      write: (bytes) =>
        this.#call(
          () => file.write(bytes),
          () => file.write(bytes.subarray(0, bytes.length >> 1)),
        ),
      sync: () => this.#call(() => file.sync()),
      // The handle itself is always closed: a test must not run out of them.
      close: async () => {
        await file.close();
        await this.#call(() => Promise.resolve());
      },
    };
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call(() => diskFiles.rename(from, to));
  }

  remove(path: string): Promise<void> {
    return this.#call(() => diskFiles.remove(path));
  }

  removeFolder(path: string): Promise<void> {
    return this.#call(() => diskFiles.removeFolder(path));
  }

  makeFolder(path: string): Promise<void> {
    return this.#call(() => diskFiles.makeFolder(path));
  }

  syncFolder(path: string): Promise<void> {
    return this.#call(() => diskFiles.syncFolder(path));
  }

  async #call<V>(run: () => Promise<V>, half: () => Promise<void> = () => Promise.resolve()): Promise<V> {
    this.calls += 1;
    const { at, how, code, forGood } = this.plan;
    const fails = at > 0 && (forGood === true ? this.calls >= at : this.calls === at);
    if (!fails) return run();
    this.hasFailed = true;
    if (how === 'half') await half();
    if (how === 'after') await run();
    throw Object.assign(new Error(`The disk fails at call ${this.calls}`), { code });
  }
}
