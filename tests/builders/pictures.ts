import { crc32 } from '@main/services/pictures/crc32';

/** One entry of an EXIF directory: a text, a number of 16 bits, or another directory. */
type Value = string | number | readonly Tag[];
type Tag = readonly [tag: number, value: Value];

export const latitude = 'N-22-19-09-SECRET';
/** What a camera's maker notes in a way of its own; some name the city. */
export const makerNote = 'PRIVATE-CITY-KOWLOON';

interface PhoneFacts {
  readonly hasPlace?: boolean;
  readonly offset?: string | null;
  readonly orientation?: number;
}

/** What a telephone writes: how it was turned, when, and where. */
export function phoneTags({ hasPlace = true, offset = '+08:00', orientation = 6 }: PhoneFacts = {}): Tag[] {
  const taken: Tag[] = [[0x9003, '2026:03:02 09:15:30']];
  if (offset !== null) taken.push([0x9011, offset]);
  return [
    [0x0112, orientation],
    [0x8769, taken],
    ...(hasPlace
      ? [
          [
            0x8825,
            [
              [0x0001, 'N'],
              [0x0002, latitude],
            ],
          ] as const,
        ]
      : []),
    // Something behind the place, which must stay.
    [0x8830, 7],
  ];
}

/** A TIFF block in either byte order. */
export function exifBlock(tags: readonly Tag[], isLittle = true): Buffer {
  const pieces: Buffer[] = [];
  let length = 8;
  const u16 = (value: number): Buffer => {
    const bytes = Buffer.alloc(2);
    if (isLittle) bytes.writeUInt16LE(value);
    else bytes.writeUInt16BE(value);
    return bytes;
  };
  const u32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    if (isLittle) bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  };
  /** Puts a directory down and answers where. */
  const directory = (all: readonly Tag[]): number => {
    const at = length;
    length += 2 + all.length * 12 + 4;
    const place = pieces.push(Buffer.alloc(0)) - 1;
    const entries = all.map(([tag, value]) => {
      if (typeof value === 'number') return Buffer.concat([u16(tag), u16(3), u32(1), u16(value), u16(0)]);
      if (typeof value !== 'string') return Buffer.concat([u16(tag), u16(4), u32(1), u32(directory(value))]);
      const text = Buffer.from(`${value}\0`, 'latin1');
      if (text.length <= 4)
        return Buffer.concat([u16(tag), u16(2), u32(text.length), text, Buffer.alloc(4 - text.length)]);
      const there = length;
      length += text.length;
      pieces.push(text);
      return Buffer.concat([u16(tag), u16(2), u32(text.length), u32(there)]);
    });
    pieces[place] = Buffer.concat([u16(all.length), ...entries, u32(0)]);
    return at;
  };
  directory(tags);
  return Buffer.concat([Buffer.from(isLittle ? 'II' : 'MM'), u16(42), u32(8), ...pieces]);
}

const pixels = Buffer.from('pixels that must stay as they are');

function jpegSegment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A JPEG in its structure, whose pixels are a few words. */
export function aJpeg({
  exif,
  xmp,
  iptc,
  trailer,
}: { exif?: Buffer; xmp?: string; iptc?: Buffer; trailer?: Buffer } = {}): Buffer {
  const segments: Buffer[] = [];
  if (exif) segments.push(jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif])));
  if (xmp !== undefined) segments.push(jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`)));
  if (iptc) {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(iptc.length);
    const block = Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), size, iptc]);
    segments.push(jpegSegment(0xed, block));
  }
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    jpegSegment(0xda, Buffer.alloc(0)),
    pixels,
    Buffer.from([0xff, 0xd9]),
    trailer ?? Buffer.alloc(0),
  ]);
}

export function pngChunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

export function aPng(...chunks: Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', Buffer.alloc(13)),
    ...chunks,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function aWebp(exif: Buffer): Buffer {
  const chunk = (name: string, content: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(content.length);
    return Buffer.concat([Buffer.from(name), size, content, Buffer.alloc(content.length % 2)]);
  };
  const inside = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', Buffer.alloc(10)),
    chunk('VP8 ', pixels),
    chunk('EXIF', exif),
  ]);
  return chunk('RIFF', inside);
}

/** A HEIC in its beginning; its EXIF stands among the pixels, as Apple writes it. */
export function aHeic(exif?: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), pixels];
  if (exif) parts.push(Buffer.from('\0\0\0\x06Exif\0\0', 'latin1'), exif);
  return Buffer.concat([...parts, pixels]);
}

/** The words that a picture of these builders must still hold, whatever was taken out of it. */
export const pixelWords = pixels.toString('latin1');
