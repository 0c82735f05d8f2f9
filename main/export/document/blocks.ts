import type { WrittenForm } from '@shared/domain/values';

/** How a stretch of text stands out. `quiet` is a lesser form (the same name in the other script); `alert` catches the eye. */
export type Look = 'strong' | 'emphasis' | 'struck' | 'code' | 'quiet' | 'alert';

/** Text in one written form and one look. A new line in it is a line break. */
export interface Run {
  readonly text: string;
  /** By which the font, the line breaking and the spoken language are chosen. */
  readonly form: WrittenForm;
  readonly looks: readonly Look[];
}

/** The words of a line or a paragraph. */
export type Words = readonly Run[];

/** What a document is made of, the same for every format: what it says, and never how wide or in which colour. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Quotation
  | Typed
  | Table
  | Facts
  | Figures
  | Beside
  | Callout
  | Photographs
  | Chart
  | Together
  | { readonly kind: 'rule' }
  | { readonly kind: 'page-break' };

/** A heading inside a section: 2 for its parts, 3 for theirs, 4 to 6 for those that somebody typed into a note. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3 | 4 | 5 | 6;
  readonly words: Words;
  /** Names it within the document, for those that are listed among the contents or led to: letters, digits, hyphens. */
  readonly id?: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly words: Words;
  /**
   * `when`: the line over a visit's title; `where`: the line under it; `author`: who wrote what follows; `none`: says that
   * something is not there; `remark`: a note to the table above; `leading`: text that opens a document; `reference`: leads
   * to another section.
   */
  readonly role?: 'when' | 'where' | 'author' | 'none' | 'remark' | 'leading' | 'reference';
}

export interface List {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  /** The number of the first item of an ordered list. */
  readonly first: number;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly blocks: readonly Block[];
  /** Null for an item that has no check-box. */
  readonly isTicked: boolean | null;
}

export interface Quotation {
  readonly kind: 'quotation';
  readonly blocks: readonly Block[];
}

/** Text that is printed with the blanks and line ends that were typed. */
export interface Typed {
  readonly kind: 'typed';
  readonly words: Words;
}

/** A table whose rows do not split and whose head stands again on each page. */
export interface Table {
  readonly kind: 'table';
  /** Which table it is, for formats that draw each in its own way. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** One cell for each column, or a single one over all of them; null for a table that needs none. */
  readonly head: readonly Cell[] | null;
  readonly rows: readonly Row[];
}

export interface Column {
  /** Its share of the width, among the others' shares. */
  readonly width: number;
  readonly align?: 'end';
}

export interface Row {
  readonly cells: readonly Cell[];
  /** A sum of the rows above: it stays with the row before it. */
  readonly isTotal?: boolean;
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** How many columns it covers, 1 when it is left out. */
  readonly span?: number;
}

/** Labels with what they name: the cover's dates, an organisation's profile. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: Words; readonly value: readonly Block[] }[];
}

/** A few large numbers in a row. */
export interface Figures {
  readonly kind: 'figures';
  readonly figures: readonly { readonly count: string; readonly label: Words }[];
}

/** Two or three parts beside each other: their side and ours. */
export interface Beside {
  readonly kind: 'beside';
  readonly parts: readonly (readonly Block[])[];
}

/** What must not be overlooked: what the enterprise intends. */
export interface Callout {
  readonly kind: 'callout';
  readonly blocks: readonly Block[];
}

export interface Photographs {
  readonly kind: 'photographs';
  readonly photographs: readonly { readonly attachmentId: string; readonly caption: Words }[];
}

/** Bars, drawn as vectors: one for each row, by its value. */
export interface Chart {
  readonly kind: 'chart';
  readonly title: Words;
  readonly bars: readonly { readonly label: Words; readonly value: number; readonly shown: string }[];
}

/** What stands on one page when it fits on one. */
export interface Together {
  readonly kind: 'together';
  readonly blocks: readonly Block[];
}
