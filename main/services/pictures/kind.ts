/** What a picture is by its first bytes; what a name or a browser says of it is not asked. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'bmp' | 'tiff' | 'heic' | 'avif' | 'jxl';

/** The kind's name as a MIME type. */
export const mimeOfPicture: Readonly<Record<PictureKind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
  heic: 'image/heic',
  avif: 'image/avif',
  jxl: 'image/jxl',
};

const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** The kind of picture that these bytes begin; null when it is no picture that is known here. */
export function kindOfPicture(bytes: Uint8Array): PictureKind | null {
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a/.test(text(0, 6))) return 'gif';
  // Cameras' raw files begin like this too, and keep their facts in the same way.
  if (text(0, 4) === 'II*\0' || text(0, 4) === 'MM\0*') return 'tiff';
  if (text(0, 2) === 'BM' && text(6, 10) === '\0\0\0\0') return 'bmp';
  if (text(4, 8) === 'JXL ' || text(0, 2) === '\xff\x0a') return 'jxl';
  if (text(4, 8) !== 'ftyp') return null;
  const brands = [text(8, 12), ...(text(16, 64).match(/.{4}/gs) ?? [])];
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  return heicBrands.has(brands[0] ?? '') ? 'heic' : null;
}
