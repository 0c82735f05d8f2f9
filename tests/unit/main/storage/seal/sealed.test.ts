import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SealWiped, sealedWith } from '@main/storage/seal/sealed';
import { countTurns } from '../../../../builders/turns';

/** Made by another program, from what docs/adr/0010 says and with nothing of this one. */
const fixture = JSON.parse(readFileSync(join(__dirname, '../../../../fixtures/sealed/v1.json'), 'utf8')) as {
  dataKey: string;
  line: { json: string; sealed: string };
  file: { content: string; sealed: string };
  largeFile: { length: number; sha256OfContent: string; sha256OfSealed: string; nonces: [string, string]; id: string };
  name: { sha256: string; sealed: string };
};
const frameLength = 1 << 18;
const headLength = 24;
const sealedFrameLength = frameLength + 28;

const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const seal = sealedWith(randomBytes(32));
const line = (value: unknown): Uint8Array => seal.line(utf8(JSON.stringify(value)));

async function fileOf(content: Uint8Array, by = seal): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of by.file(content)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function changed(original: Uint8Array, at: number, by: number): Uint8Array {
  const copy = Uint8Array.from(original);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

describe('the format on the disk', () => {
  const fixed = sealedWith(bytes(fixture.dataKey));

  it('is what it was in version 1', async () => {
    expect(Buffer.from(fixed.openLine(utf8(fixture.line.sealed))!).toString('utf8')).toBe(fixture.line.json);
    expect(fixed.fileName(fixture.name.sha256)).toBe(fixture.name.sealed);
    const content = await fixed.openFile(bytes(fixture.file.sealed));
    expect(Buffer.from(content!).toString('utf8')).toBe(fixture.file.content);
  });

  it('is what it was for a file of two frames', async () => {
    const { length, id, nonces, sha256OfContent, sha256OfSealed } = fixture.largeFile;
    const content = Uint8Array.from({ length }, (_, index) => (index * 7) % 251);
    const key = Buffer.from(hkdfSync('sha256', bytes(fixture.dataKey), '', 'attache 1 files', 32));
    const frames = nonces.map((nonce, index) => {
      const cipher = createCipheriv('aes-256-gcm', key, bytes(nonce));
      cipher.setAAD(Buffer.concat([utf8('attache 1 file'), bytes(id), Buffer.from([0, 0, 0, index, index])]));
      const sealed = cipher.update(content.subarray(index * frameLength, (index + 1) * frameLength));
      cipher.final();
      return Buffer.concat([bytes(nonce), sealed, cipher.getAuthTag()]);
    });
    const file = Buffer.concat([utf8('ATTACHE1'), bytes(id), ...frames]);
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256OfSealed);
    const opened = await fixed.openFile(file);
    expect(createHash('sha256').update(opened!).digest('hex')).toBe(sha256OfContent);
  });
});

describe('a sealed line', () => {
  it('is one JSON string without line breaks, and opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const sealed = seal.line(utf8(json));
        expect(Buffer.from(sealed).includes('\n')).toBe(false);
        expect(typeof JSON.parse(Buffer.from(sealed).toString('utf8'))).toBe('string');
        expect(Buffer.from(seal.openLine(sealed)!).toString('utf8')).toBe(json);
      }),
    );
  });

  it('may stand anywhere in a larger buffer', () => {
    const sealed = line('Agreed at 45 (sample)');
    const around = Buffer.concat([utf8('{"'), sealed, utf8('"}')]);
    expect(seal.openLine(around.subarray(2, -2))).not.toBeNull();
  });

  it('is noticed to be another when any one of its bits is', () => {
    const sealed = line('Agreed at 45 (sample)');
    for (let at = 0; at < sealed.length; at += 1) {
      for (let bit = 1; bit < 256; bit <<= 1) expect(seal.openLine(changed(sealed, at, bit))).toBeNull();
    }
  });

  it('is noticed to be another when any one of its bytes is, or when it is longer or shorter', () => {
    const length = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(length, fc.nat(), fc.integer({ min: 1, max: 255 }), (size, at, by) => {
        const sealed = seal.line(randomBytes(size));
        expect(seal.openLine(changed(sealed, at % sealed.length, by))).toBeNull();
        expect(seal.openLine(sealed.subarray(0, at % sealed.length))).toBeNull();
        expect(seal.openLine(Buffer.concat([sealed, Buffer.from([by])]))).toBeNull();
      }),
    );
  });

  it('opens under no other key', () => {
    expect(sealedWith(randomBytes(32)).openLine(line('secret'))).toBeNull();
  });

  it('is another each time, and no nonce comes twice', () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 10_000; count += 1) {
      nonces.add(Buffer.from(line('the same')).subarray(1, 17).toString('latin1'));
    }
    expect(nonces.size).toBe(10_000);
  });
});

describe('lines in a damaged stretch', () => {
  const found = (damaged: Uint8Array): string[] =>
    seal
      .linesIn(damaged)
      .map((each) => seal.openLine(each))
      .filter((json) => json !== null)
      .map((json) => Buffer.from(json).toString('utf8'));

  it('are found when the line break between them was damaged', () => {
    expect(found(Buffer.concat([line(1), utf8('\x0b'), line(2), utf8('"'), line(3)]))).toEqual(['1', '2', '3']);
  });

  it('are found around one that is damaged itself', () => {
    const stretch = (damaged: Uint8Array): Buffer => Buffer.concat([line(1), utf8('\n'), damaged, utf8('\n'), line(3)]);
    const second = line(2);
    for (let at = 0; at < second.length; at += 1) {
      const json = found(stretch(changed(second, at, 1)));
      expect(json).toEqual(expect.arrayContaining(['1', '3']));
      expect(json).not.toContain('2');
    }
  });

  it('are none where there are none', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (damaged) => expect(found(damaged)).toEqual([])));
  });
});

describe('a sealed file', () => {
  it.each([0, 1, 1000, frameLength - 1, frameLength, frameLength + 1, 2 * frameLength])(
    'of %i bytes opens to what was sealed',
    async (length) => {
      const content = randomBytes(length);
      const file = await fileOf(content);
      expect(content.equals((await seal.openFile(file))!)).toBe(true);
    },
  );

  it('is noticed to be another when any one of its bytes is', async () => {
    const small = await fileOf(randomBytes(40));
    for (let at = 0; at < small.length; at += 1) expect(await seal.openFile(changed(small, at, 1))).toBeNull();
    const large = await fileOf(randomBytes(2 * frameLength + 5));
    await fc.assert(
      fc.asyncProperty(fc.nat(large.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        expect(await seal.openFile(changed(large, at, by))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  describe('of three frames', () => {
    const content = randomBytes(3 * frameLength);
    const cut = (file: Buffer): [Buffer, Buffer, Buffer, Buffer] => {
      const at = (index: number): number => headLength + index * sealedFrameLength;
      return [file.subarray(0, at(0)), file.subarray(at(0), at(1)), file.subarray(at(1), at(2)), file.subarray(at(2))];
    };

    it('does not open when frames were cut off, left out, doubled, or put in another order', async () => {
      const [head, one, two, three] = cut(await fileOf(content));
      expect(await seal.openFile(Buffer.concat([head, one, two, three]))).not.toBeNull();
      for (const pieces of [[], [one], [one, two], [one, three], [two, three], [two, one, three], [one, one, three]]) {
        expect(await seal.openFile(Buffer.concat([head, ...pieces]))).toBeNull();
      }
      expect(await seal.openFile(Buffer.concat([head, one, two, three, three]))).toBeNull();
    });

    it('does not open with a frame or a head of another file of the same content', async () => {
      const [head, one, two, three] = cut(await fileOf(content));
      const [otherHead, , otherTwo] = cut(await fileOf(content));
      expect(await seal.openFile(Buffer.concat([head, one, otherTwo, three]))).toBeNull();
      expect(await seal.openFile(Buffer.concat([otherHead, one, two, three]))).toBeNull();
    });

    it('lets other work go first between frames', async () => {
      const turns = countTurns();
      const file = await fileOf(content);
      const whileSealing = turns.soFar();
      await seal.openFile(file);
      turns.stop();
      expect(whileSealing).toBeGreaterThanOrEqual(3);
      expect(turns.soFar() - whileSealing).toBeGreaterThanOrEqual(3);
    });
  });

  it('is not cut short unnoticed at any length', async () => {
    const file = await fileOf(randomBytes(10));
    for (let length = 0; length < file.length; length += 1) {
      expect(await seal.openFile(file.subarray(0, length))).toBeNull();
    }
  });
});

describe('the name of a sealed file', () => {
  it('is a hash that tells nothing of the content without the key', () => {
    const { sha256 } = fixture.name;
    expect(seal.fileName(sha256)).toMatch(/^[0-9a-f]{64}$/);
    expect(seal.fileName(sha256)).toBe(seal.fileName(sha256));
    expect(seal.fileName(sha256)).not.toBe(sha256);
    expect(sealedWith(randomBytes(32)).fileName(sha256)).not.toBe(seal.fileName(sha256));
  });
});

describe('a wiped seal', () => {
  it('refuses every call, also in the middle of a file', async () => {
    const key = randomBytes(32);
    const wiped = sealedWith(key);
    // The data key may go when the seal is made: it has keys of its own.
    key.fill(0);
    const sealed = wiped.line(utf8('1'));
    const file = await fileOf(randomBytes(2 * frameLength), wiped);
    const pieces = wiped.file(randomBytes(2 * frameLength))[Symbol.asyncIterator]();
    await pieces.next();
    const opening = wiped.openFile(file);
    wiped.wipe();
    expect(() => wiped.line(utf8('1'))).toThrow(SealWiped);
    expect(() => wiped.openLine(sealed)).toThrow(SealWiped);
    expect(() => wiped.linesIn(sealed)).toThrow(SealWiped);
    expect(() => wiped.file(utf8('1'))).toThrow(SealWiped);
    expect(() => wiped.fileName(fixture.name.sha256)).toThrow(SealWiped);
    await expect(wiped.openFile(file)).rejects.toThrow(SealWiped);
    await expect(pieces.next()).rejects.toThrow(SealWiped);
    await expect(opening).rejects.toThrow(SealWiped);
  });
});
