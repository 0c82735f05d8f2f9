import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';

/** The page, from 1, of each place that a link within the document leads to, by the place's id. */
export function pagesOfDestinations(pdf: PDFDocument): Map<string, number> {
  const pageOf = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const destinations = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found = new Map<string, number>();
  for (const [name, value] of destinations?.entries() ?? []) {
    const page = firstOf(pdf, value);
    const number = page instanceof PDFRef ? pageOf.get(page.toString()) : undefined;
    if (number !== undefined) found.set(name.decodeText(), number);
  }
  return found;
}

/** A destination is `[page /XYZ left top zoom]`, or a dictionary that holds one. */
function firstOf(pdf: PDFDocument, value: PDFObject): PDFObject | undefined {
  const destination = pdf.context.lookup(value);
  if (destination instanceof PDFArray) return destination.size() > 0 ? destination.get(0) : undefined;
  const inner = destination instanceof PDFDict ? destination.lookup(PDFName.of('D')) : undefined;
  return inner instanceof PDFArray ? inner.get(0) : undefined;
}
