import { describe, expect, it } from '@jest/globals';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { pagesOfDestinations } from '@main/export/print/destinations';

async function aPdf(pages: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage();
  return pdf;
}

describe('finding the pages of destinations', () => {
  it('gives the page of each named destination, direct or in a dictionary', async () => {
    const pdf = await aPdf(3);
    const pages = pdf.getPages();
    const destination = (page: number) => pdf.context.obj([pages[page]!.ref, 'XYZ', 0, 0, 0]);
    const dests = pdf.context.obj({ 'chapter-1': destination(1), end: pdf.context.obj({ D: destination(2) }) });
    pdf.catalog.set(PDFName.of('Dests'), pdf.context.register(dests));
    expect([...pagesOfDestinations(pdf)]).toEqual([
      ['chapter-1', 2],
      ['end', 3],
    ]);
  });

  it('finds none in a document without any', async () => {
    expect([...pagesOfDestinations(await aPdf(1))]).toEqual([]);
  });

  it('passes over a destination that leads to no page of the document', async () => {
    const pdf = await aPdf(1);
    pdf.catalog.set(PDFName.of('Dests'), pdf.context.obj({ lost: pdf.context.obj([]), other: pdf.context.obj(['x']) }));
    expect([...pagesOfDestinations(pdf)]).toEqual([]);
  });
});
