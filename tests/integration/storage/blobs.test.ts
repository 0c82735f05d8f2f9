import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openBlobs } from '@main/storage/blobs';
import { diskFiles } from '@main/storage/disk/disk-files';
import { valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

const photograph = Buffer.from('a photograph');
/** printf 'a photograph' | sha256sum */
const hash = 'a249e87e1e6113da81cdd8a154c222283fbcceff6dd3727a63bf97eee562dfb3';
const place = join(hash.slice(0, 2), hash);

describe('files beside the store', () => {
  it('stand under the hash of their bytes, once, however often they are added', async () => {
    const folder = join(await temporaryFolder(), 'files');
    const blobs = await openBlobs(folder, diskFiles);
    expect(await Promise.all([blobs.put(photograph), blobs.put(photograph)])).toEqual([
      { ok: true, value: hash },
      { ok: true, value: hash },
    ]);
    expect(await everyFile(folder)).toEqual({ [place]: 'a photograph' });
    expect(await blobs.has(hash)).toBe(true);
    expect(Buffer.from(valueOf(await blobs.get(hash)))).toEqual(photograph);
  });

  it('may be empty or large', async () => {
    const blobs = await openBlobs(await temporaryFolder(), diskFiles);
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(20_000_000, 'x')]) {
      const sha256 = valueOf(await blobs.put(bytes));
      expect(Buffer.compare(valueOf(await blobs.get(sha256)), bytes)).toBe(0);
    }
  });

  it('are not handed out when they are not what they were, and are mended when they are added again', async () => {
    const folder = await temporaryFolder();
    const blobs = await openBlobs(folder, diskFiles);
    await blobs.put(photograph);
    await writeFile(join(folder, place), 'another photograph');
    expect(await blobs.get(hash)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'damaged' } });
    await blobs.put(photograph);
    expect(await readFile(join(folder, place))).toEqual(photograph);
  });

  it('are found by a hash only, never by a path', async () => {
    const folder = await temporaryFolder();
    const blobs = await openBlobs(join(folder, 'files'), diskFiles);
    await writeFile(join(folder, 'secret'), 'secret');
    for (const name of ['../secret', '', `${hash}/..`, hash.toUpperCase()]) {
      expect(await blobs.get(name)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'not-a-hash' } });
      expect(await blobs.has(name)).toBe(false);
    }
    expect(await blobs.get(hash)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'ENOENT' } });
  });

  it('leave nothing behind of a write that was interrupted', async () => {
    const folder = await temporaryFolder();
    await (await openBlobs(folder, diskFiles)).put(photograph);
    await writeFile(join(folder, `${place}.0123456789ab.tmp`), 'half');
    await openBlobs(folder, diskFiles);
    expect(Object.keys(await everyFile(folder))).toEqual([place]);
  });

  it('say so when they cannot be written', async () => {
    const folder = await temporaryFolder();
    const blobs = await openBlobs(join(folder, 'files'), diskFiles);
    await writeFile(join(folder, 'files'), 'a file in the place of the folder');
    expect(await blobs.put(photograph)).toMatchObject({ ok: false, failure: { code: 'cannot-write' } });
  });
});
