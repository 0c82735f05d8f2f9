import type { Attachment } from './schema';

/** What is known of a file before it is a record of the store. */
type FileKind = Pick<Attachment, 'mime'>;

/** Kinds of picture that Chromium decodes by itself and that cannot carry a script. */
const pictureKinds: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
]);

/** A picture that the window shows and the report prints; every other file is only named. */
export function isPicture({ mime }: FileKind): boolean {
  return pictureKinds.has(mime.toLowerCase());
}

/** A photograph of a kind that cannot be shown here (HEIC, TIFF, raw files): it is kept, and other programs show it. */
export function isUnshownPicture(file: FileKind): boolean {
  return /^image\/(?!svg)/i.test(file.mime) && !isPicture(file);
}
