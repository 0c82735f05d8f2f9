import type { PaperDocument } from '../../document/document';
import { picturesIn } from './pictures';
import type { PictureOf, PlacedPicture } from './pictures';
import type { Typesetter } from './typesetter';
import { wordPaper } from './word-paper';
import { packedPart, ZipWriter } from './zip';

interface WordOptions {
  readonly pictureOf: PictureOf;
  /** Is closed at the end, whichever it is. */
  readonly typesetter: Typesetter;
  readonly signal?: AbortSignal;
  /** How many of the pictures are in. */
  readonly onPicture?: (done: number, all: number) => void;
}

/**
 * A document as a Word file that can be edited on, piece by piece: each picture is in it before the next is asked for, so
 * that none but one is held. It throws the signal's reason when it is stopped.
 */
export async function* writeWord(document: PaperDocument, options: WordOptions): AsyncGenerator<Uint8Array, void> {
  const { pictureOf, typesetter, signal, onPicture } = options;
  const stop = (): void => {
    typesetter.close();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    const zip = new ZipWriter();
    const paper = wordPaper(document);
    for (const part of await typesetter.begin(paper)) yield* zip.part(part);
    const ids = picturesIn(paper);
    const placed = new Map<string, PlacedPicture>();
    for (const [at, id] of ids.entries()) {
      signal?.throwIfAborted();
      const picture = await pictureOf(id);
      if (picture !== null) {
        const { bytes, ...shape } = picture;
        const name = `picture${String(placed.size + 1)}.${shape.type}`;
        yield* zip.part(await packedPart(`word/media/${name}`, bytes, 0));
        placed.set(id, { ...shape, name });
      }
      onPicture?.(at + 1, ids.length);
    }
    signal?.throwIfAborted();
    for (const part of await typesetter.finish(placed)) yield* zip.part(part);
    yield zip.end();
  } catch (cause) {
    // A thread that was stopped says so in words of its own.
    signal?.throwIfAborted();
    throw cause;
  } finally {
    signal?.removeEventListener('abort', stop);
    typesetter.close();
  }
}
