import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';

/** The page, from 1, of each place that a link within the document leads to, by the place's id. */
export function pagesOfDestinations(pdf: PDFDocument): Map<string, number> {
  const pageOf = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const found = new Map<string, number>();
  for (const [id, destination] of destinationsOf(pdf)) {
    const page = destination.get(0);
    const number = page instanceof PDFRef ? pageOf.get(page.toString()) : undefined;
    if (number !== undefined) found.set(id, number);
  }
  return found;
}

/** Where each place is that a link within the document leads to: `[page /XYZ left top zoom]`, by the place's id. */
export function destinationsOf(pdf: PDFDocument): Map<string, PDFArray> {
  const destinations = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found = new Map<string, PDFArray>();
  for (const [name, value] of destinations?.entries() ?? []) {
    const destination = arrayOf(pdf, value);
    if (destination !== undefined && destination.size() > 0) found.set(name.decodeText(), destination);
  }
  return found;
}

/** A destination is an array, or a dictionary that holds one. */
function arrayOf(pdf: PDFDocument, value: PDFObject): PDFArray | undefined {
  const destination = pdf.context.lookup(value);
  if (destination instanceof PDFArray) return destination;
  const inner = destination instanceof PDFDict ? destination.lookup(PDFName.of('D')) : undefined;
  return inner instanceof PDFArray ? inner : undefined;
}
