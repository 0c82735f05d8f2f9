import { describe, expect, it } from '@jest/globals';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import type { Block } from '@main/export/document/blocks';
import type { Picture } from '@main/export/write/word/pictures';
import { typesetterHere } from '@main/export/write/word/typesetter';
import type { Typesetter } from '@main/export/write/word/typesetter';
import { writeWord } from '@main/export/write/word/word';
import { packedPart, partsOfZip, ZipWriter } from '@main/export/write/word/zip';
import { aPaper, paragraph, words } from '../../../../builders/paper';
import { wordFile, wordParts } from '../../../../builders/word';
import { unzipped } from '../../../../builders/zip';

function photographs(count: number): Block {
  return {
    kind: 'photographs',
    photographs: Array.from({ length: count }, (_, at) => ({ attachmentId: `p${at}`, caption: words(`No. ${at}`) })),
  };
}

function aPicture(id: string): Picture {
  return { bytes: Buffer.alloc(50_000, id), type: id.endsWith('1') ? 'png' : 'jpg', width: 400, height: 300 };
}

describe('a Word file is written piece by piece', () => {
  it('a picture is out of hand before the next is asked for', async () => {
    const inHand = new Set<string>();
    let most = 0;
    const pictureOf = (id: string): Promise<Picture> => {
      inHand.add(id);
      most = Math.max(most, inHand.size);
      return Promise.resolve(aPicture(id));
    };
    const paper = aPaper([photographs(40)]);
    let size = 0;
    for await (const piece of writeWord(paper, { pictureOf, typesetter: typesetterHere() })) {
      size += piece.byteLength;
      if (piece.byteLength >= 50_000) inHand.clear();
    }
    expect(most).toBe(1);
    expect(size).toBeGreaterThan(40 * 50_000);
  });

  it('each picture lies in it once as it was given, and is led to from where it stands', async () => {
    const parts = await wordParts(aPaper([photographs(12), paragraph('between'), photographs(3)]), {
      pictureOf: (id) => Promise.resolve(aPicture(id)),
    });
    const lying = [...parts.keys()].filter((name) => name.startsWith('word/media/'));
    expect(lying).toHaveLength(12);
    expect(parts.get('word/media/picture1.jpg')).toEqual(Buffer.alloc(50_000, 'p0'));
    expect(parts.get('word/media/picture12.png')).toEqual(Buffer.alloc(50_000, 'p11'));
    const rels = parts.get('word/_rels/document.xml.rels')?.toString() ?? '';
    const body = parts.get('word/document.xml')?.toString() ?? '';
    for (const name of lying) {
      const id = new RegExp(`<Relationship Id="(\\w+)"[^>]*Target="${name.replace('word/', '')}"`).exec(rels)?.[1];
      expect(body).toContain(`r:embed="${id ?? 'none'}"`);
    }
    const [, described = ''] = /descr="No\. 11".*?r:embed="(\w+)"/.exec(body) ?? [];
    expect(rels).toMatch(new RegExp(`Id="${described}"[^>]*Target="media/picture12\\.png"`));
  });

  it('what kind of file it is stands first, as programs look for it', async () => {
    const chart: Block = {
      kind: 'chart',
      title: words('By city'),
      bars: [{ label: words('A'), value: 1, shown: '1' }],
    };
    const paper = aPaper([photographs(1), { kind: 'together', blocks: [chart] }, chart]);
    const file = await wordFile(paper, { pictureOf: (id) => Promise.resolve(aPicture(id)) });
    const names = [...unzipped(file).keys()];
    expect(names.slice(0, 3)).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/media/picture1.jpg']);
    expect(new Set(names).size).toBe(names.length);
    expect(unzipped(file).get('[Content_Types].xml')?.toString()).toContain('/word/charts/chart2.xml');
  });

  it('whoever sets it is let go when it is done, when it breaks and when nobody reads on', async () => {
    const closed: string[] = [];
    const typesetter = (name: string): Typesetter => ({ ...typesetterHere(), close: () => void closed.push(name) });
    await wordFile(aPaper([]), { typesetter: typesetter('done') });
    const pictureOf = (): Promise<never> => Promise.reject(new Error('no such picture'));
    await expect(wordFile(aPaper([photographs(1)]), { pictureOf, typesetter: typesetter('broken') })).rejects.toThrow(
      'no such picture',
    );
    for await (const piece of writeWord(aPaper([]), { pictureOf, typesetter: typesetter('left') })) {
      expect(piece.byteLength).toBeGreaterThan(0);
      break;
    }
    expect(closed).toEqual(['done', 'broken', 'left']);
  });

  it('one who is stopped while it is set hears of the stop, not of the thread', async () => {
    const stop = new AbortController();
    let end: (cause: Error) => void = () => undefined;
    const typesetter: Typesetter = {
      ...typesetterHere(),
      finish: () =>
        new Promise((_, reject) => {
          end = reject;
          stop.abort(new Error('enough'));
        }),
      close: () => {
        end(new Error('The thread ended.'));
      },
    };
    await expect(wordFile(aPaper([]), { typesetter, signal: stop.signal })).rejects.toThrow('enough');
  });
});

describe('a zip', () => {
  it('holds what was put in, whatever it is, and is read again part by part', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/), fc.uint8Array({ maxLength: 2000 })), {
          selector: ([name]) => name,
          maxLength: 8,
        }),
        async (files) => {
          const zip = new ZipWriter();
          const pieces: Uint8Array[] = [];
          for (const [name, bytes] of files) pieces.push(...zip.part(await packedPart(name, bytes)));
          const whole = Buffer.concat([...pieces, zip.end()]);
          expect([...unzipped(whole)]).toEqual(files.map(([name, bytes]) => [name, Buffer.from(bytes)]));
          expect(partsOfZip(whole).map(({ name, size, crc }) => [name, size, crc])).toEqual(
            files.map(([name, bytes]) => [name, bytes.length, crc32(bytes)]),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
