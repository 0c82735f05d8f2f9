import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openBlobs } from '@main/storage/blobs';
import type { Blobs } from '@main/storage/blobs';
import { diskFiles } from '@main/storage/disk/disk-files';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import { plainSeal } from '@main/storage/seal/plain-seal';
import type { Seal } from '@main/storage/seal/seal';
import { sealedWith } from '@main/storage/seal/sealed';
import { countTurns } from '../../builders/turns';
import { FailingFiles } from './failing-files';
import { valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';
import { another, created } from './vaults';

const planted = 'Xylophone Quorum (sample)';
const contents = [
  Buffer.from(`${planted}: agreed at 45`),
  Buffer.from('a photograph'),
  Buffer.alloc(0),
  Buffer.concat([randomBytes(300_000), Buffer.from(planted), randomBytes(1000)]),
];
const hashes = contents.map((content) => createHash('sha256').update(content).digest('hex'));
const seal = sealedWith(randomBytes(32));

async function filled(folder: string, by: Seal, files: DiskFiles = diskFiles): Promise<Blobs> {
  const blobs = await openBlobs(folder, files, by);
  for (const content of contents) valueOf(await blobs.put(content));
  return blobs;
}

async function expectAll(blobs: Blobs): Promise<void> {
  for (const [index, content] of contents.entries()) {
    expect(await blobs.has(hashes[index]!)).toBe(true);
    expect(content.equals(valueOf(await blobs.get(hashes[index]!)))).toBe(true);
  }
}

/** Whether a person who has the disk and no key finds a planted word or recognises a file by its hash. */
async function tellsAnything(folder: string): Promise<boolean> {
  const found = Object.entries(await everyFile(folder));
  return found.some(([name, text]) => text.includes(planted) || hashes.some((hash) => name.includes(hash)));
}

describe('files under a seal', () => {
  it('are handed out as they were added, and tell nothing without the key', async () => {
    const folder = await temporaryFolder();
    const blobs = await filled(folder, seal);
    await filled(folder, seal);
    await expectAll(blobs);
    await expectAll(await openBlobs(folder, diskFiles, seal));
    expect(await tellsAnything(folder)).toBe(false);
    expect((await blobs.all()).map(({ name }) => name).toSorted()).toEqual(
      hashes.map(blobs.nameOf.bind(blobs)).toSorted(),
    );
  });

  it('stay where they are when they go under another seal of the same key', async () => {
    const folder = await temporaryFolder();
    const key = randomBytes(32);
    const blobs = await filled(folder, sealedWith(key));
    expect(valueOf(await blobs.reseal(sealedWith(key)))).toMatchObject({ left: 0 });
    await expectAll(blobs);
  });

  it('are not there for another key', async () => {
    const folder = await temporaryFolder();
    await filled(folder, seal);
    const blobs = await openBlobs(folder, diskFiles, sealedWith(randomBytes(32)));
    expect(await blobs.get(hashes[0]!)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'ENOENT' } });
  });

  it('are not handed out when they are not what they were, and are mended when they are added again', async () => {
    const folder = await temporaryFolder();
    const blobs = await filled(folder, seal);
    const path = (await blobs.all()).find(({ name }) => name === blobs.nameOf(hashes[1]!))!.path;
    const whole = await readFile(path);
    const damaged = { ok: false, failure: { code: 'cannot-read', reason: 'damaged' } };
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(path, bytes);
      expect(await blobs.get(hashes[1]!)).toEqual(damaged);
    }
    // A sound file of another content does not pass for it either.
    await writeFile(
      path,
      await readFile((await blobs.all()).find(({ name }) => name === blobs.nameOf(hashes[0]!))!.path),
    );
    expect(await blobs.get(hashes[1]!)).toEqual(damaged);
    valueOf(await blobs.put(contents[1]!));
    await expectAll(blobs);
  });

  it('are locked when the key was wiped', async () => {
    const wiped = sealedWith(randomBytes(32));
    const blobs = await filled(await temporaryFolder(), wiped);
    wiped.wipe();
    expect(await blobs.get(hashes[0]!)).toEqual({ ok: false, failure: { code: 'locked' } });
    expect(await blobs.put(randomBytes(10))).toEqual({ ok: false, failure: { code: 'locked' } });
  });

  it('stay as they are, to the last byte, when the passphrase or the recovery key is changed', async () => {
    const folder = await temporaryFolder();
    const { open } = await created(folder);
    await filled(join(folder, 'files'), open.seal);
    const before = await everyFile(join(folder, 'files'));
    valueOf(await open.changePassphrase(another));
    valueOf(await open.renewRecoveryKey());
    valueOf(await open.rememberInKeychain(true));
    expect(await everyFile(join(folder, 'files'))).toEqual(before);
    await expectAll(await openBlobs(join(folder, 'files'), diskFiles, open.seal));
  });

  it('let other work go first while they are large', async () => {
    const blobs = await openBlobs(await temporaryFolder(), diskFiles, seal);
    const turns = countTurns();
    const sha256 = valueOf(await blobs.put(Buffer.alloc(30_000_000, 'x')));
    const whilePut = turns.soFar();
    expect(valueOf(await blobs.get(sha256))).toHaveLength(30_000_000);
    turns.stop();
    // More than a hundred frames each way.
    expect(whilePut).toBeGreaterThan(100);
    expect(turns.soFar() - whilePut).toBeGreaterThan(100);
  });
});

describe('going from one seal to another', () => {
  const ways: [string, Seal, Seal][] = [
    ['readable to sealed', plainSeal, seal],
    ['sealed to readable', seal, plainSeal],
  ];

  it.each(ways)('keeps every file (%s)', async (_, from, to) => {
    const folder = await temporaryFolder();
    const blobs = await filled(folder, from);
    const said: number[] = [];
    const resealed = await blobs.reseal(to, ({ done, total }) => said.push(done, total));
    expect(resealed).toEqual({ ok: true, value: { done: 4, total: 4, left: 0 } });
    expect(said).toEqual([1, 4, 2, 4, 3, 4, 4, 4]);
    await expectAll(blobs);
    await expectAll(await openBlobs(folder, diskFiles, to));
    expect(await blobs.all()).toHaveLength(4);
    expect(await tellsAnything(folder)).toBe(!to.isSecret);
    expect(await blobs.reseal(to)).toEqual({ ok: true, value: { done: 4, total: 4, left: 0 } });
  });

  it.each(ways)('puts what is added from then on under the new one (%s)', async (_, from, to) => {
    const folder = await temporaryFolder();
    const blobs = await filled(folder, from);
    const resealing = blobs.reseal(to);
    const meanwhile = valueOf(await blobs.put(Buffer.from('added meanwhile')));
    valueOf(await resealing);
    const afterwards = valueOf(await blobs.put(Buffer.from('added afterwards')));
    const names = (await blobs.all()).map(({ name }) => name);
    for (const sha256 of [meanwhile, afterwards]) expect(names).toContain(to.fileName(sha256));
  });

  it('finds every file while it goes on', async () => {
    const blobs = await filled(await temporaryFolder(), plainSeal);
    let isGoingOn = true;
    const resealing = blobs.reseal(seal).finally(() => (isGoingOn = false));
    let looks = 0;
    for (; isGoingOn; looks += 1) await expectAll(blobs);
    valueOf(await resealing);
    expect(looks).toBeGreaterThan(0);
    await expectAll(blobs);
  });

  it.each(ways)('goes on after it was broken off at any call to the disk (%s)', async (_, from, to) => {
    const secret = from.isSecret ? from : to;
    for (let at = 1, hasFailed = true; hasFailed; at += 1) {
      const folder = await temporaryFolder();
      await filled(folder, from);
      const files = new FailingFiles({ at, how: 'after', code: 'EIO', forGood: true });
      await (await openBlobs(folder, files, from)).reseal(to);
      hasFailed = files.hasFailed;
      // The process ended there. Whichever seal the store is then said to be under, with the key all is found.
      await expectAll(await openBlobs(folder, diskFiles, secret));
      const blobs = await openBlobs(folder, diskFiles, secret);
      expect(await blobs.reseal(to)).toMatchObject({ ok: true, value: { left: 0 } });
      await expectAll(await openBlobs(folder, diskFiles, to));
      expect(await blobs.all()).toHaveLength(4);
      expect(await tellsAnything(folder)).toBe(!to.isSecret);
    }
  });

  it.each(ways)('can be turned back half-way, and hides what is added then (%s)', async (_, from, to) => {
    const folder = await temporaryFolder();
    await filled(folder, from);
    let made = 0;
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const files: DiskFiles = {
      ...diskFiles,
      create: (path) => ((made += 1) === 3 ? Promise.reject(full) : diskFiles.create(path)),
    };
    const blobs = await openBlobs(folder, files, from);
    expect(await blobs.reseal(to)).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    const added = valueOf(await blobs.put(Buffer.from('added then')));
    expect((await blobs.all()).map(({ name }) => name)).toContain(seal.fileName(added));
    await expectAll(blobs);
    expect(await blobs.reseal(from)).toMatchObject({ ok: true, value: { left: 0 } });
    await expectAll(await openBlobs(folder, diskFiles, from));
  });

  it('leaves no words of a damaged file behind, and does not say that it is sound', async () => {
    const folder = await temporaryFolder();
    const blobs = await filled(folder, plainSeal);
    const path = (await blobs.all()).find(({ name }) => name === hashes[0])!.path;
    await writeFile(path, `${planted}: agreed at 46`);
    expect(await blobs.reseal(seal)).toMatchObject({ ok: true, value: { left: 0 } });
    expect(await tellsAnything(folder)).toBe(false);
    expect(await blobs.get(hashes[0]!)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'damaged' } });
    // What it says may still be worth something to somebody, so it comes back too.
    expect(await blobs.reseal(plainSeal)).toMatchObject({ ok: true, value: { left: 0 } });
    expect(Object.values(await everyFile(folder))).toContain(`${planted}: agreed at 46`);
  });

  it('leaves a sealed file that cannot be opened where it is, and counts it', async () => {
    const folder = await temporaryFolder();
    const blobs = await filled(folder, seal);
    const { path } = (await blobs.all()).find(({ name }) => name === blobs.nameOf(hashes[0]!))!;
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await blobs.reseal(plainSeal)).toEqual({ ok: true, value: { done: 4, total: 4, left: 1 } });
    expect(await readFile(path)).toEqual(bytes);
  });

  it('takes a copy of a sealed file that somebody added for what it is', async () => {
    const folder = await temporaryFolder();
    const sealed = await filled(await temporaryFolder(), seal);
    const copy = await readFile((await sealed.all())[0]!.path);
    const blobs = await openBlobs(folder, diskFiles, plainSeal);
    const sha256 = valueOf(await blobs.put(copy));
    for (const to of [seal, plainSeal]) {
      valueOf(await blobs.reseal(to));
      expect(copy.equals(valueOf(await blobs.get(sha256)))).toBe(true);
    }
  });

  it('lets what is not ours lie', async () => {
    const folder = await temporaryFolder();
    const blobs = await filled(folder, plainSeal);
    const stranger = join(folder, 'ab', '.DS_Store');
    await mkdir(dirname(stranger), { recursive: true });
    await writeFile(stranger, 'the system’s');
    expect(await blobs.reseal(seal)).toMatchObject({ ok: true, value: { total: 4 } });
    expect(await readFile(stranger, 'utf8')).toBe('the system’s');
  });
});
