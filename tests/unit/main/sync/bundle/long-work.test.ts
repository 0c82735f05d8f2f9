import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { mostBundleBytes } from '@main/sync/bundle/heading';
import { writeBundle } from '@main/sync/bundle/write-bundle';
import { valueOf } from '../../../../builders/result';
import {
  allOf,
  codeOf,
  heading,
  large,
  made,
  noteParcel,
  passphrase,
  quickLock,
  readFrom,
  sha256Of,
  Taken,
} from './bundles';

const photo = Buffer.from('a photograph (sample)');
const small = { parcels: [noteParcel], files: [photo] };

describe('writing and reading a bundle', () => {
  it('stops when it is cancelled, and hands out nothing', async () => {
    const cancelled = new AbortController();
    cancelled.abort();
    const { signal } = cancelled;
    const bytes = await made({ ...small, files: [large()] });
    expect(codeOf(await readFrom(bytes, { signal }))).toBe('cancelled');
    const taken = new Taken();
    const bundle = valueOf(await readFrom(bytes));
    expect(codeOf(await bundle.takeOut(taken, { signal }))).toBe('cancelled');
    const midway = new AbortController();
    const onProgress = ({ done, of }: { done: number; of: number }): void => {
      if (done > of / 2) midway.abort();
    };
    expect(codeOf(await bundle.takeOut(taken, { signal: midway.signal, onProgress }))).toBe('cancelled');
    expect(taken.order).toEqual([]);
  });

  it('breaks the stream of what is written off when it is cancelled', async () => {
    const stop = new AbortController();
    const writing = allOf(
      writeBundle(
        {
          heading,
          parcels: [noteParcel],
          files: [{ sha256: sha256Of(photo), size: photo.length }],
          file: () => {
            stop.abort();
            return Promise.resolve(photo);
          },
        },
        { lock: quickLock, key: passphrase, signal: stop.signal },
      ),
    );
    await expect(writing).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('tells how far it came', async () => {
    const leaves: number[] = [];
    const files: number[] = [];
    const noise = large();
    const bytes = await allOf(
      writeBundle(
        {
          heading,
          parcels: [noteParcel],
          files: [{ sha256: sha256Of(noise), size: noise.length }],
          file: () => Promise.resolve(noise),
        },
        {
          lock: quickLock,
          key: passphrase,
          onProgress: (progress) => {
            leaves.push(progress.leaves);
            files.push(progress.fileBytes);
          },
        },
      ),
    );
    expect(leaves.at(-1)).toBe(1);
    expect(files.at(-1)).toBe(noise.length);
    expect(files).toEqual([...files].sort((one, other) => one - other));
    const read: number[] = [];
    await readFrom(bytes, { onProgress: ({ done }) => read.push(done) });
    expect(read.at(-1)).toBe(bytes.length);
  });

  it('refuses to write what nobody could read', async () => {
    const files = Array.from({ length: 40 }, (_, nth) => ({
      sha256: sha256Of(Buffer.from([nth])),
      size: Math.ceil(mostBundleBytes / 40),
    }));
    const writing = allOf(
      writeBundle(
        { heading, parcels: [], files, file: () => Promise.resolve(null) },
        { lock: quickLock, key: passphrase },
      ),
    );
    await expect(writing).rejects.toMatchObject({ failure: { code: 'bundle-too-large' } });
  });

  it('is never ahead of who takes what is written by more than a file or two', async () => {
    const noise = large();
    const files = Array.from({ length: 30 }, (_, nth) => {
      const bytes = Uint8Array.from(noise);
      bytes[0] = nth;
      return { sha256: sha256Of(bytes), size: bytes.length, bytes };
    });
    let asked = 0;
    let taken = 0;
    let ahead = 0;
    const writing = writeBundle(
      {
        heading,
        parcels: [],
        files: files.map(({ sha256, size }) => ({ sha256, size })),
        file: (sha256) => {
          asked += 1;
          return Promise.resolve(files.find((file) => file.sha256 === sha256)?.bytes ?? null);
        },
      },
      { lock: quickLock, key: passphrase },
    );
    for await (const piece of writing) {
      taken += piece.length;
      // Long enough for everything that is not held back to run ahead.
      await setTimeout(1);
      ahead = Math.max(ahead, asked - taken / noise.length);
    }
    expect(asked).toBe(files.length);
    expect(ahead).toBeLessThan(6);
  });

  it('refuses to write what would not be read', async () => {
    await expect(made({ parcels: [{ ...noteParcel, rev: '0-x' }] })).rejects.toThrow(TypeError);
  });

  it('makes smaller what grows smaller, and leaves the rest as it is', async () => {
    const text = Buffer.from('Agreed at 45 (sample). '.repeat(20_000));
    const noise = large();
    const { length } = await made({ parcels: [], files: [text, noise] });
    expect(length).toBeGreaterThan(noise.length);
    expect(length).toBeLessThan(noise.length + text.length / 20);
  });
});
