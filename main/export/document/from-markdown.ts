import { readLine } from '@shared/domain/note/marks';
import type { MarkedLine } from '@shared/domain/note/marks';
import { blockTokens } from '@shared/markdown/dialect';
import type { Token } from '@shared/markdown/dialect';
import type { Block, Cell, Column, Heading, ListItem, Paragraph, Table, Words } from './blocks';
import { readWords } from './from-inline';
import { printable } from './printable';
import type { Voice } from './voice';
import { wide } from './shortened';
import { asTyped, isBlank, plain } from './writing';
import { chineseFormOf } from './written-form';
import type { ChineseForm } from './written-form';

/** What one text needs to become blocks. */
export interface Reading {
  /** What stands before a marked line in the place of its markers; without it markers stay as they were typed. */
  readonly labelOf?: (line: MarkedLine) => Words;
  /** The level of the document that the text's own first level has. */
  readonly firstLevel: Heading['level'];
}

/** A note: its headings stand below those of the document, its markers are words that every reader knows. */
export function fromNote(markdown: string, voice: Voice): Block[] {
  return fromMarkdown(markdown, { firstLevel: 4, labelOf: (line) => labelIn(voice, line) });
}

/** Text of ours that has no markers: a template that is filled in. */
export function fromMarkdown(markdown: string, reading: Reading): Block[] {
  const text = printable(markdown).replace(/\r\n?/g, '\n');
  const tokens = blockTokens(text);
  if (tokens !== null) return new BlockReader(reading, chineseFormOf(text)).read(tokens);
  return isBlank(text) ? [] : [{ kind: 'typed', words: asTyped(text) }];
}

function labelIn(voice: Voice, { marker, isSensitive }: MarkedLine): Words {
  const names = [
    isSensitive ? voice.word('markers.sensitive') : '',
    marker === null ? '' : voice.word(`markers.${marker}`),
  ];
  const words = voice.word('marked', { names: names.filter((name) => name !== '').join(' · ') });
  return [{ text: words, form: voice.form, looks: ['strong'] }];
}

interface ReadCell {
  readonly words: Words;
  readonly isEnd: boolean;
}

interface ReadRow {
  readonly isHead: boolean;
  readonly cells: readonly ReadCell[];
}

/** What a token that is still open has taken in so far. */
interface Frame {
  readonly token: Token;
  readonly blocks: Block[];
  readonly items: ListItem[];
  readonly cells: ReadCell[];
  readonly rows: ReadRow[];
  isTicked: boolean | null;
}

/** Reads the same tokens as the notes' editor, and takes them the same way. */
class BlockReader {
  readonly #reading: Reading;
  readonly #usual: ChineseForm;
  readonly #stack: Frame[] = [];
  readonly #whole: Block[] = [];

  constructor(reading: Reading, usual: ChineseForm) {
    this.#reading = reading;
    this.#usual = usual;
  }

  read(tokens: readonly Token[]): Block[] {
    for (const token of tokens) {
      if (token.nesting === 1) this.#stack.push(emptyFrame(token));
      else if (token.nesting === -1) this.#close();
      else this.#add(this.#leaf(token));
    }
    return this.#whole;
  }

  #add(blocks: readonly Block[]): void {
    (this.#stack.at(-1)?.blocks ?? this.#whole).push(...blocks);
  }

  #leaf(token: Token): Block[] {
    switch (token.type) {
      case 'hr':
        return [{ kind: 'rule' }];
      case 'fence':
      case 'code_block':
        return this.#typed(token);
      default:
        return this.#words(token.content);
    }
  }

  /** What was written beside the fence is shown too: a stray fence may have words there. */
  #typed({ content, info }: Token): Block[] {
    const beside = asTyped(info.trim(), ['code'], this.#usual);
    const words = asTyped(content.replace(/\n$/, ''), [], this.#usual);
    return [
      ...(beside.length === 0 ? [] : [{ kind: 'paragraph', words: beside } as const]),
      ...(words.length === 0 ? [] : [{ kind: 'typed', words } as const]),
    ];
  }

  #words(text: string): Block[] {
    const frame = this.#stack.at(-1);
    if (frame?.token.type !== 'paragraph_open') {
      return [{ kind: 'paragraph', words: this.#line(text) }];
    }
    const item = this.#stack.at(-2);
    const box = /^\[([ xX])\](?:[ \t]+|$)/.exec(text);
    if (!box || item?.token.type !== 'list_item_open' || item.blocks.length > 0) return this.#paragraphs(text);
    if (this.#stack.at(-3)?.token.type !== 'bullet_list_open') return this.#paragraphs(text);
    item.isTicked = box[1] !== ' ';
    return this.#paragraphs(text.slice(box[0].length));
  }

  /** A row with a marker begins a paragraph of its own, wherever it stands in one; an anchor ends it. */
  #paragraphs(text: string): Paragraph[] {
    const parts: string[] = [];
    let isEnded = true;
    let isSecret = false;
    for (const row of text.split('\n')) {
      const { marker, isSensitive } = this.#markersOf(row);
      if (isEnded || marker !== null || isSensitive) {
        // What is sensitive is so to the end of its paragraph, also where that is split.
        parts.push(isSecret && !isSensitive ? `[sensitive] ${row.trimStart()}` : row.trimStart());
      } else parts.push(`${parts.pop() ?? ''}\n${row}`);
      isSecret ||= isSensitive;
      isEnded = this.#markersOf(parts.at(-1) ?? '').anchor !== null;
    }
    return parts
      .map((part): Paragraph => ({ kind: 'paragraph', words: this.#line(part) }))
      .filter(({ words }) => !isBlank(plain(words)));
  }

  #markersOf(text: string): MarkedLine {
    return this.#reading.labelOf === undefined
      ? { marker: null, isSensitive: false, anchor: null, words: text }
      : readLine(text);
  }

  #line(text: string): Words {
    const line = this.#markersOf(text);
    const isMarked = line.marker !== null || line.isSensitive;
    const words = readWords(isMarked ? line.words : text, this.#usual);
    return isMarked ? [...(this.#reading.labelOf?.(line) ?? []), ...words] : words;
  }

  #close(): void {
    const frame = this.#stack.pop();
    if (frame) this.#closed(frame);
  }

  #closed({ token, blocks, items, cells, rows, isTicked }: Frame): void {
    const parent = this.#stack.at(-1);
    switch (token.type) {
      case 'heading_open': {
        const words = wordsIn(blocks);
        if (words.length > 0) this.#add([{ kind: 'heading', level: this.#levelOf(token), words }]);
        return;
      }
      case 'blockquote_open':
        if (blocks.length > 0) this.#add([{ kind: 'quotation', blocks }]);
        return;
      case 'list_item_open':
        parent?.items.push({ blocks, isTicked });
        return;
      case 'bullet_list_open':
        this.#add([{ kind: 'list', isOrdered: false, first: 1, items }]);
        return;
      case 'ordered_list_open':
        this.#add([{ kind: 'list', isOrdered: true, first: Number(token.attrGet('start') ?? 1), items }]);
        return;
      case 'th_open':
      case 'td_open': {
        const isEnd = /text-align:\s*right/.test(String(token.attrGet('style') ?? ''));
        parent?.cells.push({ words: wordsIn(blocks), isEnd });
        return;
      }
      case 'tr_open':
        parent?.rows.push({ isHead: parent.token.type === 'thead_open', cells });
        return;
      case 'thead_open':
      case 'tbody_open':
        parent?.rows.push(...rows);
        return;
      case 'table_open':
        this.#add([typedTable(rows)]);
        return;
      default:
        this.#add(blocks);
    }
  }

  /** The text's own first level is `firstLevel`; what would be deeper than the deepest is the deepest. */
  #levelOf({ tag }: Token): Heading['level'] {
    const level = this.#reading.firstLevel + Number(tag.slice(1)) - 1;
    return headingLevels.find((known) => known === level) ?? 6;
  }
}

const headingLevels = [2, 3, 4, 5, 6] as const satisfies readonly Heading['level'][];

function emptyFrame(token: Token): Frame {
  return { token, blocks: [], items: [], cells: [], rows: [], isTicked: null };
}

function wordsIn(blocks: readonly Block[]): Words {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.words : []));
}

/** A table that somebody typed: each column as wide as its longest words ask for, within reason. */
function typedTable(rows: readonly ReadRow[]): Table {
  const head = rows.find(({ isHead }) => isHead)?.cells ?? [];
  const body = rows.filter(({ isHead }) => !isHead);
  const columns = head.map(({ isEnd }, at): Column => {
    const longest = Math.max(...rows.map(({ cells }) => wide(plain(cells[at]?.words ?? []))));
    return { width: Math.min(Math.max(longest + 2, 8), 40), ...(isEnd ? { align: 'end' } : {}) };
  });
  const isHeadless = head.every(({ words }) => words.length === 0) && body.length > 0;
  return {
    kind: 'table',
    name: 'typed',
    columns,
    head: isHeadless ? null : head.map(cellOf),
    rows: body.map(({ cells }) => ({ cells: cells.map(cellOf) })),
  };
}

function cellOf({ words }: ReadCell): Cell {
  return { blocks: words.length === 0 ? [] : [{ kind: 'paragraph', words }] };
}
