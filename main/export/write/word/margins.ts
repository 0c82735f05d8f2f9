import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { PaperDocument } from '../../document/document';
import { asTyped, isBlank, joined } from '../../document/writing';
import { spoken, textWidth } from './look';
import { styleNames } from './styles';
import { wordRuns } from './words';

/** The head of every page: what it is on the left, its marking on the right. */
export function headOf({ running, marking, paper }: PaperDocument): Header {
  const reference = isBlank(running.reference) ? [] : asTyped(running.reference);
  return new Header({
    children: [
      new Paragraph({
        style: styleNames.running,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth(paper) }],
        children: [
          ...wordRuns(joined([reference, running.title], ' · ')),
          new TextRun({ text: '\t' }),
          ...markingRuns(marking.words),
        ],
      }),
    ],
  });
}

/** The cover has its marking and nothing else in its margins. */
export function coverHead({ marking }: PaperDocument): Header {
  return new Header({ children: [markingParagraph(marking.words, 'right')] });
}

/** The foot of every page, with Word's own page numbers. */
export function footOf({ running, paper, form }: PaperDocument): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleNames.running,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth(paper) }],
        children: [
          ...wordRuns(running.foot),
          new TextRun({ text: '\t' }),
          new TextRun({
            children: pageFields(running.pageOf),
            language: { value: spoken[form], eastAsia: spoken[form] },
          }),
        ],
      }),
    ],
  });
}

function markingRuns(words: string): TextRun[] {
  return wordRuns(asTyped(words, ['alert']));
}

function markingParagraph(words: string, alignment: 'left' | 'right'): Paragraph {
  return new Paragraph({ style: styleNames.marking, alignment, children: wordRuns(asTyped(words)) });
}

// No document has so many pages: where these numbers stand in the sentence, Word's fields go.
const somePage = 8_888_881;
const allPages = 8_888_882;

/** "Page 3 of 12" with fields for its numbers, in whichever order a language has them. */
function pageFields(pageOf: PaperDocument['running']['pageOf']): string[] {
  return pageOf(somePage, allPages)
    .split(new RegExp(`(${somePage}|${allPages})`))
    .filter((part) => part !== '')
    .map((part) => {
      if (part === String(somePage)) return PageNumber.CURRENT;
      return part === String(allPages) ? PageNumber.TOTAL_PAGES : part;
    });
}
