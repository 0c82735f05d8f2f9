import type { PaperDocument } from '@main/export/document/document';
import { typesetterHere } from '@main/export/write/word/typesetter';
import { writeWord } from '@main/export/write/word/word';
import { unzipped } from './zip';

type WordOptions = Partial<Parameters<typeof writeWord>[1]>;

/** A document as a Word file, whole. */
export async function wordFile(paper: PaperDocument, options: WordOptions = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const usual = { pictureOf: () => Promise.resolve(null), typesetter: typesetterHere() };
  for await (const piece of writeWord(paper, { ...usual, ...options })) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What is in it, by the names of its parts. */
export async function wordParts(paper: PaperDocument, options: WordOptions = {}): Promise<Map<string, Buffer>> {
  return unzipped(await wordFile(paper, options));
}
