import { crc32 } from './crc32';
import { takeExif } from './findings';
import type { Findings } from './findings';
import { namesPlace, withoutXmpPlace } from './xmp';

const signatureLength = 8;
const xmpKeyword = 'XML:com.adobe.xmp';

interface Chunk {
  readonly type: string;
  readonly at: number;
  /** Of what it holds. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/**
 * A PNG whose text, XMP and EXIF chunks tell no place. Chunks that cannot be read here and may tell one (they are packed,
 * or hold another program's EXIF in hexadecimal) are left out; the pixels' chunks are not touched.
 */
export function withoutPngPlace(png: Uint8Array, found: Findings, isRemoved: boolean): Uint8Array {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const left: Chunk[] = [];
  for (const chunk of chunksOf(file, found)) {
    if (chunk.type === 'eXIf') {
      takeExif(file.subarray(chunk.from, chunk.to), found, isRemoved ? 'all' : 'none');
      if (isRemoved) seal(file, chunk);
    } else if (/^[tiz][TE][Xx][Tt]$/.test(chunk.type) && !isHarmlessText(file, chunk)) {
      found.hasPlace = true;
      if (isRemoved && !cleanedXmp(file, chunk)) left.push(chunk);
    }
  }
  if (left.length === 0) return png;
  const pieces: Buffer[] = [];
  let from = 0;
  for (const chunk of left) {
    pieces.push(file.subarray(from, chunk.at));
    from = chunk.end;
  }
  return Buffer.concat([...pieces, file.subarray(from)]);
}

function* chunksOf(file: Buffer, found: Findings): Generator<Chunk> {
  let at = signatureLength;
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at);
    const chunk = {
      type: file.toString('latin1', at + 4, at + 8),
      at,
      from: at + 8,
      to: at + 8 + length,
      end: at + 12 + length,
    };
    if (chunk.end > file.length) {
      // Cut off, or no chunk at all: nobody can say what it tells.
      found.isUnsure = true;
      return;
    }
    yield chunk;
    if (chunk.type === 'IEND') return;
    at = chunk.end;
  }
}

/** Whether a text chunk is readable as it stands and says nothing of a place. */
function isHarmlessText(file: Buffer, { type, from, to }: Chunk): boolean {
  const text = file.toString('latin1', from, to);
  const keyword = text.split('\0', 1)[0] ?? '';
  if (/^raw profile type|gps|location|latitude|longitude|city|country/i.test(keyword)) return false;
  if (type === 'tEXt') return !namesPlace(text);
  if (keyword !== xmpKeyword) return true;
  const isPacked = type === 'zTXt' || text.charCodeAt(keyword.length + 1) !== 0;
  return !isPacked && !namesPlace(text);
}

/** Takes the place out of readable XMP; false when it cannot be read here. */
function cleanedXmp(file: Buffer, chunk: Chunk): boolean {
  const text = file.toString('latin1', chunk.from, chunk.to);
  if (chunk.type !== 'iTXt' || !text.startsWith(`${xmpKeyword}\0\0`)) return false;
  const begins = text.indexOf('<');
  if (begins === -1) return false;
  file.write(withoutXmpPlace(text.slice(begins)), chunk.from + begins, 'latin1');
  seal(file, chunk);
  return true;
}

/** Puts the check sum behind a chunk right. */
function seal(file: Buffer, { at, to }: Chunk): void {
  file.writeUInt32BE(crc32(file.subarray(at + 4, to)), to);
}
