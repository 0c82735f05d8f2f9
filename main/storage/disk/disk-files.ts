import { closeSync, constants, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import * as fs from 'node:fs/promises';

/** A file that is being written, from its beginning on; nobody else writes it. */
export interface NewFile {
  /** Adds to its end. After a failure part of the bytes may be there. */
  write(bytes: Uint8Array): Promise<void>;
  /** Answers when the bytes are on the disk and not only in the system's memory (fdatasync). */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Every call that the store makes to the disk; tests put one in its place whose n-th call fails. */
export interface DiskFiles {
  read(path: string): Promise<Uint8Array>;
  /** The names in a folder; none when there is no such folder. */
  list(folder: string): Promise<string[]>;
  has(path: string): Promise<boolean>;
  /** In bytes. */
  size(path: string): Promise<number>;
  /**
   * Makes a file that must not be there yet. With `room`, so many bytes of zeros are kept ready behind its end where the
   * disk has them, so that a sync need not note a new length; until it is closed the file may be found with them.
   */
  create(path: string, room?: number): Promise<NewFile>;
  /** Answers when the bytes of a file that somebody wrote before are on the disk. */
  sync(path: string): Promise<void>;
  /** Takes the place of what is at `to`, in one step. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Removes a folder with all that is in it; no folder there is no error. */
  removeFolder(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Makes names that came or went in a folder durable. */
  syncFolder(path: string): Promise<void>;
}

/** The error code of the system (`ENOENT`), or undefined for an error that is not the disk's. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** The bytes of a file; null when there is none. Every other error of the disk is thrown: it means one that we cannot see. */
export async function readIfThere(files: Pick<DiskFiles, 'read'>, path: string): Promise<Uint8Array | null> {
  try {
    return await files.read(path);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw cause;
  }
}

// What an officer writes down is for the officer: other accounts of the machine read none of it.
const ownFile = 0o600;
const ownFolder = 0o700;

/** In bytes: so much goes into the system's memory, or comes from it, in less time than it takes to ask another thread. */
const smallToWrite = 1 << 16;
const smallToRead = 1 << 20;

class WrittenFile implements NewFile {
  #end = 0;
  /** Where the zeros end that are ready. */
  #ready = 0;

  constructor(
    private readonly handle: fs.FileHandle,
    private room: number,
  ) {}

  async write(bytes: Uint8Array): Promise<void> {
    if (this.room > 0 && this.#end + bytes.length > this.#ready) await this.#makeReady(bytes.length + this.room);
    await this.#put(bytes, this.#end);
    this.#end += bytes.length;
  }

  async sync(): Promise<void> {
    await this.handle.datasync();
  }

  async close(): Promise<void> {
    try {
      if (this.#ready > this.#end) await this.handle.truncate(this.#end);
    } finally {
      await this.handle.close();
    }
  }

  /** On a disk without so much room the file grows by what is written, like every other. */
  async #makeReady(length: number): Promise<void> {
    try {
      await this.#put(Buffer.alloc(length), this.#end);
      this.#ready = this.#end + length;
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
      this.room = 0;
      await this.handle.truncate(this.#end);
    }
  }

  async #put(bytes: Uint8Array, at: number): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      const length = bytes.length - written;
      written +=
        bytes.length <= smallToWrite
          ? writeSync(this.handle.fd, bytes, written, length, at + written)
          : (await this.handle.write(bytes, written, length, at + written)).bytesWritten;
    }
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  await Promise.resolve();
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size <= smallToRead) return readFileSync(file);
  } finally {
    closeSync(file);
  }
  return fs.readFile(path);
}

export const diskFiles: DiskFiles = {
  read: readWhole,
  async list(folder) {
    try {
      return await fs.readdir(folder);
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT') return [];
      throw cause;
    }
  },
  async has(path) {
    try {
      await fs.access(path, constants.F_OK);
      return true;
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT') return false;
      throw cause;
    }
  },
  size: async (path) => (await fs.stat(path)).size,
  create: async (path, room = 0) => new WrittenFile(await fs.open(path, 'wx', ownFile), room),
  async sync(path) {
    const handle = await fs.open(path, 'r+');
    try {
      await handle.datasync();
    } finally {
      await handle.close();
    }
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path),
  removeFolder: (path) => fs.rm(path, { recursive: true, force: true }),
  async makeFolder(path) {
    await fs.mkdir(path, { recursive: true, mode: ownFolder });
  },
  async syncFolder(path) {
    // Windows opens no folders as files; its file system journals names by itself.
    if (process.platform === 'win32') return;
    const handle = await fs.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** What disks answer that know no syncing of folders, as on a server, or let a folder be written to and not be read. */
const noFolderSync = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EBADF', 'EACCES', 'EPERM']);

/** The same for files that are handed out: whoever may read others in their folder may read them, on any disk. */
export const sharedFiles: DiskFiles = {
  ...diskFiles,
  create: async (path, room = 0) => new WrittenFile(await fs.open(path, 'wx'), room),
  async syncFolder(path) {
    try {
      await diskFiles.syncFolder(path);
    } catch (cause) {
      if (!noFolderSync.has(systemCode(cause) ?? '')) throw cause;
    }
  },
};
