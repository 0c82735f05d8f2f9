import type { DiskFiles, NewFile } from '@main/storage/disk/disk-files';

/** A file that can also do what a system does whose sync fails: the bytes so far will never be on the disk. */
export interface ForgetfulFile extends NewFile {
  forget(): void;
}

/** One call to the disk. */
export interface DiskCall<V> {
  readonly name: keyof DiskFiles | keyof NewFile;
  readonly path: string;
  /** Makes the call. */
  run(): Promise<V>;
  /** Makes half of it, where a call can be made by half. */
  half(): Promise<void>;
  /** What a system does whose sync fails: what was to be synced will never be. */
  forget(): void;
}

/** Stands between a store and its disk; makes the call, or does not. */
export type Tap = <V>(call: DiskCall<V>) => Promise<V>;

/** A disk of which every call goes through a tap. */
export function tapped(inner: DiskFiles, tap: Tap): DiskFiles {
  const nothing = { half: () => Promise.resolve(), forget: () => undefined };
  return {
    read: (path) => tap({ ...nothing, name: 'read', path, run: () => inner.read(path) }),
    list: (path) => tap({ ...nothing, name: 'list', path, run: () => inner.list(path) }),
    has: (path) => tap({ ...nothing, name: 'has', path, run: () => inner.has(path) }),
    size: (path) => tap({ ...nothing, name: 'size', path, run: () => inner.size(path) }),
    sync: (path) => tap({ ...nothing, name: 'sync', path, run: () => inner.sync(path) }),
    rename: (from, to) => tap({ ...nothing, name: 'rename', path: to, run: () => inner.rename(from, to) }),
    remove: (path) => tap({ ...nothing, name: 'remove', path, run: () => inner.remove(path) }),
    removeFolder: (path) => tap({ ...nothing, name: 'removeFolder', path, run: () => inner.removeFolder(path) }),
    makeFolder: (path) => tap({ ...nothing, name: 'makeFolder', path, run: () => inner.makeFolder(path) }),
    syncFolder: (path) => tap({ ...nothing, name: 'syncFolder', path, run: () => inner.syncFolder(path) }),
    create: (path, room) => tappedFile(inner, path, room, tap),
  };
}

async function tappedFile(inner: DiskFiles, path: string, room: number | undefined, tap: Tap): Promise<NewFile> {
  const made: { file?: NewFile } = {};
  const nothing = { path, half: () => Promise.resolve(), forget: () => undefined };
  try {
    await tap({
      ...nothing,
      name: 'create',
      run: async () => {
        made.file = await inner.create(path, room);
      },
    });
  } catch (cause) {
    // A test must not run out of handles.
    await made.file?.close();
    throw cause;
  }
  const { file } = made;
  if (file === undefined) throw new Error('The file was not made');
  return {
    write: (bytes) =>
      tap({
        ...nothing,
        name: 'write',
        run: () => file.write(bytes),
        half: () => file.write(bytes.subarray(0, bytes.length >> 1)),
      }),
    sync: () =>
      tap({
        ...nothing,
        name: 'sync',
        run: () => file.sync(),
        forget: () => {
          if (isForgetful(file)) file.forget();
        },
      }),
    close: async () => {
      await file.close();
      await tap({ ...nothing, name: 'close', run: () => Promise.resolve() });
    },
  };
}

function isForgetful(file: NewFile): file is ForgetfulFile {
  return 'forget' in file;
}
