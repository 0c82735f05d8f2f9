import type { Attachment } from '@shared/domain/attachment/schema';

/** The kinds that the window shows by itself; every other file is only named. */
const shownKinds: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
]);

export function isPicture({ mime }: Pick<Attachment, 'mime'>): boolean {
  return shownKinds.has(mime.toLowerCase());
}

/** A photograph of a kind that the window cannot show (HEIC, TIFF, raw files): it is kept, and other programs show it. */
export function isUnshownPicture(file: Pick<Attachment, 'mime'>): boolean {
  return /^image\/(?!svg)/i.test(file.mime) && !isPicture(file);
}

/** Where the window finds the bytes of a file, by the attachment's id. */
export function fileAddress(attachmentId: string): string {
  return `app://files/${attachmentId}`;
}
