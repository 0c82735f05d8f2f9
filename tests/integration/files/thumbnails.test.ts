import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { diskFiles } from '@main/storage/disk/disk-files';
import { sealedWith } from '@main/storage/seal/sealed';
import { openThumbnails } from '@main/storage/thumbnails';
import { everyFile, temporaryFolder } from '../storage/temporary-folder';

const of = 'ab'.repeat(32);
const small = Buffer.from('a small picture of the gate');

describe('the small picture of a file', () => {
  it('is kept and found by what it was made of', async () => {
    const thumbnails = openThumbnails(join(await temporaryFolder(), 'thumbnails'));
    expect(await thumbnails.get(of)).toBeNull();
    await thumbnails.keep(of, small);
    expect(Buffer.from((await thumbnails.get(of)) ?? []).equals(small)).toBe(true);
    expect(await thumbnails.get('../../settings')).toBeNull();
  });

  it('cannot be read by others where there is a passphrase, and is not called by its file’s hash', async () => {
    const folder = await temporaryFolder();
    const thumbnails = openThumbnails(join(folder, 'thumbnails'), diskFiles, sealedWith(randomBytes(32)));
    await thumbnails.keep(of, small);
    const all = JSON.stringify(await everyFile(folder));
    expect(all).not.toContain('the gate');
    expect(all).not.toContain(of);
    expect(Buffer.from((await thumbnails.get(of)) ?? []).equals(small)).toBe(true);
  });

  it('goes when it is put under another seal, and is made again', async () => {
    const folder = await temporaryFolder();
    const thumbnails = openThumbnails(join(folder, 'thumbnails'));
    await thumbnails.keep(of, small);
    await thumbnails.reseal(sealedWith(randomBytes(32)));
    expect(JSON.stringify(await everyFile(folder))).not.toContain('the gate');
    expect(await thumbnails.get(of)).toBeNull();
    await thumbnails.keep(of, small);
    expect(await thumbnails.get(of)).not.toBeNull();
  });

  it('that cannot be written is no failure', async () => {
    const folder = await temporaryFolder();
    // A file stands where the folder would.
    await writeFile(join(folder, 'thumbnails'), '');
    const thumbnails = openThumbnails(join(folder, 'thumbnails'));
    await thumbnails.keep(of, small);
    expect(await thumbnails.get(of)).toBeNull();
  });
});
