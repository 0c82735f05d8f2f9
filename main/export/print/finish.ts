import { drawObject, PDFName, PDFOperator, PDFOperatorNames } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFEmbeddedPage, PDFPage } from '@cantoo/pdf-lib';
import type { Bookmark } from './bookmarks';

/** What the file says about itself. */
export interface DocumentFacts {
  readonly title: string;
  /** A BCP 47 tag, `en-GB`. */
  readonly language: string;
  /** The sheet over the first page is a cover, whose words are the document's own. */
  readonly hasCover: boolean;
  /** In the order in which they stand. */
  readonly bookmarks: readonly Bookmark[];
}

const program = 'Attaché';

/** Lays the sheets over the pages, one for one, and puts our own facts in the place of the printing program's. */
export async function finish(pdf: PDFDocument, sheets: PDFDocument, facts: DocumentFacts): Promise<Uint8Array> {
  const pages = pdf.getPages();
  const overlays = await pdf.embedPages(sheets.getPages().slice(0, pages.length));
  pages.forEach((page, index) => {
    const overlay = overlays[index];
    if (overlay !== undefined) layOver(page, overlay, index === 0 && facts.hasCover ? 'text' : 'artifact');
  });
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setLanguage(facts.language);
  pdf.setProducer(program);
  pdf.setCreator(program);
  return pdf.save({ objectsPerTick: Number.POSITIVE_INFINITY });
}

/** Running heads are not part of the text: readers that speak the page aloud pass over what is marked as an artifact. */
function layOver(page: PDFPage, overlay: PDFEmbeddedPage, kind: 'text' | 'artifact'): void {
  const draw = drawObject(page.node.newXObject('Sheet', overlay.ref));
  const artifact = PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]);
  page.pushOperators(
    ...(kind === 'text' ? [draw] : [artifact, draw, PDFOperator.of(PDFOperatorNames.EndMarkedContent)]),
  );
}
