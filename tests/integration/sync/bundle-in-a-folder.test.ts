import { createReadStream } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { segmentName } from '@main/sync/bundle/folder';
import { writeSegment } from '@main/sync/bundle/write-segment';
import type { FolderFiles } from '@main/sync/bundle/write-segment';
import { diskFiles } from '@main/storage/disk/disk-files';
import { readBundle } from '@main/sync/bundle/read-bundle';
import { valueOf } from '../../builders/result';
import { temporaryFolder } from '../storage/temporary-folder';
import {
  codeOf,
  heading,
  inPieces,
  made,
  noteParcel,
  passphrase,
  quickLock,
  Taken,
} from '../../unit/main/sync/bundle/bundles';

const segment = { device: 'device-sample', number: 1 };
const name = segmentName(segment);
const photo = new Uint8Array(300_000).fill(3);

function broken(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'write' });
}

/** The disk, with some of its calls replaced. */
function diskWith(other: Partial<FolderFiles>): FolderFiles {
  return { ...diskFiles, ...other };
}

describe('a bundle in a shared folder', () => {
  it('is written whole and read back from the disk', async () => {
    const folder = await temporaryFolder();
    const bytes = await made({ parcels: [noteParcel], files: [photo] });
    expect(await writeSegment(diskFiles, folder, segment, inPieces(bytes))).toEqual({
      ok: true,
      value: { size: bytes.length },
    });
    expect(await readdir(folder)).toEqual([name]);
    const path = join(folder, name);
    const { size } = await stat(path);
    const bundle = valueOf(
      await readBundle(
        { size, open: () => createReadStream(path) },
        {
          lock: quickLock,
          key: passphrase,
          isOurSpace: (spaceId) => spaceId === heading.spaceId,
          hasFile: () => Promise.resolve(false),
          freeBytes: 1e9,
        },
      ),
    );
    const taken = new Taken();
    valueOf(await bundle.takeOut(taken));
    expect(taken.leaves).toEqual([noteParcel]);
    expect([...taken.files.values()].map(({ length }) => length)).toEqual([photo.length]);
  });

  it('is said to be gone when the stick is', async () => {
    const path = join(await temporaryFolder(), name);
    const read = await readBundle(
      { size: 1000, open: () => createReadStream(path) },
      {
        lock: quickLock,
        key: passphrase,
        isOurSpace: () => true,
        hasFile: () => Promise.resolve(false),
        freeBytes: 1e9,
      },
    );
    expect(read).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'ENOENT' } });
  });

  it('never takes the place of another', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, name), 'of a copy of this device');
    expect(codeOf(await writeSegment(diskFiles, folder, segment, inPieces(photo)))).toBe('cannot-write');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('leaves nothing behind when the disk is full, refuses a name, or keeps less than it took', async () => {
    const folder = await temporaryFolder();
    const full = diskWith({
      async create(path) {
        const file = await diskFiles.create(path);
        let left = 2;
        return {
          async write(bytes) {
            left -= 1;
            if (left < 0) throw broken('ENOSPC');
            await file.write(bytes);
          },
          sync: () => file.sync(),
          close: () => file.close(),
        };
      },
    });
    expect(codeOf(await writeSegment(full, folder, segment, inPieces(photo)))).toBe('disk-full');
    const unnamed = diskWith({ rename: () => Promise.reject(broken('EACCES')) });
    expect(await writeSegment(unnamed, folder, segment, inPieces(photo))).toEqual({
      ok: false,
      failure: { code: 'cannot-write', reason: 'EACCES' },
    });
    const short = diskWith({ size: () => Promise.resolve(10) });
    expect(codeOf(await writeSegment(short, folder, segment, inPieces(photo)))).toBe('cannot-write');
    expect(await readdir(folder)).toEqual([]);
    expect(codeOf(await writeSegment(diskFiles, join(folder, 'gone'), segment, inPieces(photo)))).toBe('cannot-write');
  });

  it('is written to drives that cannot make a name durable on demand', async () => {
    const folder = await temporaryFolder();
    const network = diskWith({ syncFolder: () => Promise.reject(broken('EINVAL')) });
    expect(codeOf(await writeSegment(network, folder, segment, inPieces(photo)))).toBeNull();
    expect(await readdir(folder)).toEqual([name]);
  });

  it('is not there when its making was cancelled', async () => {
    const folder = await temporaryFolder();
    const stop = new AbortController();
    const bytes = async function* (): AsyncIterable<Uint8Array> {
      yield photo;
      stop.abort();
      yield* quickLock.lock(inPieces(photo), passphrase, stop.signal);
    };
    expect(codeOf(await writeSegment(diskFiles, folder, segment, bytes()))).toBe('cancelled');
    expect(await readdir(folder)).toEqual([]);
  });
});
