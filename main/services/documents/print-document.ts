import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';
import { languageTags } from '../../export/document/written-form';
import type { PaperDocument } from '../../export/document/document';
import { printPdf } from '../../export/print-pdf';
import type { PrintedDocument, PrintOptions } from '../../export/print-pdf';
import type { Picture } from '../../export/print/scheme';
import { bodyOf, sheetsOf } from '../../export/write/page/page';

/** What documents are printed with, beside what they say. */
export interface Press extends Pick<PrintOptions, 'fontsFolder'> {
  /** The bytes of an attachment; undefined when they are missing. */
  readonly fileOf: (attachmentId: RecordId) => Promise<Picture | undefined>;
}

/** Makes the PDF of a document. Answers `cancelled`; rejects when printing itself breaks down. */
export function printDocument(
  { fileOf, fontsFolder }: Press,
  document: PaperDocument,
  options: Pick<PrintOptions, 'signal' | 'onProgress'>,
): Promise<Result<PrintedDocument>> {
  return printPdf(
    {
      body: (pageOf) => bodyOf(document, pageOf),
      sheets: (pages) => sheetsOf(document, pages),
      facts: { title: document.name, language: languageTags[document.form] },
      pictureOf: fileOf,
    },
    { fontsFolder, ...options },
  );
}
