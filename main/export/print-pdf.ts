import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { openBinder } from './print/binder';
import type { Binder } from './print/binder';
import type { ReadPages } from './print/binder-work';
import type { DocumentFacts } from './print/finish';
import { openHiddenWindow } from './print/hidden-window';
import type { HiddenWindow } from './print/hidden-window';
import { fullestOf } from './print/one-page';
import { pictureScales } from './print/in-page';
import type { ToFillIn } from './print/in-page';
import type { Picture } from './print/scheme';

/** A document whose pages are known only once it is printed. */
export interface PrintableDocument {
  /** The document's HTML. Elements with `data-page-of` stand for the page of the place with that id; they have a fixed width. */
  readonly body: string;
  /** Other bodies of a document that is to be one page, the fullest first: the fullest that is one takes the place of `body`. */
  readonly onOnePage?: readonly (() => string)[];
  /** HTML with a sheet for each page, to be laid over it: the cover, and what stands in the margins of the others. */
  readonly sheets: (pages: number) => string;
  readonly facts: DocumentFacts;
  /** The bytes of a picture, as it was stored; undefined when they are missing. */
  readonly pictureOf: (id: string) => Promise<Picture | undefined>;
}

/** What printing is done with. */
export interface PrintingPlant {
  /** Holds `inter/`, `noto-sans-hk/`, `noto-sans-sc/` and `noto-emoji/`, each with its `.css` and `files/`. */
  readonly fontsFolder: string;
  /** print/binder-thread.ts as it was built. */
  readonly binderFile: string;
}

export interface PrintOptions extends PrintingPlant {
  readonly photographs: keyof typeof pictureScales;
  readonly signal: AbortSignal;
  /** From 0 to 1, never going back. */
  readonly onProgress: (stage: PrintStage, done: number) => void;
  /** How long so many pages may take to print, in ms; by what was measured when it is left out. */
  readonly limitOf?: (pages: number) => number;
}

export type PrintStage = 'laying-out' | 'photographs' | 'printing' | 'numbering';

export interface PrintedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Numbers have a fixed width, so that nothing moves when they are filled in; another print is for what moved all the same. */
const mostPrints = 2;

/**
 * Prints a document in a hidden window: once as a draft, when pages are to be listed, to learn on which its places
 * stand, and again with their numbers filled in. Answers `cancelled` when it is aborted; rejects when printing breaks down,
 * with `TookTooLong` when it finds no end. The window and the thread are gone in any case.
 */
export async function printPdf(document: PrintableDocument, options: PrintOptions): Promise<Result<PrintedDocument>> {
  const { signal, limitOf } = options;
  if (isAborted(signal)) return failed({ code: 'cancelled' });
  const binder = openBinder(options.binderFile);
  const window = openHiddenWindow(signal, limitOf);
  const closeBinder = (): void => {
    binder.close();
  };
  signal.addEventListener('abort', closeBinder, { once: true });
  try {
    return success(await printIn(window, binder, document, options));
  } catch (cause) {
    if (isAborted(signal)) return failed({ code: 'cancelled' });
    throw cause;
  } finally {
    signal.removeEventListener('abort', closeBinder);
    closeBinder();
    window.destroy();
  }
}

async function printIn(
  window: HiddenWindow,
  binder: Binder,
  { body, onOnePage = [], sheets, facts, pictureOf }: PrintableDocument,
  { fontsFolder, photographs, signal, onProgress }: PrintOptions,
): Promise<PrintedDocument> {
  const load = async (html: string, onPicture?: (done: number) => void): Promise<ToFillIn> => {
    const toFillIn = await window.load({ html, fontsFolder, pictureOf });
    const { pictures } = toFillIn;
    for (let index = 0; index < pictures; index += 1) {
      onPicture?.(index / pictures);
      await window.putPictureIn(index, pictureScales[photographs]);
      signal.throwIfAborted();
    }
    if (pictures > 0) await window.layPhotographs();
    return toFillIn;
  };
  onProgress('laying-out', 0.02);
  const isOnePage = async (html: string): Promise<boolean> => {
    await window.load({ html, fontsFolder, pictureOf });
    const { pages } = await binder.read(await window.print('draft'));
    signal.throwIfAborted();
    return pages === 1;
  };
  const chosen = (await fullestOf(onOnePage, isOnePage)) ?? body;
  const { pictures, pageNumbers } = await load(chosen, (done) => {
    onProgress('photographs', 0.1 + done * 0.5);
  });
  const printedFrom = pictures === 0 ? 0.25 : 0.6;
  onProgress('printing', printedFrom);
  let pageOf: ReadonlyMap<string, number> | undefined;
  if (pageNumbers > 0) {
    ({ pageOf } = await binder.read(await window.print('draft')));
    onProgress('printing', printedFrom + (0.85 - printedFrom) * 0.4);
  }
  let { pages, pageOf: found } = await printWhole(window, binder, pageOf);
  for (let prints = 1; pageOf !== undefined && prints < mostPrints && !areSame(found, pageOf); prints += 1) {
    pageOf = found;
    ({ pages, pageOf: found } = await printWhole(window, binder, pageOf));
  }
  onProgress('numbering', 0.85);
  await load(sheets(pages));
  const overlays = await window.print('whole');
  onProgress('numbering', 0.92);
  const pdf = await binder.bind(overlays, facts);
  signal.throwIfAborted();
  onProgress('numbering', 1);
  return { pdf, pages };
}

async function printWhole(
  window: HiddenWindow,
  binder: Binder,
  pageOf: ReadonlyMap<string, number> | undefined,
): Promise<ReadPages> {
  if (pageOf !== undefined) await window.writePages(pageOf);
  return binder.read(await window.print('whole'));
}

/** Asked through a function, because the compiler believes that an answer cannot change meanwhile. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function areSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}
