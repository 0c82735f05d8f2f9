import type { ExifFacts } from './exif';
import { takeExif } from './findings';
import type { Findings } from './findings';
import { withoutIptcPlace } from './iptc';
import type { PictureKind } from './kind';
import { withoutPngPlace } from './png';
import { namesPlace, withoutXmpPlace } from './xmp';

/**
 * What became of the place where a picture was taken. `none`: it did not tell one. `may-remain`: its kind keeps such
 * things in a way that cannot be read here, or does not hold together.
 */
export type PlaceOutcome = 'none' | 'removed' | 'kept' | 'may-remain';

export interface PictureRead extends ExifFacts {
  readonly bytes: Uint8Array;
  readonly place: PlaceOutcome;
}

/** Kinds in which a place may stand where nothing of the sort is seen. */
const opaqueKinds: ReadonlySet<PictureKind> = new Set(['heic', 'avif', 'jxl']);
/** EXIF is no longer than a segment of a JPEG, wherever it stands. */
const longestExif = 0x10000;
const longestIptc = 1 << 20;
/** A photograph has a handful of each; one with a map of depths has a hundred pieces of XMP. */
const mostBlocks = 512;

/**
 * Reads when a picture was taken and how it is turned and, unless told to keep it, takes out where: from its EXIF, its XMP
 * and its IPTC records, also of the pictures within it. The picture itself stays as it is to the last bit. The bytes that
 * are given may be changed. Never throws, whatever they are.
 */
export function readPicture(given: Uint8Array, kind: PictureKind, isPlaceKept: boolean): PictureRead {
  const found = nothingFound();
  const isRemoved = !isPlaceKept;
  let bytes = given;
  if (kind === 'png') bytes = withoutPngPlace(given, found, isRemoved);
  else lookThrough(given, kind, found, isRemoved);
  return { bytes, ...found.facts, place: outcomeOf(found, kind, isPlaceKept) };
}

function nothingFound(): Findings {
  return {
    facts: { takenAt: null, offset: null, orientation: null },
    hasExif: false,
    hasPlace: false,
    isUnsure: false,
  };
}

function outcomeOf(found: Findings, kind: PictureKind, isPlaceKept: boolean): PlaceOutcome {
  if (found.hasPlace && isPlaceKept) return 'kept';
  if (found.isUnsure) return 'may-remain';
  if (found.hasPlace) return 'removed';
  return opaqueKinds.has(kind) && !found.hasExif ? 'may-remain' : 'none';
}

/**
 * Looks for such blocks by how they begin, wherever they stand: a photograph may hold a second one behind its end, and a
 * HEIC keeps its EXIF somewhere among its pixels.
 */
function lookThrough(bytes: Uint8Array, kind: PictureKind | null, found: Findings, isRemoved: boolean): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A raw file cannot be developed without the notes of its camera's maker.
  const removal = !isRemoved ? 'none' : kind === 'tiff' ? 'except-notes' : 'all';
  if (kind === 'tiff') takeExif(file, found, removal);
  for (const [from, to] of exifBlocks(file, found)) takeExif(file.subarray(from, to), found, removal);
  for (const [from, to] of xmpPackets(file, found)) {
    const packet = file.toString('latin1', from, to);
    if (!namesPlace(packet)) continue;
    found.hasPlace = true;
    if (isRemoved) file.write(withoutXmpPlace(packet), from, 'latin1');
  }
  for (const [from, to] of extendedXmp(file, found)) {
    if (!namesPlace(file.toString('latin1', from, to))) continue;
    found.hasPlace = true;
    if (isRemoved) file.subarray(from, to).fill(0x20);
  }
  for (const [from, to] of iptcBlocks(file, found)) {
    if (withoutIptcPlace(file.subarray(from, to), isRemoved)) found.hasPlace = true;
  }
  for (const [from, to] of filmedPlaces(file, found)) {
    found.hasPlace = true;
    if (isRemoved) file.subarray(from, to).fill('0');
  }
  // Said elsewhere, say in the credentials that newer cameras sign: those cannot be changed without breaking them.
  if (isRemoved && file.includes('GPSLatitude')) found.isUnsure = true;
}

/**
 * What a file that is no picture known here tells of a place, as it stands: films and cameras' raw files may always, a
 * document where a photograph within it does.
 */
export function placeInOther(given: Uint8Array): 'none' | 'may-remain' {
  const file = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (filmBeginnings.some(([at, beginning]) => file.toString('latin1', at, at + beginning.length) === beginning)) {
    return 'may-remain';
  }
  const found = nothingFound();
  lookThrough(given, null, found, false);
  return found.hasPlace || file.includes('GPSLatitude') ? 'may-remain' : 'none';
}

/** Films (MP4, Matroska, AVI), and raw files of Fujifilm, Panasonic and Olympus. */
const filmBeginnings: readonly (readonly [at: number, beginning: string])[] = [
  [4, 'ftyp'],
  [4, 'moov'],
  [0, '\x1a\x45\xdf\xa3'],
  [8, 'AVI '],
  [0, 'FUJIFILM'],
  [0, 'IIU\0'],
  [0, 'IIRO'],
  [0, 'MMOR'],
];

const byteOrders = [Buffer.from('II*\0'), Buffer.from('MM\0*')];
/** The byte order with the usual place of the first directory; without a name before it, only this is sure enough. */
const usualBeginnings = [Buffer.from('II*\0\x08\0\0\0'), Buffer.from('MM\0*\0\0\0\x08')];

function* exifBlocks(file: Buffer, found: Findings): Generator<[number, number]> {
  const done = new Set<number>();
  const begins = (at: number): boolean => byteOrders.some((order) => file.subarray(at, at + 4).equals(order));
  for (const at of placesOf(file, found, Buffer.from('Exif\0\0'))) {
    if (!begins(at + 6)) continue;
    done.add(at + 6);
    yield [at + 6, endOfSegment(file, at) ?? at + 6 + longestExif];
  }
  // A WebP's chunk, and the names of a HEIC's items, may do without.
  for (const at of placesOf(file, found, Buffer.from('EXIF'))) {
    if (!begins(at + 8)) continue;
    done.add(at + 8);
    yield [at + 8, at + 8 + Math.min(file.readUInt32LE(at + 4), longestExif)];
  }
  for (const beginning of usualBeginnings) {
    for (const at of placesOf(file, found, beginning)) if (!done.has(at)) yield [at, at + longestExif];
  }
}

/** Where the segment of a JPEG ends whose content begins here: what lies behind it are other segments, or pixels. */
function endOfSegment(file: Buffer, contentAt: number): number | null {
  if (contentAt < 4 || file.readUInt16BE(contentAt - 4) !== 0xffe1) return null;
  return contentAt - 2 + file.readUInt16BE(contentAt - 2);
}

/** From the opening of XMP to its end; a packet that is cut off goes to the end of the file. */
function* xmpPackets(file: Buffer, found: Findings): Generator<[number, number]> {
  for (const [open, close] of [
    ['<x:xmpmeta', '</x:xmpmeta>'],
    ['<rdf:RDF', '</rdf:RDF>'],
  ] as const) {
    let done = 0;
    for (const at of placesOf(file, found, Buffer.from(open))) {
      if (at < done) continue;
      const end = file.indexOf(close, at);
      done = end === -1 ? Math.min(file.length, at + longestExif) : end + close.length;
      yield [at, done];
    }
  }
}

/** The pieces of XMP that was too long for one segment of a JPEG; each may begin and end anywhere in it. */
function* extendedXmp(file: Buffer, found: Findings): Generator<[number, number]> {
  const name = Buffer.from('http://ns.adobe.com/xmp/extension/\0');
  for (const at of placesOf(file, found, name)) {
    const segment = at - 2;
    if (segment < 0) continue;
    // The name is followed by a digest, the whole length and the place of this piece.
    yield [at + name.length + 40, Math.min(segment + file.readUInt16BE(segment), file.length)];
  }
}

/** Photoshop's blocks of IPTC records, in a JPEG and in a TIFF. */
function* iptcBlocks(file: Buffer, found: Findings): Generator<[number, number]> {
  for (const at of placesOf(file, found, Buffer.from('8BIM\x04\x04'))) {
    const nameLength = file[at + 6];
    if (nameLength === undefined) continue;
    // The name is padded to an even length together with the byte that says how long it is.
    const sizeAt = at + 6 + nameLength + 1 + ((nameLength + 1) % 2);
    if (sizeAt + 4 > file.length) continue;
    yield [sizeAt + 4, Math.min(sizeAt + 4 + Math.min(file.readUInt32BE(sizeAt), longestIptc), file.length)];
  }
}

/** Where the film of a photograph that moves says where it was taken (`+22.3193+114.1694/`), without the signs. */
function* filmedPlaces(file: Buffer, found: Findings): Generator<[number, number]> {
  for (const at of placesOf(file, found, Buffer.from([0xa9, 0x78, 0x79, 0x7a]))) {
    const text = file.toString('latin1', at + 8, at + 8 + 64);
    const place = /^[+-]\d[\d.]*[+-]\d[\d.]*(?:[+-]\d[\d.]*)?/.exec(text)?.[0];
    if (place !== undefined && /[1-9]/.test(place)) yield* digitsIn(place, at + 8);
  }
}

function* digitsIn(text: string, from: number): Generator<[number, number]> {
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) yield [from + index, from + index + digits.length];
}

/** Where something stands in a file; a hostile one may say it a million times, and is not believed to be read then. */
function* placesOf(file: Buffer, found: Findings, sought: Buffer): Generator<number> {
  let count = 0;
  for (let at = file.indexOf(sought); at !== -1; at = file.indexOf(sought, at + 1)) {
    count += 1;
    if (count > mostBlocks) {
      found.isUnsure = true;
      return;
    }
    yield at;
  }
}
