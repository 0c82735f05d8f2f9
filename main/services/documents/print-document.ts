import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';
import type { PaperDocument } from '../../export/document/document';
import { languageTags } from '../../export/document/written-form';
import { plain } from '../../export/document/writing';
import { printPdf } from '../../export/print-pdf';
import type { PrintedDocument, PrintingPlant, PrintOptions } from '../../export/print-pdf';
import type { Bookmark } from '../../export/print/bookmarks';
import type { Picture } from '../../export/print/scheme';
import { bodyOf, sheetsOf } from '../../export/write/page/page';

/** What documents are printed with, beside what they say. */
export interface Press extends PrintingPlant {
  /** The bytes of an attachment; undefined when they are missing. */
  readonly fileOf: (attachmentId: RecordId) => Promise<Picture | undefined>;
}

/** Makes the PDF of a document. Answers `cancelled`; rejects when printing itself breaks down. */
export function printDocument(
  { fileOf, fontsFolder, binderFile }: Press,
  document: PaperDocument,
  options: Pick<PrintOptions, 'photographs' | 'signal' | 'onProgress' | 'limitOf'>,
): Promise<Result<PrintedDocument>> {
  return printPdf(
    {
      body: bodyOf(document),
      onOnePage: document.onOnePage?.map((make) => () => bodyOf(make())) ?? [],
      sheets: (pages) => sheetsOf(document, pages),
      facts: {
        title: document.name,
        language: languageTags[document.form],
        hasCover: document.cover !== null,
        bookmarks: bookmarksOf(document),
      },
      pictureOf: fileOf,
    },
    { fontsFolder, binderFile, ...options },
  );
}

/** What the contents list, in their order. */
function bookmarksOf({ sections }: PaperDocument): Bookmark[] {
  return sections.flatMap(({ id, title, entries }) => [
    ...(title.length === 0 ? [] : [{ id, title: plain(title), level: 1 }]),
    ...entries.map((entry) => ({ id: entry.id, title: plain(entry.title), level: 2 })),
  ]);
}
