import type { DiskFiles } from './disk-files';

/** A disk that can be looked at, and on which nothing can be changed by whatever mistake. */
export function readOnlyFiles(files: DiskFiles): DiskFiles {
  const refuse = (): Promise<never> =>
    Promise.reject(Object.assign(new Error('This folder is opened for reading only'), { code: 'EROFS' }));
  return {
    read: (path) => files.read(path),
    list: (folder) => files.list(folder),
    has: (path) => files.has(path),
    size: (path) => files.size(path),
    create: refuse,
    sync: refuse,
    rename: refuse,
    remove: refuse,
    removeFolder: refuse,
    makeFolder: refuse,
    syncFolder: refuse,
  };
}
