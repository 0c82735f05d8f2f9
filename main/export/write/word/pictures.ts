import { ImageRun } from 'docx';
import { everyBlock } from './every-block';
import type { WordPaper } from './word-paper';

/** A picture that is scaled already. */
export interface Picture extends PictureShape {
  readonly bytes: Uint8Array;
}

interface PictureShape {
  readonly type: 'jpg' | 'png';
  /** In pixels, by which its shape is known. */
  readonly width: number;
  readonly height: number;
}

/** A picture that lies in the file already: pages are laid out by its shape alone. */
export interface PlacedPicture extends PictureShape {
  /** Of its file, among the pictures. */
  readonly name: string;
}

/** Gives a photograph or a letterhead by its attachment; null for one that cannot be shown. */
export type PictureOf = (attachmentId: string) => Promise<Picture | null>;

/** Every attachment that a document shows, each once. */
export function picturesIn({ cover, letterhead, sections }: WordPaper): string[] {
  const ids = sections
    .flatMap(({ blocks }) => everyBlock(blocks))
    .flatMap((block) => (block.kind === 'photographs' ? block.photographs : []))
    .map(({ attachmentId }) => attachmentId);
  return [...new Set([cover?.pictureId, letterhead?.pictureId, ...ids].filter((id) => typeof id === 'string'))];
}

/** A picture in the line, as large as fits; sizes in twentieths of a point. Its name stands where its bytes would. */
export function pictureRun(
  picture: PlacedPicture,
  description: string,
  most: { width: number; height: number },
): ImageRun {
  const scale = Math.min(most.width / picture.width, most.height / picture.height);
  // Word's pixels: 96 to the inch.
  const pixels = (side: number): number => Math.max(1, Math.round((side * scale) / 15));
  return new ImageRun({
    type: picture.type,
    data: Buffer.from(picture.name),
    transformation: { width: pixels(picture.width), height: pixels(picture.height) },
    altText: { name: description, description },
  });
}
