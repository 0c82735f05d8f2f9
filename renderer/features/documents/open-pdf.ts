import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** The size of a page in points, a 72nd of an inch. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A PDF whose pages can be drawn. `close` frees what its worker holds. */
export interface OpenPdf {
  readonly pages: readonly PageSize[];
  /** Draws a page (from 0) so many times its size in points; stopped by the signal, it answers all the same. */
  readonly draw: (page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal) => Promise<void>;
  /**
   * Lays the words of a page (from 0) into an empty element, each where it is drawn, so that they can be chosen and copied.
   * They follow `--total-scale-factor` of the element: how many pixels a point has.
   */
  readonly layWords: (page: number, into: HTMLElement, signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
}

/** Opens a PDF for showing. The older build is meant for the Chromium 114 of the oldest runtime that we serve. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = workerAddress;
  // The worker takes the bytes away from whom it is given them, so it is given a copy.
  const task = getDocument({ data: bytes.slice(), useWasm: false });
  const pdf = await task.promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => sizeOf(pdf, number)));
  return {
    pages,
    draw: (page, canvas, scale, signal) => drawPage(pdf, page + 1, canvas, scale, signal),
    layWords: (page, into, signal) => layWords(pdf, page + 1, into, signal),
    close: () => void task.destroy(),
  };
}

async function sizeOf(pdf: PDFDocumentProxy, number: number): Promise<PageSize> {
  const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
  return { width, height };
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  // Drawn aside and shown when it is whole, so that zooming shows the old picture until the new one is there.
  const aside = document.createElement('canvas');
  let stop = (): void => undefined;
  try {
    const page = await pdf.getPage(number);
    if (signal.aborted) return;
    const viewport = page.getViewport({ scale });
    aside.width = Math.floor(viewport.width);
    aside.height = Math.floor(viewport.height);
    const drawing = page.render({ canvas: aside, viewport });
    stop = () => drawing.cancel();
    signal.addEventListener('abort', stop);
    await drawing.promise;
  } catch (cause) {
    // Nobody waits for this page any more; the file itself may be closed already.
    if (signal.aborted) return;
    throw cause;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  canvas.width = aside.width;
  canvas.height = aside.height;
  canvas.getContext('2d')?.drawImage(aside, 0, 0);
}

async function layWords(pdf: PDFDocumentProxy, number: number, into: HTMLElement, signal: AbortSignal): Promise<void> {
  const { TextLayer } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Laid aside first: what was begun for a page that is gone must not mix with what comes after it.
  const aside = document.createElement('div');
  let stop = (): void => undefined;
  try {
    const page = await pdf.getPage(number);
    if (signal.aborted) return;
    // As they were printed, character for character.
    const textContentSource = page.streamTextContent({ disableNormalization: true });
    const layer = new TextLayer({ textContentSource, container: aside, viewport: page.getViewport({ scale: 1 }) });
    stop = () => layer.cancel();
    signal.addEventListener('abort', stop);
    await layer.render();
  } catch (cause) {
    if (signal.aborted) return;
    throw cause;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  for (const name of ['--min-font-size', 'width', 'height']) {
    into.style.setProperty(name, aside.style.getPropertyValue(name));
  }
  into.replaceChildren(...aside.childNodes);
}
