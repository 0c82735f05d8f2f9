import type { IParagraphOptions, Paragraph, Table } from 'docx';
import type { Block, Words } from '../../document/blocks';

/** What a page of Word, or a cell, is made of. */
export type Part = Paragraph | Table;

/** Where blocks stand: how wide that place is, in twentieths of a point, and what all paragraphs there have. */
export interface Place {
  readonly width: number;
  readonly style?: string;
  /** The depth of the list whose item it is; -1 outside of lists. */
  readonly depth: number;
  readonly keepNext?: boolean;
}

/** What tables ask of the writer whose blocks stand in their cells. */
export interface CellWriter {
  /** What a cell holds: Word asks for a paragraph at its end. */
  cell(blocks: readonly Block[], place: Place): Part[];
  paragraph(words: Words, place: Place, options?: IParagraphOptions): Paragraph;
}
