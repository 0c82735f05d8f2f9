import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { identityOf } from '@main/sync/bundle/bundle-key';
import type { BundleKey } from '@main/sync/bundle/bundle-key';
import type { BundleLock } from '@main/sync/bundle/lock';
import { threadedLock } from '@main/sync/bundle/threaded-lock';
import { writeBundle } from '@main/sync/bundle/write-bundle';
import { bundleFigures } from '../../bench/sync/bundle';
import { plainRecord, sampleTrip } from '../../bench/store/sample-records';
import { valueOf } from '../../builders/result';
import {
  allOf,
  codeOf,
  heading,
  inPieces,
  made,
  noteParcel,
  passphrase,
  readFrom,
  sha256Of,
  Taken,
} from '../../unit/main/sync/bundle/bundles';

/** As little as a photograph does it grow smaller. */
const photo = Uint8Array.from(randomBytes(1_500_000));
const spaceKey: BundleKey = { kind: 'space-key', identity: identityOf(new Uint8Array(32).fill(5)) };
const program = `
import { bundleTypeScript } from './build/setup/typescript-entry.mjs';
process.stdout.write(await bundleTypeScript('main/sync/bundle/lock-thread.ts'));`;

let threadFile: string;
let lock: BundleLock;
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  threadFile = stdout;
  lock = threadedLock(threadFile);
});

function madeThere(key: BundleKey, signal?: AbortSignal): Promise<Uint8Array> {
  const contents = {
    heading,
    parcels: [noteParcel],
    files: [{ sha256: sha256Of(photo), size: photo.length }],
    file: () => Promise.resolve(photo),
  };
  return allOf(writeBundle(contents, { lock, key, ...(signal === undefined ? {} : { signal }) }));
}

describe('a bundle whose lock works in a thread of its own', () => {
  it('is the same as one that is made and read here', async () => {
    for (const key of [spaceKey, passphrase]) {
      const there = await madeThere(key);
      expect(valueOf(await readFrom(there, { key })).parcels).toEqual([noteParcel]);
      const bundle = valueOf(await readFrom(await made({ parcels: [noteParcel], files: [photo], key }), { key, lock }));
      const taken = new Taken();
      valueOf(await bundle.takeOut(taken));
      expect(taken.leaves).toEqual([noteParcel]);
      expect([...taken.files.keys()]).toEqual([sha256Of(photo)]);
    }
  });

  it('is refused for the same reasons', async () => {
    const bytes = await madeThere(spaceKey);
    const middle = Uint8Array.from(bytes);
    middle[70_000] = (middle[70_000] ?? 0) ^ 1;
    const parts = { lock, key: spaceKey };
    expect(codeOf(await readFrom(middle, parts))).toBe('bundle-damaged');
    expect(codeOf(await readFrom(bytes.subarray(0, bytes.length - 70_000), parts))).toBe('bundle-cut-short');
    const other: BundleKey = { kind: 'space-key', identity: identityOf(new Uint8Array(32).fill(6)) };
    expect(codeOf(await readFrom(bytes, { lock, key: other }))).toBe('bundle-wrong-space-key');
    const head = Uint8Array.from(bytes);
    head[180] = head[180] === 0x41 ? 0x42 : 0x41;
    expect(codeOf(await readFrom(head, parts))).not.toBeNull();
  });

  it('stops at once when it is cancelled, also while a passphrase is being stretched', async () => {
    const stop = new AbortController();
    const writing = madeThere(passphrase, stop.signal);
    setImmediate(() => stop.abort());
    await expect(writing).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    const again = new AbortController();
    const reading = readFrom(await made({ parcels: [noteParcel] }), { lock, signal: again.signal });
    setImmediate(() => again.abort());
    expect(codeOf(await reading)).toBe('cancelled');
  });

  it('ends with who reads it, and with an error of what it reads', async () => {
    const pieces = lock.lock(inPieces(photo), spaceKey)[Symbol.asyncIterator]();
    await pieces.next();
    await pieces.return?.();
    const broken = async function* (): AsyncIterable<Uint8Array> {
      yield photo;
      throw await Promise.resolve(new RangeError('of the disk'));
    };
    await expect(allOf(lock.lock(broken(), spaceKey))).rejects.toThrow('of the disk');
  });

  it('is at most a quarter of what its records are as JSON', async () => {
    const records = sampleTrip(0).map((record) => plainRecord(record, 0));
    expect((await bundleFigures(records, threadFile)).vs_json).toBeLessThan(0.25);
  });
});
