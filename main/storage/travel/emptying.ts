import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from '../disk/disk-files';

/** Every call that emptying makes to the disk; tests put one in its place whose n-th call fails. */
export interface Emptier {
  has(path: string): boolean;
  list(folder: string): string[];
  /** Removes a file, or a folder with all that is in it; nothing there is no error. */
  remove(path: string): void;
  /** Writes a small file, and answers when it is on the disk. */
  write(path: string, text: string): void;
  /** Makes names that came or went in a folder durable. */
  syncFolder(folder: string): void;
}

export const diskEmptier: Emptier = {
  has: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  list(folder) {
    try {
      return readdirSync(folder);
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT') return [];
      throw cause;
    }
  },
  remove: (path) => {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  },
  write(path, text) {
    const file = openSync(path, 'w', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  syncFolder(folder) {
    // Windows opens no folders as files; its file system journals names by itself.
    if (process.platform === 'win32') return;
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};

/** The folders of this program on this computer. */
export interface ProgramFolders {
  /** Where the runtime keeps what is its own, and the data folder lies. */
  readonly userData: string;
  readonly data: string;
}

/**
 * Stands beside the data folder from the moment when it is certain that all of it is to go, until all of it has gone: a
 * folder that is half removed is then known for what it is, and not taken for a damaged one.
 */
const markerName = 'emptying.json';

/**
 * What the runtime (Chromium) leaves behind in its folder: caches, lists, what pages keep. By name, and not simply all: a
 * person may have told the program to use a folder in which other things lie.
 */
const leftoverNames = new Set(
  (
    'blob_storage|BrowserMetrics|BrowserMetrics-spare.pma|Cache|Code Cache|Cookies|Cookies-journal|Crashpad|databases|' +
    'DawnCache|DawnGraphiteCache|DawnWebGPUCache|Dictionaries|DIPS|DIPS-wal|extensions_crx_cache|File System|GPUCache|' +
    'GPUPersistentCache|GraphiteDawnCache|GrShaderCache|IndexedDB|Local State|Local Storage|logs|Network|' +
    'Network Persistent State|Partitions|Preferences|QuotaManager|QuotaManager-journal|Session Storage|ShaderCache|' +
    'Shared Dictionary|shared_proto_db|SharedStorage|SharedStorage-wal|Service Worker|Site Characteristics Database|' +
    'TransportSecurity|Trust Tokens|Trust Tokens-journal|VideoDecodeStats|WebStorage'
  ).split('|'),
);

/** From here on everything goes, now or at a later start. Throws the disk's error; then nothing is to go. */
export function beginEmptying({ userData }: ProgramFolders, disk: Emptier = diskEmptier): void {
  try {
    disk.write(join(userData, markerName), '{"format":"attache-emptying","version":1}\n');
    disk.syncFolder(userData);
  } catch (cause) {
    disk.remove(join(userData, markerName));
    throw cause;
  }
}

/** Whether there is something left to be removed. */
export function isBeingEmptied({ userData }: ProgramFolders, disk: Emptier = diskEmptier): boolean {
  return disk.has(join(userData, markerName));
}

/**
 * Removes everything of the data folder: the keys first, without which what is sealed is noise, whatever the disk may
 * still hold of it. Throws the disk's error; what is left goes the next time.
 */
export function removeData({ userData, data }: ProgramFolders, disk: Emptier = diskEmptier): void {
  const names = disk.list(data);
  const isKey = (name: string): boolean => name.startsWith('vault');
  for (const name of names.filter(isKey)) disk.remove(join(data, name));
  if (names.length > 0) disk.syncFolder(data);
  for (const name of names.filter((each) => !isKey(each))) disk.remove(join(data, name));
  disk.remove(data);
  disk.syncFolder(userData);
}

/**
 * Removes what an emptying that was begun has left, with what the runtime keeps; to be called before the runtime opens its
 * own files. Throws the disk's error; then it is to be called again before anything is opened.
 */
export function finishEmptying(folders: ProgramFolders, disk: Emptier = diskEmptier): void {
  const { userData } = folders;
  removeData(folders, disk);
  for (const name of disk.list(userData)) if (isLeftover(name)) disk.remove(join(userData, name));
  disk.syncFolder(userData);
  disk.remove(join(userData, markerName));
  disk.syncFolder(userData);
}

function isLeftover(name: string): boolean {
  return leftoverNames.has(name) || name.startsWith('.org.chromium.Chromium.');
}
