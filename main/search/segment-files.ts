import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { systemCode } from '../storage/disk/disk-files';
import type { DiskFiles } from '../storage/disk/disk-files';
import { namesIfPossible, removeLeftovers, writeDurably } from '../storage/disk/durable-write';
import { FileSum, sumLength } from '../storage/disk/file-sum';
import { Pace } from '../storage/pace';
import type { Seal } from '../storage/seal/seal';
import { SealWiped } from '../storage/seal/sealed';
import { Segment } from './segment';

const namePattern = /^segment-[0-9a-f]{16}\.index$/;
const namesFile = 'names.index';
/** In bytes. */
const summedAtOnce = 1 << 18;

export interface SegmentFilesParts {
  readonly folder: string;
  readonly files: DiskFiles;
  readonly seal: Seal;
  /** Whether the store hides what it writes: nothing readable is then written beside it. */
  readonly isSecret: () => boolean;
}

/**
 * The segments as they are kept beside the store, each in a file of its own that is never changed, and the names in one
 * that is written anew: a sum, then what is kept, under the seal of the store. All of it can be made again: one that is damaged, of another version or under
 * another key is removed, and one that cannot be written is not kept.
 */
export class SegmentFiles {
  #seal: Seal;
  readonly #names = new Map<Segment, string>();
  #work: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: SegmentFilesParts) {
    this.#seal = parts.seal;
  }

  /** All that can be used; the others are removed. Answers how many those were. */
  async load(onSegment: (segment: Segment) => void): Promise<{ thrownAway: number }> {
    const { files, folder } = this.parts;
    let thrownAway = 0;
    await removeLeftovers(files, folder);
    for (const name of await namesIfPossible(files, folder)) {
      if (name === namesFile) continue;
      const content = namePattern.test(name) ? await this.#read(join(folder, name)) : null;
      const segment = content === null ? null : Segment.read(content);
      if (segment === null) {
        thrownAway += 1;
        await this.#tidily(() => files.remove(join(folder, name)));
        continue;
      }
      this.#names.set(segment, name);
      onSegment(segment);
    }
    return { thrownAway };
  }

  /** Keeps a segment; those that it takes the place of go once it is durable. */
  keep(segment: Segment, instead: readonly Segment[] = []): Promise<void> {
    return this.#next(async () => {
      const name = `segment-${randomBytes(8).toString('hex')}.index`;
      await this.#tidily(async () => {
        if (await this.#write(name, segment.whole)) this.#names.set(segment, name);
      });
      for (const old of instead) await this.#remove(old);
    });
  }

  remove(segment: Segment): Promise<void> {
    return this.#next(() => this.#remove(segment));
  }

  async loadNames(): Promise<Uint8Array | null> {
    const path = join(this.parts.folder, namesFile);
    const kept = await this.#read(path);
    if (kept === null) await this.#tidily(() => this.parts.files.remove(path));
    return kept;
  }

  keepNames(saved: Uint8Array): Promise<void> {
    return this.#next(() =>
      this.#tidily(async () => {
        await this.#write(namesFile, saved);
      }),
    );
  }

  /** From now on what is kept goes under another seal; what is there is removed. */
  reseal(to: Seal): Promise<void> {
    this.#seal = to;
    return this.#next(async () => {
      this.#names.clear();
      await this.parts.files.removeFolder(this.parts.folder);
    });
  }

  /** Answers when nothing is being written. */
  async settled(): Promise<void> {
    await this.#work;
  }

  #next(task: () => Promise<void>): Promise<void> {
    const done = this.#work.then(task);
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #read(path: string): Promise<Uint8Array | null> {
    try {
      const content = await this.#seal.openFile(await this.parts.files.read(path));
      if (content === null || content.length < sumLength) return null;
      const kept = content.subarray(sumLength);
      const sum = Buffer.from(content.buffer, content.byteOffset, sumLength).toString('latin1');
      return sum === (await sumOf(kept)) ? kept : null;
    } catch (cause) {
      if (systemCode(cause) === undefined && !(cause instanceof SealWiped)) throw cause;
      return null;
    }
  }

  async #write(name: string, kept: Uint8Array): Promise<boolean> {
    const { files, folder, isSecret } = this.parts;
    const seal = this.#seal;
    if (isSecret() && !seal.isSecret) return false;
    const content = Buffer.concat([Buffer.from(await sumOf(kept), 'latin1'), kept]);
    await files.makeFolder(folder);
    await writeDurably(files, join(folder, name), seal.file(content));
    return true;
  }

  async #remove(segment: Segment): Promise<void> {
    const name = this.#names.get(segment);
    if (name === undefined) return;
    this.#names.delete(segment);
    await this.#tidily(() => this.parts.files.remove(join(this.parts.folder, name)));
  }

  /** A full disk or a folder that nobody may write to: the index is then made anew at the next opening. */
  async #tidily(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (cause) {
      if (systemCode(cause) === undefined && !(cause instanceof SealWiped)) throw cause;
    }
  }
}

async function sumOf(bytes: Uint8Array): Promise<string> {
  const sum = await FileSum.begin();
  const pace = new Pace();
  for (let at = 0; at < bytes.length; at += summedAtOnce) {
    sum.add(bytes.subarray(at, at + summedAtOnce));
    await pace.giveWay();
  }
  return sum.text;
}
