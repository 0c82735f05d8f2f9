import { Document, HeadingLevel, PageBreak, Paragraph, TableOfContents } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Section } from '../../document/document';
import { printable } from '../../document/printable';
import { plain } from '../../document/writing';
import { BlockWriter } from './blocks';
import { sheets, textWidth } from './look';
import { coverHead, footOf, headOf } from './margins';
import { sectionNumbers } from './numbering';
import { coverParts, letterheadParts } from './opening';
import type { Part, Place } from './parts';
import type { PlacedPicture } from './pictures';
import { styleNames, stylesOf, tableStyles } from './styles';
import type { WordPaper } from './word-paper';
import { wordRuns } from './words';

/** A document of Word's own styles, lists, numbers, table heads and fields; a picture that is not placed is left out. */
export function documentFile(paper: WordPaper, pictures: ReadonlyMap<string, PlacedPicture>): Document {
  const { width, height, margin } = sheets[paper.paper];
  const listed = new Set(paper.sections.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const writer = new BlockWriter(pictures, height - margin.top - margin.bottom, listed);
  const place: Place = { width: textWidth(paper.paper), depth: -1 };
  const hasCover = paper.cover !== null;
  const hasFront = hasCover || paper.contents !== null;
  const children = [
    ...(paper.cover === null ? [] : coverParts(writer, paper.cover, pictures, place)),
    ...(paper.letterhead === null ? [] : letterheadParts(writer, paper.letterhead, pictures, place)),
    ...contentsOf(paper),
    ...paper.sections.flatMap((section, at) =>
      sectionParts(writer, section, place, at === 0 ? hasFront : section.startsPage),
    ),
  ];
  return new Document({
    title: printable(paper.name),
    // Whose computer made it is nobody's business.
    creator: '',
    lastModifiedBy: '',
    styles: stylesOf(paper),
    externalStyles: tableStyles,
    numbering: writer.numbering.options(),
    ...(paper.contents === null ? {} : { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: {
          titlePage: hasCover,
          page: { size: { width, height }, margin: { ...margin, header: 560, footer: 480 } },
        },
        headers: { default: headOf(paper), ...(hasCover ? { first: coverHead(paper) } : {}) },
        footers: { default: footOf(paper) },
        children,
      },
    ],
  });
}

/** The contents, filled in from the headings; Word and others bring it up to date when the text is edited. */
function contentsOf({ contents, cover, sections }: WordPaper): (Paragraph | TableOfContents)[] {
  if (contents === null) return [];
  const hasParts = sections.some(({ entries }) => entries.length > 0);
  return [
    new Paragraph({
      style: styleNames.contentsTitle,
      ...(cover === null ? {} : { pageBreakBefore: true, spacing: { before: 0 } }),
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
): Part[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    // Word leaves out the space above what begins a page, and others do not: so there is none.
    ...(startsPage ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
    ...(isNumbered ? { numbering: { reference: sectionNumbers, level: 0 } } : {}),
    children: wordRuns(title),
  });
  return [
    ...(title.length > 0 ? [heading] : startsPage ? [pageBreak()] : []),
    ...(lead === null ? [] : [writer.paragraph(lead, { ...place, style: styleNames.lead })]),
    ...writer.blocks(blocks, place),
  ];
}
