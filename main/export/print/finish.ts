import { drawObject, PDFDocument, PDFName, PDFOperator, PDFOperatorNames } from '@cantoo/pdf-lib';
import type { PDFEmbeddedPage, PDFPage } from '@cantoo/pdf-lib';

/** What the file says about itself. */
export interface DocumentFacts {
  readonly title: string;
  /** A BCP 47 tag, `en-GB`. */
  readonly language: string;
}

const program = 'Attaché';

export function readPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

/** Lays the margins over the pages, one for one, and puts our own facts in the place of the printing program's. */
export async function finish(pdf: PDFDocument, margins: PDFDocument, facts: DocumentFacts): Promise<Uint8Array> {
  const pages = pdf.getPages();
  const overlays = await pdf.embedPages(margins.getPages().slice(0, pages.length));
  // The cover has no margins.
  pages.forEach((page, index) => {
    const overlay = overlays[index];
    if (index > 0 && overlay !== undefined) layOver(page, overlay);
  });
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setLanguage(facts.language);
  pdf.setProducer(program);
  pdf.setCreator(program);
  return pdf.save();
}

/** Running heads are not part of the text: readers that speak the page aloud pass over what is marked as an artifact. */
function layOver(page: PDFPage, overlay: PDFEmbeddedPage): void {
  const name = page.node.newXObject('Margins', overlay.ref);
  page.pushOperators(
    PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
    drawObject(name),
    PDFOperator.of(PDFOperatorNames.EndMarkedContent),
  );
}
