import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crc32 } from '@main/services/pictures/crc32';
import { kindOfPicture } from '@main/services/pictures/kind';
import { placeInOther, readPicture } from '@main/services/pictures/place';
import { namesPlace, withoutXmpPlace } from '@main/services/pictures/xmp';
import {
  aHeic,
  aJpeg,
  aPng,
  aWebp,
  exifBlock,
  latitude,
  makerNote,
  phoneTags,
  pixelWords,
  pngChunk,
} from '../../../../builders/pictures';

const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description exif:GPSLatitude="22,19.1N" photoshop:City="Kowloon" ' +
  'tiff:Orientation="6"><Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li>Harbour</rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>' +
  '<dc:title>The gate</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>';
const iptc = Buffer.from('\x1c\x02\x5a\x00\x07Kowloon\x1c\x02\x78\x00\x08The gate', 'latin1');

function read(picture: Uint8Array, isPlaceKept = false) {
  const bytes = Uint8Array.from(picture);
  const kind = kindOfPicture(bytes);
  if (kind === null) throw new Error('The builder made no picture');
  const answer = readPicture(bytes, kind, isPlaceKept);
  return { ...answer, text: Buffer.from(answer.bytes).toString('latin1') };
}

describe('the place in a photograph', () => {
  it.each([
    ['a JPEG', aJpeg({ exif: exifBlock(phoneTags()) })],
    ['a JPEG of the other byte order', aJpeg({ exif: exifBlock(phoneTags(), false) })],
    ['the second picture within a JPEG', aJpeg({ trailer: aJpeg({ exif: exifBlock(phoneTags()) }) })],
    ['a PNG', aPng(pngChunk('eXIf', exifBlock(phoneTags())))],
    ['a WebP', aWebp(exifBlock(phoneTags()))],
    ['a TIFF', exifBlock(phoneTags())],
    ['a HEIC', aHeic(exifBlock(phoneTags(), false))],
  ])('is taken out of %s; when it was taken and how it is turned stay', (_name, picture) => {
    expect(picture.includes(latitude)).toBe(true);
    const { place, takenAt, offset, orientation, text, bytes } = read(picture);
    expect(place).toBe('removed');
    expect(text).not.toContain(latitude);
    expect({ takenAt, offset, orientation }).toEqual({
      takenAt: '2026:03:02 09:15:30',
      offset: '+08:00',
      orientation: 6,
    });
    // Nothing has moved, and a second look finds nothing any more.
    expect(bytes).toHaveLength(picture.length);
    expect(read(bytes)).toMatchObject({ place: 'none', takenAt, orientation });
  });

  it('leaves the pixels and every other byte of the file as they are', () => {
    const picture = aJpeg({
      exif: exifBlock(phoneTags({ hasPlace: false })),
      xmp: '<x:xmpmeta><dc:title/></x:xmpmeta>',
    });
    expect(Buffer.from(read(picture).bytes).equals(picture)).toBe(true);
    expect(read(aJpeg({ exif: exifBlock(phoneTags()), xmp, iptc })).text).toContain(pixelWords);
  });

  it('is taken out of XMP and IPTC, with the other words left', () => {
    const { place, text } = read(aJpeg({ xmp, iptc }));
    expect(place).toBe('removed');
    for (const word of ['22,19.1N', 'Kowloon', 'Harbour', 'GPSLatitude', 'LocationShown'])
      expect(text).not.toContain(word);
    expect(text).toContain('tiff:Orientation="6"');
    expect(text).toContain('<dc:title>The gate</dc:title>');
    expect(text.match(/The gate/g)).toHaveLength(2);
  });

  it('stays where the person wants it, and is said to', () => {
    const picture = aJpeg({ exif: exifBlock(phoneTags()), xmp, iptc });
    const { place, bytes } = read(picture, true);
    expect(place).toBe('kept');
    expect(Buffer.from(bytes).equals(picture)).toBe(true);
  });

  it('goes with a chunk of a PNG that is packed, and the check sums are right', () => {
    const packed = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1'), deflateSync(xmp)]);
    const readable = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), Buffer.from(xmp)]);
    const picture = aPng(
      pngChunk('iTXt', packed),
      pngChunk('iTXt', readable),
      pngChunk('zTXt', Buffer.from('Raw profile type exif\0\0packed', 'latin1')),
      pngChunk('tEXt', Buffer.from('Title\0The gate', 'latin1')),
      pngChunk('eXIf', exifBlock(phoneTags())),
    );
    const { place, bytes, text } = read(picture);
    expect(place).toBe('removed');
    expect(text).not.toMatch(/Kowloon|Raw profile|SECRET/);
    expect(text).toContain('Title\0The gate');
    const file = Buffer.from(bytes);
    for (let at = 8; at < file.length;) {
      const end = at + 8 + file.readUInt32BE(at);
      expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
      at = end + 4;
    }
  });

  it('is emptied out of the film of a photograph that moves', () => {
    const trailer = Buffer.from('\0\0\0\x1a\xa9xyz\0\x12\x15\xc7+22.3193+114.1694/', 'latin1');
    const { place, text } = read(aJpeg({ trailer }));
    expect(place).toBe('removed');
    expect(text).toContain('+00.0000+000.0000/');
  });

  it('may remain in a HEIC that keeps what it tells in another way, which is said', () => {
    expect(read(aHeic()).place).toBe('may-remain');
    expect(read(aHeic(exifBlock(phoneTags({ hasPlace: false })))).place).toBe('none');
  });

  it('may remain where the directories do not hold together', () => {
    const cut = aJpeg({ exif: exifBlock(phoneTags()).subarray(0, 40) }).subarray(0, 60);
    expect(read(cut).place).toBe('may-remain');
  });
});

describe('what a camera’s maker notes', () => {
  const noted = exifBlock([
    [
      0x8769,
      [
        [0x927c, makerNote],
        [0x9003, '2026:03:02 09:15:30'],
      ],
    ],
  ]);

  it.each([
    ['a JPEG', aJpeg({ exif: noted })],
    ['a PNG', aPng(pngChunk('eXIf', noted))],
    ['a WebP', aWebp(noted)],
    ['a HEIC', aHeic(noted)],
  ])('goes from %s with the place, and stays where the place is kept', (_name, picture) => {
    const clean = read(picture);
    expect(clean.text).not.toContain(makerNote);
    expect(clean.bytes).toHaveLength(picture.length);
    expect(clean).toMatchObject({ place: 'none', takenAt: '2026:03:02 09:15:30' });
    expect(read(picture, true).text).toContain(makerNote);
  });

  it('stays in a raw file, which cannot be developed without it, and a place may remain there', () => {
    expect(read(noted)).toMatchObject({ place: 'may-remain' });
    expect(read(noted).text).toContain(makerNote);
  });
});

describe('the pixels of a JPEG', () => {
  it('stay to the last bit, wherever its EXIF says that a value stands', () => {
    const block = exifBlock([...phoneTags(), [0x927c, makerNote]]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(block.length - 9), fc.nat(255)), { maxLength: 8 }), (flips) => {
        const exif = Buffer.from(block);
        for (const [at, value] of flips) exif[8 + at] = value;
        const picture = aJpeg({ exif });
        const from = picture.length - pixelWords.length - 2;
        expect(Buffer.from(read(picture).bytes).subarray(from).equals(picture.subarray(from))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what a picture signs for', () => {
  it('is left whole, and said to tell the place', () => {
    const trailer = Buffer.from('jumb stds.exif {"exif:GPSLatitude":"22,19.1N"}');
    expect(read(aJpeg({ trailer })).place).toBe('may-remain');
  });
});

describe('a file that is no picture', () => {
  it.each([
    ['a film', Buffer.from('\0\0\0\x18ftypmp42')],
    ['a film of another kind', Buffer.from('\x1a\x45\xdf\xa3matroska', 'latin1')],
    [
      'a document with a photograph in it',
      Buffer.concat([Buffer.from('%PDF-1.7 '), aJpeg({ exif: exifBlock(phoneTags()) })]),
    ],
    ['a document whose XMP names a place', Buffer.from(`%PDF-1.7 ${xmp}`)],
  ])('may tell a place: %s, whose bytes stay', (_name, file) => {
    const bytes = Uint8Array.from(file);
    expect(placeInOther(bytes)).toBe('may-remain');
    expect(Buffer.from(bytes).equals(file)).toBe(true);
  });

  it('tells none where there is none: a document with a photograph without it', () => {
    const photograph = aJpeg({ exif: exifBlock(phoneTags({ hasPlace: false })) });
    expect(placeInOther(Buffer.concat([Buffer.from('%PDF-1.7 '), photograph]))).toBe('none');
  });

  it('is never changed, and never stops the adding, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const before = Uint8Array.from(bytes);
        placeInOther(bytes);
        expect(bytes).toEqual(before);
      }),
    );
  });
});

describe('a hostile picture', () => {
  const pictures = [
    aJpeg({
      exif: exifBlock([...phoneTags(), [0x927c, makerNote]]),
      xmp,
      iptc,
      trailer: aJpeg({ exif: exifBlock(phoneTags(), false) }),
    }),
    aPng(pngChunk('eXIf', exifBlock(phoneTags())), pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`))),
    aWebp(exifBlock(phoneTags())),
    aHeic(exifBlock(phoneTags())),
    exifBlock(phoneTags()),
  ];

  it('never throws and never gets longer, whatever is flipped in it or cut off', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pictures),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.nat(),
        fc.boolean(),
        (picture, flips, cut, isCut) => {
          const bytes = Uint8Array.from(isCut ? picture.subarray(0, 12 + (cut % picture.length)) : picture);
          for (const [at, value] of flips) bytes[12 + (at % Math.max(1, bytes.length - 12))] = value;
          const kind = kindOfPicture(bytes);
          if (kind === null) return;
          expect(readPicture(bytes, kind, false).bytes.length).toBeLessThanOrEqual(bytes.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('whose directories lead to each other comes to an end', () => {
    const block = exifBlock(phoneTags());
    // The directory of the camera's facts is the first one again, and so is the place's.
    for (let at = 10; at + 12 < block.length; at += 12) {
      if ([0x8769, 0x8825].includes(block.readUInt16LE(at))) block.writeUInt32LE(8, at + 8);
    }
    expect(read(aJpeg({ exif: block })).orientation).toBe(6);
  });

  it('that says the same a million times is not believed to be read', () => {
    const many = Buffer.from('Exif\0\0II*\0'.repeat(5000), 'latin1');
    expect(read(aJpeg({ trailer: many })).place).toBe('may-remain');
  });
});

describe('XMP', () => {
  it('is as long as before and names no place, however it is written', () => {
    const names = fc.constantFrom('exif:GPSLatitude', 'photoshop:City', 'dc:title', 'geo:lat', 'tiff:Make');
    const part = fc.oneof(
      names.map((name) => `<${name}>words</${name}>`),
      names.map((name) => ` ${name}="words"`),
      names.map((name) => `<${name}>`),
      names.map((name) => `</${name}>`),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const packet = parts.join('');
        const clean = withoutXmpPlace(packet);
        expect(clean).toHaveLength(packet.length);
        expect(namesPlace(clean)).toBe(false);
      }),
    );
  });
});
