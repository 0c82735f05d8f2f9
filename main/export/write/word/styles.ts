import { BorderStyle } from 'docx';
import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import { chineseIn, colours, fonts, sheets, spoken } from './look';
import type { WordPaper } from './word-paper';

type BaseStyle = NonNullable<NonNullable<IStylesOptions['default']>['heading1']>;

/** The names under which Word lists the styles of ours. */
export const styleNames = {
  cell: 'TableText',
  columnHead: 'TableHead',
  typed: 'AsTyped',
  callout: 'Callout',
  quotation: 'Quote',
  subtitle: 'Subtitle',
  kicker: 'Kicker',
  lead: 'SectionLead',
  contentsTitle: 'TOCHeading',
  partHeading: 'PartHeading',
  figure: 'Figure',
  figureLabel: 'FigureLabel',
  running: 'Running',
  marking: 'Marking',
} as const;

/** Styles for what a paragraph is; `paragraph.role` names them. */
export const roleStyles = {
  when: 'When',
  where: 'Where',
  author: 'NoteAuthor',
  none: 'NothingThere',
  remark: 'Remark',
  leading: 'Leading',
  reference: 'Reference',
} as const;

/** The id of the one style that all tables have. */
export const tableStyle = 'AttacheTable';

/** Word's own styles, in the office's colours, and some of ours: changing one changes all that is written in it. */
export function stylesOf({ form, paper, isClose = false }: WordPaper): IStylesOptions {
  const points = (size: number): number => Math.round(size * sheets[paper].scale * 2);
  // As high as every font's own lines, or higher: pages hold whichever of them a computer has.
  const lines = (size: number): { line: number; lineRule: 'atLeast' } => ({
    line: points(size) * 15,
    lineRule: 'atLeast',
  });
  const gap = (size: number): number => Math.round(size * (isClose ? 0.7 : 1));
  const heading = (size: number, before: number, after: number, color: string = colours.ink): BaseStyle => ({
    run: { size: points(size), bold: true, italics: false, color, font: fonts.latin },
    paragraph: {
      spacing: { before: gap(before * 20), after: gap(after * 20), ...lines(size) },
      keepNext: true,
      keepLines: true,
    },
  });
  const style = (
    id: string,
    run: NonNullable<IParagraphStyleOptions['run']>,
    paragraph: NonNullable<IParagraphStyleOptions['paragraph']> = {},
    name = id.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    ...(id === styleNames.typed || id === styleNames.callout ? {} : { next: 'Normal' }),
    quickFormat: true,
    run,
    paragraph,
  });
  const small = { size: points(8.5), color: colours.quiet };
  return {
    default: {
      document: {
        run: {
          font: {
            ascii: fonts.latin,
            hAnsi: fonts.latin,
            cs: fonts.latin,
            eastAsia: fonts.chinese[chineseIn(form)],
          },
          size: points(10.5),
          language: { value: spoken.en, eastAsia: spoken[chineseIn(form)] },
        },
        paragraph: { spacing: { after: gap(100), ...lines(10.5) } },
      },
      title: {
        run: { size: points(28), bold: true, color: colours.ink, font: fonts.latin },
        paragraph: { spacing: { before: 240, after: 160, ...lines(28) }, keepLines: true },
      },
      heading1: {
        ...heading(19, 24, 8),
        paragraph: {
          spacing: { before: gap(480), after: gap(160), ...lines(19) },
          keepNext: true,
          keepLines: true,
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 4, color: colours.ink } },
        },
      },
      heading2: heading(13, 16, 4),
      heading3: heading(11, 12, 3),
      heading4: heading(10.5, 9, 2, '1F2D31'),
      heading5: heading(10.5, 8, 2, colours.quiet),
      heading6: heading(10, 8, 2, colours.quiet),
      caption: {
        run: { size: points(9), bold: false, italics: false, color: colours.quiet },
        paragraph: { spacing: { before: 40, after: 120 } },
      },
      listParagraph: { paragraph: { spacing: { after: 40 }, contextualSpacing: true } },
    },
    paragraphStyles: [
      style(styleNames.cell, { size: points(9.5) }, { spacing: { before: 20, after: 20, ...lines(9.5) } }),
      style(
        styleNames.columnHead,
        { size: points(9), bold: true, color: colours.ink },
        { spacing: { before: 30, after: 30 }, keepNext: true },
      ),
      style(
        styleNames.typed,
        { font: { ascii: fonts.typed, hAnsi: fonts.typed }, size: points(9) },
        { shading: { fill: colours.pale } },
      ),
      style(
        styleNames.callout,
        {},
        {
          shading: { fill: colours.pale },
          indent: { left: 170 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: colours.cinnabar } },
        },
      ),
      style(
        styleNames.quotation,
        { color: colours.quiet },
        {
          indent: { left: 400, right: 400 },
          border: { left: { style: BorderStyle.SINGLE, size: 8, space: 8, color: colours.rule } },
        },
      ),
      style(styleNames.subtitle, { size: points(17), color: colours.quiet }, { spacing: { after: 120 } }),
      style(styleNames.kicker, { size: points(11), color: colours.cinnabar, allCaps: true, characterSpacing: 20 }),
      style(styleNames.lead, { size: points(9.5), color: colours.quiet }, { keepNext: true, spacing: { after: 160 } }),
      style(
        styleNames.contentsTitle,
        { size: points(19), bold: true, color: colours.ink },
        { spacing: { after: 240 } },
        'TOC Heading',
      ),
      // Looks as the headings beside it, and is a level lower to contents and to the navigation pane.
      { ...style(styleNames.partHeading, {}, { outlineLevel: 2 }), basedOn: 'Heading2' },
      { ...style('TOC1', { bold: true }, { spacing: { before: 120, after: 30 } }, 'toc 1') },
      { ...style('TOC2', { color: colours.quiet }, { indent: { left: 440 }, spacing: { after: 20 } }, 'toc 2') },
      { ...style('TOC3', { color: colours.quiet }, { indent: { left: 660 }, spacing: { after: 20 } }, 'toc 3') },
      style(
        styleNames.figure,
        { size: points(22), bold: true, color: colours.ink },
        { spacing: { after: 0 }, keepNext: true },
      ),
      style(styleNames.figureLabel, small),
      style(styleNames.running, small, { spacing: { after: 0 } }),
      style(
        styleNames.marking,
        { size: points(9), bold: true, color: colours.cinnabar, allCaps: true, characterSpacing: 20 },
        { spacing: { after: 0 } },
      ),
      style(
        roleStyles.when,
        { ...small, bold: true, color: colours.cinnabar },
        { keepNext: true, spacing: { before: 200, after: 0 } },
      ),
      style(roleStyles.where, small, { keepNext: true }),
      style(roleStyles.author, { ...small, bold: true }, { keepNext: true, spacing: { before: 120, after: 40 } }),
      style(roleStyles.none, { color: colours.quiet }),
      style(roleStyles.remark, small),
      style(roleStyles.leading, { size: points(12) }, { spacing: { after: 160 } }),
      style(roleStyles.reference, { ...small, color: colours.ink }),
    ],
  };
}

const line = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${colours.rule}"/>`;

/**
 * What the package that writes the file refers to and does not bring along: Word's usual style of characters, and styles of
 * tables, with rules between the rows and none between the columns.
 */
export const tableStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="${tableStyle}"><w:name w:val="Attaché table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>${line('top')}${line('bottom')}${line('insideH')}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
