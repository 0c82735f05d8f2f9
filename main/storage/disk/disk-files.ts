import { constants, writeSync } from 'node:fs';
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
  /** Makes a file that must not be there yet. */
  create(path: string): Promise<NewFile>;
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

/** In bytes. */
const small = 1 << 16;

async function writeAtOnce(file: number, bytes: Uint8Array): Promise<void> {
  await Promise.resolve();
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

export const diskFiles: DiskFiles = {
  read: (path) => fs.readFile(path),
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
  async create(path) {
    const handle = await fs.open(path, 'wx', ownFile);
    return {
      // A few lines go into the system's memory in less time than it takes to ask another thread to put them there.
      write: (bytes) => (bytes.length <= small ? writeAtOnce(handle.fd, bytes) : handle.writeFile(bytes)),
      sync: () => handle.datasync(),
      close: () => handle.close(),
    };
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
