import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { addBookmarks } from './bookmarks';
import { pagesOfDestinations } from './destinations';
import { finish } from './finish';
import type { DocumentFacts } from './finish';

/** What a printed file is asked for, one thing after another. */
export type BinderRequest =
  | { readonly ask: 'read'; readonly pdf: Uint8Array }
  | { readonly ask: 'bind'; readonly sheets: Uint8Array; readonly facts: DocumentFacts };

/** What was found in a printed file: how many pages, and on which of them, from 1, each place stands that a link leads to. */
export interface ReadPages {
  readonly pages: number;
  readonly pageOf: ReadonlyMap<string, number>;
}

export type BinderAnswer = ReadPages | { readonly bound: Uint8Array };

/** Reads printed files and binds the last one with the sheets that are laid over it. */
export class BinderWork {
  #read: PDFDocument | undefined;

  async answer(request: BinderRequest): Promise<BinderAnswer> {
    if (request.ask === 'read') {
      const pdf = await readPdf(request.pdf);
      this.#read = pdf;
      return { pages: pdf.getPageCount(), pageOf: pagesOfDestinations(pdf) };
    }
    if (this.#read === undefined) throw new Error('Nothing has been read that could be bound.');
    const pdf = this.#read;
    addBookmarks(pdf, request.facts.bookmarks);
    return { bound: await finish(pdf, await readPdf(request.sheets), request.facts) };
  }
}

/** Nobody waits for this thread to be free meanwhile, so it reads without pauses. */
function readPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
