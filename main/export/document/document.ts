import type { Classification, WrittenForm } from '@shared/domain/values';
import type { Block, Words } from './blocks';

export type PaperSize = 'A4' | 'A5';

/** A document as every format writes it; all its words are chosen already. */
export interface PaperDocument {
  readonly paper: PaperSize;
  /** The language of what is not marked otherwise. */
  readonly form: WrittenForm;
  /** What the file calls itself, without markup. */
  readonly name: string;
  /** Without its ending. */
  readonly fileName: string;
  readonly marking: { readonly classification: Classification; readonly words: string };
  readonly cover: Cover | null;
  /** At the head of the first page of a document without a cover. */
  readonly letterhead: Letterhead | null;
  /** The heading of the contents page; null for a document without one. */
  readonly contents: Words | null;
  readonly sections: readonly Section[];
  /** Its paragraphs stand closer than usual, because each section is to be a page or two. */
  readonly isClose?: boolean;
  readonly running: Running;
  /**
   * For a document that is to be one page: the same with more or with less in it, the fullest first. Where pages are laid
   * out, the fullest that is one page is taken; other formats write the document itself.
   */
  readonly onOnePage?: readonly (() => PaperDocument)[];
}

/** The first page, which has no margins of its own. */
export interface Cover {
  /** What kind of document it is. */
  readonly kicker: Words;
  readonly reference: string;
  /** The title in each written form that it is printed in. */
  readonly titles: readonly Words[];
  /** The stops of the journey, when they fit on a line. */
  readonly route: readonly Words[];
  readonly facts: readonly { readonly label: Words; readonly value: Words; readonly aside: readonly Words[] }[];
  /** The attachment whose picture fills the cover's head. */
  readonly pictureId: string | null;
}

export interface Letterhead {
  /** The attachment of the office's own letterhead. */
  readonly pictureId: string | null;
  readonly title: Words;
  readonly lines: readonly Words[];
}

export interface Section {
  /** Names it within the document: letters, digits and hyphens. */
  readonly id: string;
  readonly title: Words;
  /** A line under the title. */
  readonly lead: Words | null;
  readonly blocks: readonly Block[];
  readonly isNumbered: boolean;
  readonly startsPage: boolean;
  /** What the contents page lists below it: headings among its blocks that have an id. */
  readonly entries: readonly { readonly id: string; readonly title: Words }[];
}

/** What stands in the margins of every page. */
export interface Running {
  readonly reference: string;
  readonly title: Words;
  readonly foot: Words;
  /** "Page 3 of 12" */
  readonly pageOf: (page: number, pages: number) => string;
}
