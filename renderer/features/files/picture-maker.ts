import { largestThumbnail } from '@shared/ipc/file-channels';

export type Bytes = Uint8Array<ArrayBuffer>;

/** What the worker is given, and what it answers. */
export interface ToMake {
  readonly id: number;
  readonly bytes: Bytes;
  readonly mime: string;
}
export interface Made {
  readonly id: number;
  readonly small: Bytes | null;
}

/** In pixels: as wide as the largest place where a small picture is shown, on a screen of double density. */
const width = 400;

/**
 * A small, upright picture made of a photograph’s bytes; null when they cannot be shown as a picture. It is no work for the
 * window’s own thread: making one of 12 megapixels smaller takes a tenth of a second.
 */
export async function makeSmallPicture(bytes: Bytes, mime: string): Promise<Bytes | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }), {
      resizeWidth: width,
      resizeQuality: 'medium',
      imageOrientation: 'from-image',
    });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const small = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return small.size > largestThumbnail ? null : new Uint8Array(await small.arrayBuffer());
  } catch (cause) {
    // A damaged picture, or one of a kind that Chromium does not know: it is kept all the same.
    if (!(cause instanceof Error)) throw cause;
    return null;
  }
}
