import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { pagesOfDestinations } from './print/destinations';
import { finish, readPdf } from './print/finish';
import type { DocumentFacts } from './print/finish';
import { openHiddenWindow } from './print/hidden-window';
import type { HiddenWindow } from './print/hidden-window';
import type { Picture } from './print/scheme';

/** A document whose pages are known only once it is printed. */
export interface PrintableDocument {
  /** The document's HTML when its places (elements with an id that a link leads to) stand on these pages, from 1. */
  readonly body: (pageOf: ReadonlyMap<string, number>) => string;
  /** HTML with a sheet for each page, to be laid over it: the cover, and what stands in the margins of the others. */
  readonly sheets: (pages: number) => string;
  readonly facts: DocumentFacts;
  readonly pictureOf: (id: string) => Promise<Picture | undefined>;
}

export interface PrintOptions {
  /** Holds `inter/`, `noto-sans-hk/` and `noto-sans-sc/`, each with `400.css`, `600.css` and `files/`. */
  readonly fontsFolder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: PrintStage, done: number) => void;
}

export type PrintStage = 'laying-out' | 'printing' | 'numbering';

export interface PrintedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Numbers have a fixed width, so that the second print is the last; one more is for a page that moved all the same. */
const mostPrints = 3;

/**
 * Prints a document in a hidden window: once to learn on which pages its places stand, and again with their numbers
 * filled in. Answers `cancelled` when it is aborted; rejects when printing breaks down. The window is gone in any case.
 */
export async function printPdf(document: PrintableDocument, options: PrintOptions): Promise<Result<PrintedDocument>> {
  const { signal } = options;
  if (isAborted(signal)) return failed({ code: 'cancelled' });
  const window = openHiddenWindow(signal);
  try {
    return success(await printIn(window, document, options));
  } catch (cause) {
    if (isAborted(signal)) return failed({ code: 'cancelled' });
    throw cause;
  } finally {
    window.destroy();
  }
}

async function printIn(
  window: HiddenWindow,
  { body, sheets, facts, pictureOf }: PrintableDocument,
  { fontsFolder, signal, onProgress }: PrintOptions,
): Promise<PrintedDocument> {
  const print = (html: string, onLoaded?: () => void): Promise<Uint8Array> =>
    window.print({ html, fontsFolder, pictureOf }, onLoaded);

  onProgress('laying-out', 0.1);
  let pageOf: ReadonlyMap<string, number> = new Map();
  let pdf = await readPdf(
    await print(body(pageOf), () => {
      onProgress('printing', 0.3);
    }),
  );
  onProgress('numbering', 0.55);
  for (let prints = 1; prints < mostPrints; prints += 1) {
    const found = pagesOfDestinations(pdf);
    if (areSame(found, pageOf)) break;
    pageOf = found;
    pdf = await readPdf(await print(body(pageOf)));
  }
  onProgress('numbering', 0.85);
  const pages = pdf.getPageCount();
  const overlays = await readPdf(await print(sheets(pages)));
  onProgress('numbering', 0.95);
  const bytes = await finish(pdf, overlays, facts);
  signal.throwIfAborted();
  onProgress('numbering', 1);
  return { pdf: bytes, pages };
}

/** Asked through a function, because the compiler believes that an answer cannot change meanwhile. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function areSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}
