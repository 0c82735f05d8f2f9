import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { asTyped, isBlank, joined } from '../../document/writing';
import { spoken, textWidth } from './look';
import { styleNames } from './styles';
import type { PageWord, WordPaper } from './word-paper';
import { wordRuns } from './words';

/** The head of every page: what it is on the left, its marking on the right. */
export function headOf({ running, marking, paper }: WordPaper): Header {
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
export function coverHead({ marking }: WordPaper): Header {
  return new Header({ children: [markingParagraph(marking.words, 'right')] });
}

/** The foot of every page, with Word's own page numbers. */
export function footOf({ running, paper, form }: WordPaper): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleNames.running,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth(paper) }],
        children: [
          ...wordRuns(running.foot),
          new TextRun({ text: '\t' }),
          new TextRun({
            children: running.pageOf.map(pageField),
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

function pageField(word: PageWord): string {
  if (word === 'page') return PageNumber.CURRENT;
  return word === 'pages' ? PageNumber.TOTAL_PAGES : word.words;
}
