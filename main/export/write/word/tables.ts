import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { IParagraphOptions } from 'docx';
import type {
  Beside,
  Block,
  Cell,
  Column,
  Facts,
  Figures,
  Photographs,
  Table as PaperTable,
} from '../../document/blocks';
import { asTyped, isBlank, looking, plain } from '../../document/writing';
import { colours } from './look';
import type { CellWriter, Place } from './parts';
import { pictureRun } from './pictures';
import type { PlacedPicture } from './pictures';
import { styleNames, tableStyle } from './styles';
import { wordRuns } from './words';

/** A table whose head stands again on each page and whose rows do not split. */
export function wordTable(writer: CellWriter, { columns, head, rows }: PaperTable, place: Place): Table {
  const widths = widthsOf(columns, place.width);
  const row = (cells: readonly Cell[], style: string, isStrong: boolean): TableCell[] => {
    let at = 0;
    return cells.map((cell) => {
      const span = Math.max(1, Math.min(cell.span ?? 1, columns.length - at));
      const width = widths.slice(at, at + span).reduce((sum, part) => sum + part, 0);
      const isEnd = span === 1 && columns[at]?.align === 'end';
      at += span;
      return cellOf(
        writer,
        isStrong ? stronger(cell.blocks) : cell.blocks,
        { ...place, style, width, depth: -1 },
        span,
        isEnd,
      );
    });
  };
  const heads =
    head === null || head.length === 0
      ? []
      : [new TableRow({ tableHeader: true, cantSplit: true, children: row(head, styleNames.columnHead, false) })];
  const body = rows
    .filter(({ cells }) => cells.length > 0)
    .map(({ cells, isTotal = false }, at) => {
      // A sum stays with the row before it.
      const isBeforeTotal = rows[at + 1]?.isTotal === true;
      return new TableRow({
        cantSplit: true,
        ...(isBeforeTotal ? { keepNext: true } : {}),
        children: row(cells, styleNames.cell, isTotal),
      });
    });
  return framed([...heads, ...body], widths, heads.length > 0);
}

/** Labels beside what they name. */
export function factsTable(writer: CellWriter, { facts }: Facts, place: Place): Table {
  const widths = widthsOf([{ width: 3 }, { width: 8 }], place.width);
  const [labelWidth = 0, valueWidth = 0] = widths;
  const rows = facts.map(({ label, value }) => {
    const name: Block = { kind: 'paragraph', words: looking('strong', label) };
    const inner = { ...place, style: styleNames.cell, depth: -1 };
    return new TableRow({
      cantSplit: true,
      children: [
        cellOf(writer, [name], { ...inner, width: labelWidth }),
        cellOf(writer, value, { ...inner, width: valueWidth }),
      ],
    });
  });
  return framed(rows, widths, false);
}

export function figuresTable(writer: CellWriter, { figures }: Figures, place: Place): Table {
  const widths = widthsOf(
    figures.map(() => ({ width: 1 })),
    place.width,
  );
  const cells = figures.map(
    ({ count, label }, at) =>
      new TableCell({
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        children: [
          writer.paragraph(asTyped(count), { ...place, depth: -1, style: styleNames.figure }),
          writer.paragraph(label, { ...place, depth: -1, style: styleNames.figureLabel }),
        ],
      }),
  );
  return open([new TableRow({ cantSplit: true, children: cells })], widths);
}

/** Parts beside each other; they may go on over pages. */
export function besideTable(writer: CellWriter, { parts }: Beside, place: Place): Table {
  const widths = widthsOf(
    parts.map(() => ({ width: 1 })),
    place.width,
  );
  const cells = parts.map((part, at) => cellOf(writer, part, { ...place, depth: -1, width: widths[at] ?? 0 }));
  return open([new TableRow({ children: cells })], widths);
}

/** Two photographs in a row, each above its caption; a row does not split. */
export function photographsTable(
  { photographs }: Photographs,
  pictures: ReadonlyMap<string, PlacedPicture>,
  place: Place & { readonly most: number },
): Table {
  const columns = photographs.length === 1 ? 1 : 2;
  const widths = widthsOf(
    Array.from({ length: columns }, () => ({ width: 1 })),
    place.width,
  );
  const cells = photographs.map(({ attachmentId, caption }) => {
    const picture = pictures.get(attachmentId);
    const width = (widths[0] ?? 0) - 200;
    const options: IParagraphOptions = { keepNext: true, spacing: { before: 60, after: 40 } };
    const shown =
      picture === undefined
        ? []
        : [
            new Paragraph({
              ...options,
              children: [pictureRun(picture, plain(caption), { width, height: place.most })],
            }),
          ];
    const said = isBlank(plain(caption)) && shown.length > 0 ? [] : wordRuns(caption);
    return new TableCell({
      width: { size: widths[0] ?? 0, type: WidthType.DXA },
      children: [...shown, new Paragraph({ style: 'Caption', children: said })],
    });
  });
  const rows: TableRow[] = [];
  for (let at = 0; at < cells.length; at += columns) {
    const inRow = cells.slice(at, at + columns);
    while (inRow.length < columns) inRow.push(new TableCell({ children: [new Paragraph({})] }));
    rows.push(new TableRow({ cantSplit: true, children: inRow }));
  }
  return open(rows, widths);
}

function cellOf(writer: CellWriter, blocks: readonly Block[], place: Place, span = 1, isEnd = false): TableCell {
  const isHead = place.style === styleNames.columnHead;
  const simple = blocks.every(({ kind }) => kind === 'paragraph');
  const children =
    isEnd && simple
      ? blocks.map((block) =>
          writer.paragraph(block.kind === 'paragraph' ? block.words : [], place, { alignment: 'right' }),
        )
      : writer.cell(blocks, place);
  return new TableCell({
    width: { size: place.width, type: WidthType.DXA },
    ...(span === 1 ? {} : { columnSpan: span }),
    ...(isHead ? { shading: { fill: colours.pale } } : {}),
    children: children.length === 0 ? [writer.paragraph([], place)] : children,
  });
}

function stronger(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, words: looking('strong', block.words) } : block,
  );
}

/** In twentieths of a point: two Chinese characters of a column's head, and the blanks beside them. */
const narrowest = 560;

/** Shares of the width; none is narrower than its head, as long as the widest one has something to give. */
function widthsOf(columns: readonly Column[], width: number): number[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.max(1, Math.floor((column.width / whole) * width)));
  const wanting = widths.map((each) => Math.max(0, narrowest - each));
  const asked = wanting.reduce((sum, each) => sum + each, 0);
  const widest = widths.indexOf(Math.max(...widths));
  if (asked === 0 || (widths[widest] ?? 0) - asked < narrowest) return widths;
  return widths.map((each, at) => each + (wanting[at] ?? 0) - (at === widest ? asked : 0));
}

function framed(rows: readonly TableRow[], widths: readonly number[], hasHead: boolean): Table {
  return new Table({
    rows,
    style: tableStyle,
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    tableLook: {
      firstRow: hasHead,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** A table that only puts things beside each other. */
function open(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
  });
}
