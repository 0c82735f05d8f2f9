import type { Block, Cell, Heading, List, Paragraph, Words } from './blocks';
import type { Section } from './document';
import { printable } from './printable';
import { asTyped, looking } from './writing';
import { chineseFormOf } from './written-form';

export function paragraph(words: Words, role?: Paragraph['role']): Paragraph {
  return role === undefined ? { kind: 'paragraph', words } : { kind: 'paragraph', words, role };
}

export function heading(level: Heading['level'], words: Words, id?: string): Heading {
  return id === undefined ? { kind: 'heading', level, words } : { kind: 'heading', level, words, id };
}

/** Plain text of several paragraphs; an empty line ends a paragraph, a line end stays a line end. */
export function prose(text: string, role?: Paragraph['role']): Paragraph[] {
  const usual = chineseFormOf(text);
  return printable(text)
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(asTyped(part, [], usual), role));
}

/** A cell of one paragraph a line; lines that say nothing are passed over. */
export function cell(...lines: readonly Words[]): Cell {
  return { blocks: lines.filter((line) => line.length > 0).map((line) => paragraph(line)) };
}

export function list(items: readonly (readonly Block[])[], isOrdered = false): List {
  return { kind: 'list', isOrdered, first: 1, items: items.map((blocks) => ({ blocks, isTicked: null })) };
}

export function quiet(words: Words): Words {
  return looking('quiet', words);
}

export function strong(words: Words): Words {
  return looking('strong', words);
}

/** A section that is neither numbered nor begins a page, unless it is said to. */
export function section(
  id: string,
  title: Words,
  blocks: readonly Block[],
  options: Partial<Omit<Section, 'id' | 'title' | 'blocks'>> = {},
): Section {
  return { id, title, blocks, lead: null, isNumbered: false, startsPage: false, entries: [], ...options };
}
