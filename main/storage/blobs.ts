import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { failureOfReading, failureOfWriting } from './disk/disk-failures';
import { systemCode } from './disk/disk-files';
import type { DiskFiles } from './disk/disk-files';
import { makeFolderDurably, namesIfPossible, removeLeftovers, writeDurably } from './disk/durable-write';
import { plainSeal } from './seal/plain-seal';
import type { Seal } from './seal/seal';
import { SealWiped } from './seal/sealed';
import { looksSealed } from './seal/sealed-file';

/** Files beside the store, each under the SHA-256 of its bytes, so that one that is added twice is kept once. */
export interface Blobs {
  /** Answers the hash when the bytes are on the disk. A record that names them is written afterwards, never before. */
  put(bytes: Uint8Array): Promise<Result<string>>;
  /** The bytes, if they are still those that the hash was made from. */
  get(sha256: string): Promise<Result<Uint8Array>>;
  has(sha256: string): Promise<boolean>;
  /** What a file of this hash is called on the disk: nothing there tells the hash of a sealed one. */
  nameOf(sha256: string): string;
  /** Every file as it stands on the disk, readable or sealed, for copies that are made without opening them. */
  all(): Promise<KeptFile[]>;
  /**
   * Writes every file anew under another seal, which is the one of `put` from then on. Each new one is durable before the
   * old one goes, and reading finds either; broken off, it goes on from there when it is called again. Until then `put`
   * uses the one of the two that hides: a store is sealed before its files are, and they are readable before it is.
   */
  reseal(to: Seal, onProgress?: (progress: Resealing) => void): Promise<Result<Resealing>>;
}

export interface KeptFile {
  readonly name: string;
  readonly path: string;
}

/** In files. */
export interface Resealing {
  readonly done: number;
  readonly total: number;
  /** Could not be read or opened, and stand there as before: the key that they are under must not be thrown away. */
  readonly left: number;
}

interface Opened {
  readonly seal: Seal;
  readonly sha256: string;
  readonly content: Uint8Array;
  /** The content is what the hash was made from. */
  readonly isSound: boolean;
}

const hashPattern = /^[0-9a-f]{64}$/;
/** In bytes; what is hashed in one go. */
const sliceLength = 1 << 20;

/** Opens the files of a folder under a seal. Those that a `reseal` left readable when it was broken off are found too. */
export async function openBlobs(folder: string, files: DiskFiles, seal: Seal = plainSeal): Promise<Blobs> {
  for (const name of await namesIfPossible(files, folder)) await removeLeftovers(files, join(folder, name));
  return new SealedBlobs(folder, files, seal);
}

class SealedBlobs implements Blobs {
  #seal: Seal;
  /** Those that files may be under, the one that they are going to last: what has gone from the others is there. */
  #seals: readonly Seal[];
  #resealing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly files: DiskFiles,
    seal: Seal,
  ) {
    this.#seal = seal;
    this.#seals = endingWith(seal, [plainSeal]);
  }

  async get(sha256: string): Promise<Result<Uint8Array>> {
    // A hash is part of a path here: one of another shape is never looked for.
    if (!hashPattern.test(sha256)) return failed({ code: 'cannot-read', reason: 'not-a-hash' });
    let found: Failure = { code: 'cannot-read', reason: 'ENOENT' };
    for (const seal of this.#seals) {
      const read = await this.#under(seal, sha256);
      if (read.ok) return read;
      if (!('reason' in read.failure && read.failure.reason === 'ENOENT')) found = read.failure;
    }
    return failed(found);
  }

  async has(sha256: string): Promise<boolean> {
    if (!hashPattern.test(sha256)) return false;
    for (const seal of this.#seals) if (await this.files.has(this.#place(seal.fileName(sha256)))) return true;
    return false;
  }

  nameOf(sha256: string): string {
    return this.#seal.fileName(sha256);
  }

  async put(bytes: Uint8Array): Promise<Result<string>> {
    const sha256 = await hashOf(bytes);
    try {
      const seal = this.#seal;
      // What is there already is read and not only looked for: a damaged file is replaced by a sound one.
      if (!(await this.#under(seal, sha256)).ok) await this.#write(seal, sha256, bytes);
      return success(sha256);
    } catch (cause) {
      return failed(failureOfKeeping(cause));
    }
  }

  async all(): Promise<KeptFile[]> {
    const kept: KeptFile[] = [];
    for (const inner of await this.files.list(this.folder)) {
      // What else may lie there (a file of the system's, say) is not ours.
      if (!/^[0-9a-f]{2}$/.test(inner)) continue;
      const names = await this.files.list(join(this.folder, inner));
      for (const name of names.filter((each) => hashPattern.test(each))) {
        kept.push({ name, path: join(this.folder, inner, name) });
      }
    }
    return kept;
  }

  reseal(to: Seal, onProgress?: (progress: Resealing) => void): Promise<Result<Resealing>> {
    const done = this.#resealing.then(() => this.#reseal(to, onProgress));
    this.#resealing = done.catch(() => undefined);
    return done;
  }

  async #reseal(to: Seal, onProgress: (progress: Resealing) => void = () => undefined): Promise<Result<Resealing>> {
    const before = this.#seal;
    this.#seals = endingWith(to, this.#seals);
    this.#seal = to;
    try {
      const all = await this.all();
      let progress: Resealing = { done: 0, total: all.length, left: 0 };
      for (const file of all) {
        const isDone = await this.#resealOne(file, to);
        progress = { ...progress, done: progress.done + 1, left: progress.left + (isDone ? 0 : 1) };
        onProgress(progress);
      }
      // A power cut must not bring back names that are gone.
      for (const folder of new Set(all.map(({ path }) => dirname(path)))) await this.files.syncFolder(folder);
      if (progress.left === 0) this.#seals = endingWith(to, [plainSeal]);
      return success(progress);
    } catch (cause) {
      // What is added now must tell nothing if either of the two hides it; what has moved already is found all the same.
      if (!to.isSecret) this.#seal = before;
      return failed(failureOfKeeping(cause));
    }
  }

  /** Whether the file is under the seal now. */
  async #resealOne({ name, path }: KeptFile, to: Seal): Promise<boolean> {
    const file = await this.#bytesAt(path);
    const opened = file === null ? null : await this.#opened(name, file);
    if (opened === null) return false;
    const { seal, sha256, content, isSound } = opened;
    if (seal === to) return true;
    // What an earlier call wrote is kept when it is sound, and a sound one never gives way to a damaged one.
    const isThere = (await this.#under(to, sha256)).ok;
    // Two seals of one key give it one name: what stands there is not to be removed in favour of itself.
    if (path === this.#place(to.fileName(sha256))) return isThere;
    if (!isThere && (isSound || !(await this.files.has(this.#place(to.fileName(sha256)))))) {
      await this.#write(to, sha256, content);
    }
    await this.files.remove(path);
    return true;
  }

  /** What a file holds, and which seal it is under; null when it can be opened by none. */
  async #opened(name: string, file: Uint8Array): Promise<Opened | null> {
    // First by its own hash: somebody may have added a copy of a sealed file, which opens just as well.
    const isReadable = (await hashOf(file)) === name;
    if (isReadable) return { seal: plainSeal, sha256: name, content: file, isSound: true };
    for (const seal of this.#seals.filter(({ isSecret }) => isSecret)) {
      const content = await seal.openFile(file);
      if (content !== null) return { seal, sha256: await hashOf(content), content, isSound: true };
    }
    // A readable file that is damaged tells its hash by its name. It goes along as it is: its words must not stay behind
    // for everybody to read, and somebody may still make sense of it.
    return looksSealed(file) ? null : { seal: plainSeal, sha256: name, content: file, isSound: false };
  }

  /** One file that cannot be read must not keep the others from going under a seal. */
  async #bytesAt(path: string): Promise<Uint8Array | null> {
    try {
      return await this.files.read(path);
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
      return null;
    }
  }

  async #under(seal: Seal, sha256: string): Promise<Result<Uint8Array>> {
    try {
      const content = await seal.openFile(await this.files.read(this.#place(seal.fileName(sha256))));
      const isSound = content !== null && (await hashOf(content)) === sha256;
      return isSound ? success(content) : failed({ code: 'cannot-read', reason: 'damaged' });
    } catch (cause) {
      return failed(cause instanceof SealWiped ? { code: 'locked' } : failureOfReading(cause));
    }
  }

  async #write(seal: Seal, sha256: string, bytes: Uint8Array): Promise<void> {
    const name = seal.fileName(sha256);
    await makeFolderDurably(this.files, this.folder);
    await makeFolderDurably(this.files, join(this.folder, name.slice(0, 2)));
    await writeDurably(this.files, this.#place(name), seal.file(bytes));
  }

  #place(name: string): string {
    return join(this.folder, name.slice(0, 2), name);
  }
}

function endingWith(last: Seal, seals: readonly Seal[]): Seal[] {
  return [...new Set(seals.filter((seal) => seal !== last)), last];
}

function failureOfKeeping(cause: unknown): Failure {
  return cause instanceof SealWiped ? { code: 'locked' } : failureOfWriting(cause);
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += sliceLength) {
    hash.update(bytes.subarray(at, at + sliceLength));
    await setImmediate();
  }
  return hash.digest('hex');
}
