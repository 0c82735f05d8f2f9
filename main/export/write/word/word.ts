import { Document, HeadingLevel, Packer, PageBreak, Paragraph, TableOfContents } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Table } from 'docx';
import type { PaperDocument, Section } from '../../document/document';
import { printable } from '../../document/printable';
import { plain } from '../../document/writing';
import { BlockWriter } from './blocks';
import type { Place } from './parts';
import { sheets, textWidth } from './look';
import { coverHead, footOf, headOf } from './margins';
import { sectionNumbers } from './numbering';
import { coverParts, letterheadParts } from './opening';
import { picturesIn } from './pictures';
import type { Picture, PictureOf } from './pictures';
import { styleNames, stylesOf, tableStyles } from './styles';
import { wordRuns } from './words';

export interface WordOptions {
  readonly pictureOf: PictureOf;
  readonly signal?: AbortSignal;
  /** How many of the pictures are in. */
  readonly onPicture?: (done: number, all: number) => void;
}

/**
 * A document as a Word file that can be edited on: Word's own styles, lists, numbers, table heads and fields. It throws
 * the signal's reason when it is stopped.
 */
export async function writeWord(document: PaperDocument, options: WordOptions): Promise<Uint8Array> {
  const pictures = await picturesOf(document, options);
  options.signal?.throwIfAborted();
  return new Uint8Array(await Packer.toBuffer(wordFile(document, pictures)));
}

async function picturesOf(
  document: PaperDocument,
  { pictureOf, signal, onPicture }: WordOptions,
): Promise<Map<string, Picture>> {
  const ids = picturesIn(document);
  const pictures = new Map<string, Picture>();
  for (const [at, id] of ids.entries()) {
    signal?.throwIfAborted();
    const picture = await pictureOf(id);
    if (picture !== null) pictures.set(id, picture);
    onPicture?.(at + 1, ids.length);
  }
  return pictures;
}

function wordFile(document: PaperDocument, pictures: ReadonlyMap<string, Picture>): Document {
  const { width, height, margin } = sheets[document.paper];
  const listed = new Set(document.sections.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const writer = new BlockWriter(pictures, height - margin.top - margin.bottom, listed);
  const place: Place = { width: textWidth(document.paper), depth: -1 };
  const hasCover = document.cover !== null;
  const hasFront = hasCover || document.contents !== null;
  const children = [
    ...(document.cover === null ? [] : coverParts(writer, document.cover, pictures, place)),
    ...(document.letterhead === null ? [] : letterheadParts(writer, document.letterhead, pictures, place)),
    ...contentsOf(document),
    ...document.sections.flatMap((section, at) =>
      sectionParts(writer, section, place, at === 0 ? hasFront : section.startsPage),
    ),
  ];
  return new Document({
    title: printable(document.name),
    // Whose computer made it is nobody's business.
    creator: '',
    lastModifiedBy: '',
    styles: stylesOf(document),
    externalStyles: tableStyles,
    numbering: writer.numbering.options(),
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: {
          titlePage: hasCover,
          page: { size: { width, height }, margin: { ...margin, header: 560, footer: 480 } },
        },
        headers: { default: headOf(document), ...(hasCover ? { first: coverHead(document) } : {}) },
        footers: { default: footOf(document) },
        children,
      },
    ],
  });
}

/** The contents, filled in from the headings; Word and others bring it up to date when the text is edited. */
function contentsOf({ contents, cover, sections }: PaperDocument): (Paragraph | TableOfContents)[] {
  if (contents === null) return [];
  const hasParts = sections.some(({ entries }) => entries.length > 0);
  return [
    new Paragraph({
      style: styleNames.contentsTitle,
      pageBreakBefore: cover !== null,
      children: wordRuns(contents),
    }),
    // The switches that Word gives a contents list of its own.
    new TableOfContents(plain(contents), {
      headingStyleRange: hasParts ? '1-2' : '1-1',
      hyperlink: true,
      hideTabAndPageNumbersInWebView: true,
      useAppliedParagraphOutlineLevel: true,
    }),
  ];
}

function pageBreak(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0 }, children: [new PageBreak()] });
}

function sectionParts(
  writer: BlockWriter,
  { title, lead, blocks, isNumbered }: Section,
  place: Place,
  startsPage: boolean,
): (Paragraph | Table)[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: startsPage,
    ...(isNumbered ? { numbering: { reference: sectionNumbers, level: 0 } } : {}),
    children: wordRuns(title),
  });
  return [
    ...(title.length > 0 ? [heading] : startsPage ? [pageBreak()] : []),
    ...(lead === null ? [] : [writer.paragraph(lead, { ...place, style: styleNames.lead })]),
    ...writer.blocks(blocks, place),
  ];
}
