import { CheckBox, HeadingLevel, PageBreak, Paragraph, TextRun } from 'docx';
import type { IParagraphOptions } from 'docx';
import type { Block, Heading, List, Paragraph as PaperParagraph, Words } from '../../document/blocks';
import { chartParagraphs } from './chart';
import { bullets, deepest, indentOf, Numbering } from './numbering';
import type { CellWriter, Part, Place } from './parts';
import type { PlacedPicture } from './pictures';
import { roleStyles, styleNames } from './styles';
import { besideTable, factsTable, figuresTable, photographsTable, wordTable } from './tables';
import { wordRuns } from './words';

/** Writes blocks as Word's paragraphs and tables. */
export class BlockWriter implements CellWriter {
  readonly numbering = new Numbering();
  readonly #pictures: ReadonlyMap<string, PlacedPicture>;
  readonly #textHeight: number;
  readonly #listed: ReadonlySet<string>;

  /**
   * `textHeight`: of a page, in twentieths of a point; no picture is higher than half of it. `listed`: the headings within
   * sections that the contents list.
   */
  constructor(pictures: ReadonlyMap<string, PlacedPicture>, textHeight: number, listed: ReadonlySet<string>) {
    this.#pictures = pictures;
    this.#textHeight = textHeight;
    this.#listed = listed;
  }

  blocks(blocks: readonly Block[], place: Place): Part[] {
    return blocks.flatMap((block) => this.#block(block, place));
  }

  cell(blocks: readonly Block[], place: Place): Part[] {
    const parts = this.blocks(blocks, place);
    return parts.at(-1) instanceof Paragraph ? parts : [...parts, this.paragraph([], place)];
  }

  paragraph(words: Words, place: Place, options: IParagraphOptions = {}): Paragraph {
    return new Paragraph({ ...standing(place), ...options, children: wordRuns(words) });
  }

  #block(block: Block, place: Place): Part[] {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            ...(place.depth < 0 ? {} : { indent: { left: indentOf(place.depth) } }),
            ...(this.#isPassedOver(block) ? { style: styleNames.partHeading } : headingOf(block)),
            children: wordRuns(block.words),
          }),
        ];
      case 'paragraph':
        return [this.#roleParagraph(block, place)];
      case 'list':
        return this.#list(block, place);
      case 'quotation':
        return this.blocks(block.blocks, { ...place, style: styleNames.quotation });
      case 'callout':
        return this.blocks(block.blocks, { ...place, style: styleNames.callout });
      case 'typed':
        return [this.paragraph(block.words, { ...place, style: styleNames.typed })];
      case 'table':
        return block.rows.some(({ cells }) => cells.length > 0) ? [wordTable(this, block, place), apart()] : [];
      case 'facts':
        return block.facts.length === 0 ? [] : [factsTable(this, block, place), apart()];
      case 'figures':
        return block.figures.length === 0 ? [] : [figuresTable(this, block, place), apart()];
      case 'beside':
        return block.parts.length === 0 ? [] : [besideTable(this, block, place), apart()];
      case 'photographs':
        return block.photographs.length === 0
          ? []
          : [photographsTable(block, this.#pictures, { ...place, most: this.#textHeight / 3 }), apart()];
      case 'chart':
        return chartParagraphs(block, place);
      case 'together':
        return block.blocks.flatMap((inner, at) =>
          this.#block(inner, at === block.blocks.length - 1 ? place : { ...place, keepNext: true }),
        );
      case 'rule':
        return [new Paragraph({ thematicBreak: true })];
      case 'page-break':
        return [new Paragraph({ children: [new PageBreak()], spacing: { after: 0 } })];
    }
  }

  /** Where the contents list headings of this level, those that they leave out are of a style that they pass over. */
  #isPassedOver({ level, id }: Heading): boolean {
    return level === 2 && this.#listed.size > 0 && (id === undefined || !this.#listed.has(id));
  }

  #roleParagraph({ words, role }: PaperParagraph, place: Place): Paragraph {
    return this.paragraph(words, role === undefined ? place : { ...place, style: roleStyles[role] });
  }

  #list({ isOrdered, first, items }: List, place: Place): Part[] {
    const depth = Math.min(place.depth + 1, deepest);
    const list = isOrdered ? this.numbering.ordered(first) : { reference: bullets };
    const within = { ...place, depth };
    return items.flatMap(({ blocks, isTicked }) => {
      const [opening, ...others] = blocks;
      const words = opening?.kind === 'paragraph' ? opening.words : [];
      const rest = opening === undefined || opening.kind === 'paragraph' ? others : blocks;
      const options: IParagraphOptions =
        isTicked === null
          ? { numbering: { ...list, level: depth } }
          : { indent: { left: indentOf(depth), hanging: 300 } };
      const box = isTicked === null ? [] : [new CheckBox({ checked: isTicked, ...boxSigns }), new TextRun(' ')];
      const item = new Paragraph({
        ...standing({ ...place, depth: -1, style: place.style ?? listStyle }),
        ...options,
        children: [...box, ...wordRuns(words)],
      });
      return [item, ...this.blocks(rest, within)];
    });
  }
}

const listStyle = 'ListParagraph';
const boxFont = 'Segoe UI Symbol';
const boxSigns = { checkedState: { value: '2611', font: boxFont }, uncheckedState: { value: '2610', font: boxFont } };

const headingNames = { 2: 'HEADING_2', 3: 'HEADING_3', 4: 'HEADING_4', 5: 'HEADING_5', 6: 'HEADING_6' } as const;

function headingOf({ level }: Heading): IParagraphOptions {
  return { heading: HeadingLevel[headingNames[level]] };
}

function standing({ style, depth, keepNext }: Place): IParagraphOptions {
  return {
    ...(style === undefined ? {} : { style }),
    ...(depth < 0 ? {} : { indent: { left: indentOf(depth) } }),
    ...(keepNext === true ? { keepNext } : {}),
  };
}

/** Between a table and what comes after it: two tables in a row would be one. */
function apart(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: 'exact' } });
}
