import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBundle } from '@main/sync/bundle/read-bundle';
import { valueOf } from '../../../../builders/result';
import {
  allOf,
  closedParcel,
  codeOf,
  heading,
  inPieces,
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
const small = { parcels: [noteParcel, closedParcel], files: [photo] };
/** Something that opens with the right passphrase and holds these bytes. */
async function locked(content: Uint8Array): Promise<Uint8Array> {
  return allOf(quickLock.lock(inPieces(content), passphrase));
}

const header = {
  ...heading,
  format: 'attache-bundle',
  version: 1,
  counts: { leaves: 0, files: 0, fileBytes: 0 },
};
const withSum = (text: string, end: object): Buffer =>
  Buffer.from(`${text}${JSON.stringify({ end: { ...end, sha256: sha256Of(Buffer.from(text)) } })}\n`);
const jsonLines = (...values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const nothing = { leaves: 0, files: 0, lacking: 0 };

describe('a bundle that is not as it was written', () => {
  it('is refused wherever it was cut', async () => {
    const bytes = await made(small);
    for (let length = 0; length < bytes.length; length += 1) {
      expect([length, codeOf(await readFrom(bytes.subarray(0, length)))]).toEqual([length, 'bundle-cut-short']);
    }
  });

  it('is refused whichever byte was flipped', async () => {
    const bytes = Uint8Array.from(await made(small));
    for (let at = 0; at < bytes.length; at += 1) {
      const before = bytes[at] ?? 0;
      bytes[at] = before ^ (1 << (at % 8));
      const code = codeOf(await readFrom(bytes));
      bytes[at] = before;
      expect([at, code]).toEqual([at, expect.any(String)]);
    }
    expect(codeOf(await readFrom(bytes))).toBeNull();
  });

  it('is refused when it is of several parts, too, and says whether its end is missing', async () => {
    const bytes = await made({ ...small, files: [large()] });
    const middle = Uint8Array.from(bytes);
    middle[100_000] = (middle[100_000] ?? 0) ^ 4;
    expect(codeOf(await readFrom(middle))).toBe('bundle-damaged');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        expect(codeOf(await readFrom(bytes.subarray(0, length)))).toBe('bundle-cut-short');
      }),
      { numRuns: 40, examples: [[65_536 + 200], [131_072 + 200]] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = Uint8Array.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ flip;
          expect(codeOf(await readFrom(changed))).not.toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is refused when something was added to it, or it stands there twice', async () => {
    const bytes = await made(small);
    expect(codeOf(await readFrom(Buffer.concat([bytes, Buffer.from('x')])))).not.toBeNull();
    expect(codeOf(await readFrom(Buffer.concat([bytes, bytes])))).not.toBeNull();
  });

  it('hands out no leaf when it changed after it was looked at', async () => {
    const bytes = Uint8Array.from(await made(small));
    const bundle = valueOf(await readFrom(bytes));
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    const taken = new Taken();
    expect(codeOf(await bundle.takeOut(taken))).toBe('bundle-cut-short');
    expect(taken.leaves).toEqual([]);
    bytes.set(await made(small));
    expect(codeOf(await bundle.takeOut(taken))).toBe('bundle-damaged');
    expect(taken.order).toEqual([]);
  });

  it('says what the disk says when the stick is pulled', async () => {
    const bytes = await made({ ...small, files: [large()] });
    const pulled = Object.assign(new Error('pulled'), { code: 'EIO', syscall: 'read' });
    let left = Number.POSITIVE_INFINITY;
    const source = {
      size: bytes.length,
      async *open() {
        for await (const piece of inPieces(bytes)) {
          left -= piece.length;
          if (left < 0) throw pulled;
          yield piece;
        }
      },
    };
    const parts = {
      lock: quickLock,
      key: passphrase,
      isOurSpace: () => true,
      hasFile: () => Promise.resolve(false),
      freeBytes: 1e9,
    };
    const bundle = valueOf(await readBundle(source, parts));
    for (const length of [500, 100_000]) {
      left = length;
      const taken = new Taken();
      expect(await bundle.takeOut(taken)).toEqual({ ok: false, failure: { code: 'cannot-read', reason: 'EIO' } });
      expect(taken.leaves).toEqual([]);
      left = length;
      expect(codeOf(await readBundle(source, parts))).toBe('cannot-read');
    }
  });
});

describe('a file that is no bundle', () => {
  it('is told from one, whatever it is', async () => {
    for (const text of [
      '{"a":1}',
      '<!doctype html><title>Sign in</title>',
      '\u0000\u0001',
      'age-encryption.org/v2\n',
    ]) {
      expect(codeOf(await readFrom(Buffer.from(text)))).toBe('not-a-bundle');
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), async (bytes) => {
        expect(codeOf(await readFrom(bytes))).not.toBeNull();
      }),
    );
  });

  it('is told from one when it is locked with the same passphrase', async () => {
    expect(codeOf(await readFrom(await locked(Buffer.from('Dear Ms Chan'))))).toBe('not-a-bundle');
    expect(codeOf(await readFrom(await locked(gzipSync('Dear Ms Chan'))))).toBe('not-a-bundle');
    expect(codeOf(await readFrom(await locked(gzipSync(jsonLines({ format: 'something' })))))).toBe('not-a-bundle');
  });

  it('does not fill the memory with a head that has no end', async () => {
    let given = 0;
    const source = {
      size: 2 ** 33,
      async *open() {
        yield Buffer.from('age-encryption.org/v1\n');
        for (;;) {
          given += 65_536;
          yield await Promise.resolve(new Uint8Array(65_536).fill(0x61));
        }
      },
    };
    const read = await readBundle(source, {
      lock: quickLock,
      key: passphrase,
      isOurSpace: () => true,
      hasFile: () => Promise.resolve(false),
      freeBytes: 1e12,
    });
    expect(codeOf(read)).toBe('bundle-damaged');
    expect(given).toBeLessThan(200_000);
  });
});

describe('a bundle that opens and cannot be taken in', () => {
  it('is of another space', async () => {
    const bytes = await made({ ...small, heading: { ...heading, spaceId: 'another' } });
    expect(codeOf(await readFrom(bytes))).toBe('bundle-of-another-space');
  });

  it('is from a newer version, whatever else that version writes', async () => {
    const newer = gzipSync(jsonLines({ format: 'attache-bundle', version: 7, novelty: [1] }, 'anything'));
    expect(await readFrom(await locked(newer))).toEqual({
      ok: false,
      failure: { code: 'newer-version', found: 7, known: 1 },
    });
  });

  it('is too large, which is seen before a byte of it is read', async () => {
    const read = await readBundle(
      {
        size: 40 * 2 ** 30,
        open: () => {
          throw new Error('read');
        },
      },
      {
        lock: quickLock,
        key: passphrase,
        isOurSpace: () => true,
        hasFile: () => Promise.resolve(false),
        freeBytes: Number.MAX_SAFE_INTEGER,
      },
    );
    expect(read).toEqual({ ok: false, failure: { code: 'bundle-too-large', limitGigabytes: 16 } });
  });

  it('needs more room than there is, which is seen before its files are read; what is here already needs none', async () => {
    const bytes = await made({ ...small, files: [large()] });
    expect(await readFrom(bytes, { freeBytes: 20_000 })).toEqual({
      ok: false,
      failure: { code: 'not-enough-room', neededMegabytes: 1, freeMegabytes: 0 },
    });
    expect(codeOf(await readFrom(bytes, { freeBytes: 0, hasFile: () => Promise.resolve(true) }))).toBeNull();
  });

  it('is a few bytes that grow without end', async () => {
    const zeros = gzipSync(new Uint8Array(100 * 2 ** 20));
    const claims = { ...header, counts: { leaves: 1, files: 0, fileBytes: 0 } };
    const bomb = Buffer.concat([gzipSync(jsonLines(claims, { files: [] })), zeros]);
    expect(codeOf(await readFrom(await locked(bomb)))).toBe('bundle-damaged');
    expect(codeOf(await readFrom(await locked(zeros)))).toBe('not-a-bundle');
  });

  it('holds what no Attaché writes', async () => {
    const begin = (counts: object): string => jsonLines({ ...header, counts: { ...header.counts, ...counts } });
    const file = { sha256: sha256Of(photo), size: photo.length };
    const empty = jsonLines({ files: [] });
    const sound = withSum(begin({}) + empty, nothing);
    expect(codeOf(await readFrom(await locked(gzipSync(sound))))).toBeNull();
    const wrong: Record<string, Buffer> = {
      'without an end': Buffer.from(begin({}) + empty),
      'with more behind its end': Buffer.concat([sound, Buffer.from('\n')]),
      'with another sum': Buffer.from(begin({}) + empty + jsonLines({ end: { ...nothing, sha256: '0'.repeat(64) } })),
      'with fewer leaves than it says': withSum(begin({ leaves: 1 }) + empty, nothing),
      'with the same leaf twice': withSum(begin({ leaves: 2 }) + empty + jsonLines(noteParcel, noteParcel), {
        ...nothing,
        leaves: 2,
      }),
      'with a key of no record': withSum(begin({ leaves: 1 }) + empty + jsonLines({ ...noteParcel, key: '../x' }), {
        ...nothing,
        leaves: 1,
      }),
      'with a body that is a list': withSum(
        begin({ leaves: 1 }) + empty + jsonLines({ ...noteParcel, content: { kind: 'live', body: [] } }),
        { ...nothing, leaves: 1 },
      ),
      'with files that it did not count': withSum(begin({}) + jsonLines({ files: [file] }, { lacking: file.sha256 }), {
        ...nothing,
        lacking: 1,
      }),
      'with another file under a name': withSum(
        `${begin({ files: 1, fileBytes: file.size })}${jsonLines({ files: [file] }, { file: file.sha256 })}${'x'.repeat(file.size)}`,
        { ...nothing, files: 1 },
      ),
      'with no text in a line': Buffer.concat([
        Buffer.from(begin({ leaves: 1 }) + empty),
        Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a]),
      ]),
    };
    for (const [what, content] of Object.entries(wrong)) {
      expect([what, codeOf(await readFrom(await locked(gzipSync(content))))]).toEqual([what, 'bundle-damaged']);
    }
    for (const more of [Buffer.from('more'), new Uint8Array(100)]) {
      const followed = Buffer.concat([gzipSync(sound), more]);
      expect(codeOf(await readFrom(await locked(followed)))).not.toBeNull();
    }
  });
});
