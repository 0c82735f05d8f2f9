import type { Block, Cell, Heading, List, Row, Table, Words } from '../document/blocks';
import type { PaperDocument, Section } from '../document/document';
import { isBlank, plain } from '../document/writing';
import { markdownWords } from './markdown-words';

export interface MarkdownOptions {
  /** What the file of a photograph is called. */
  readonly fileNameOf: (attachmentId: string) => string;
}

/** A document as Markdown: to be read as it is, and by every program that knows Markdown. */
export function writeMarkdown(document: PaperDocument, { fileNameOf }: MarkdownOptions): string {
  const writer = new MarkdownWriter(fileNameOf);
  const { words } = document.marking;
  const numbered = document.sections.filter(({ isNumbered }) => isNumbered);
  const parts = [
    isBlank(words) ? '' : strong(words),
    ...(document.cover === null ? [] : writer.cover(document.cover)),
    ...(document.letterhead === null ? [] : writer.letterhead(document.letterhead)),
    ...document.sections.map((section) => writer.section(section, numbered.indexOf(section) + 1)),
    '---',
    [plain(document.running.foot), words]
      .filter((part) => !isBlank(part))
      .map(line)
      .join(' · '),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function strong(words: string): string {
  return markdownWords([{ text: words, form: 'en', looks: ['strong'] }], 'paragraph');
}

function line(words: string): string {
  return markdownWords([{ text: words, form: 'en', looks: [] }], 'paragraph');
}

/** Blocks below one another; two lists in a row have other signs, or they would be one. */
class MarkdownWriter {
  readonly #fileNameOf: (attachmentId: string) => string;

  constructor(fileNameOf: (attachmentId: string) => string) {
    this.#fileNameOf = fileNameOf;
  }

  cover({ kicker, reference, titles, route, facts }: NonNullable<PaperDocument['cover']>): string[] {
    const [title, ...others] = titles;
    return [
      [markdownWords(kicker, 'paragraph'), line(reference)].filter((part) => part !== '').join(' · '),
      title === undefined ? '' : `# ${markdownWords(title, 'heading')}`,
      ...others.map((other) => markdownWords(other, 'paragraph')),
      route.map((stop) => markdownWords(stop, 'paragraph')).join(' → '),
      facts
        .map(({ label, value, aside }) => {
          const said = [value, ...aside].map((words) => markdownWords(words, 'cell')).filter((part) => part !== '');
          return `- ${this.#label(label)} – ${said.join(' · ')}`;
        })
        .join('\n'),
    ];
  }

  letterhead({ title, lines }: NonNullable<PaperDocument['letterhead']>): string[] {
    return [
      isBlank(plain(title)) ? '' : `# ${markdownWords(title, 'heading')}`,
      lines.map((words) => markdownWords(words, 'paragraph')).join('\\\n'),
    ];
  }

  section({ title, lead, blocks, isNumbered }: Section, number: number): string {
    const heading = isBlank(plain(title))
      ? ''
      : `## ${isNumbered ? `${number}. ` : ''}${markdownWords(title, 'heading')}`;
    const under = lead === null ? '' : markdownWords(lead, 'paragraph');
    return [heading, under, this.blocks(blocks)].filter((part) => part !== '').join('\n\n');
  }

  /** In a list's item a list follows its words at once. */
  blocks(blocks: readonly Block[], isTight = false): string {
    let isOther = false;
    let text = '';
    for (const [at, block] of blocks.entries()) {
      const before = blocks[at - 1];
      const isBeside = block.kind === 'list' && before?.kind === 'list' && block.isOrdered === before.isOrdered;
      isOther = isBeside && !isOther;
      const said = block.kind === 'list' ? this.#list(block, isOther) : this.#block(block);
      if (said === '') continue;
      const gap = isTight && block.kind === 'list' && before?.kind === 'paragraph' ? '\n' : '\n\n';
      text += text === '' ? said : `${gap}${said}`;
    }
    return text;
  }

  #block(block: Exclude<Block, List>): string {
    switch (block.kind) {
      case 'heading':
        return `${hashes[block.level]} ${markdownWords(block.words, 'heading')}`;
      case 'paragraph':
        return markdownWords(block.words, 'paragraph');
      case 'quotation':
      case 'callout':
        return indented(this.blocks(block.blocks), '> ', '> ');
      case 'typed':
        return fenced(plain(block.words));
      case 'table':
        return this.#table(block);
      case 'facts':
        return block.facts.map(({ label, value }) => this.#fact(label, value)).join('\n');
      case 'figures':
        return block.figures.map(({ count, label }) => `${strong(count)} ${markdownWords(label, 'cell')}`).join(' · ');
      case 'beside':
        return block.parts.map((part) => this.blocks(part)).join('\n\n');
      case 'photographs':
        return block.photographs.map(({ attachmentId, caption }) => this.#photograph(attachmentId, caption)).join('\n');
      case 'chart':
        return this.#chart(block);
      case 'together':
        return this.blocks(block.blocks);
      case 'rule':
        return '---';
      case 'page-break':
        return '';
    }
  }

  #label(words: Words): string {
    return markdownWords(
      words.map((run) => ({ ...run, looks: ['strong'] })),
      'cell',
    );
  }

  #fact(label: Words, value: readonly Block[]): string {
    const [first, ...others] = value;
    const name = this.#label(label);
    const isShort = first?.kind === 'paragraph' && others.length === 0;
    const said = isShort ? `${name} – ${markdownWords(first.words, 'paragraph')}` : `${name}\n\n${this.blocks(value)}`;
    return indented(said.trim(), '- ', '  ');
  }

  #list({ isOrdered, first, items }: List, isOther: boolean): string {
    return items
      .map(({ blocks, isTicked }, at) => {
        const sign = isOrdered ? `${first + at}${isOther ? ')' : '.'} ` : isOther ? '* ' : '- ';
        const box = isTicked === null ? '' : isTicked ? '[x] ' : '[ ] ';
        const said = this.blocks(blocks, true);
        // Words that look like a box stay words.
        const words = box === '' ? said.replace(/^\\?\[(?=[ xX]\\?\])/, '\\[') : `${box}${said}`;
        return indented(words, sign, ' '.repeat(sign.length));
      })
      .join('\n');
  }

  #photograph(attachmentId: string, caption: Words): string {
    const said = markdownWords(caption, 'cell');
    const file = line(this.#fileNameOf(attachmentId));
    return said === '' ? `- ${file}` : `- ${said} (${file})`;
  }

  #chart({ title, bars }: Extract<Block, { kind: 'chart' }>): string {
    const rows = bars.map(({ label, shown }) => [markdownWords(label, 'cell'), markdownWords(asWords(shown), 'cell')]);
    return [this.#label(title), tableOf(['', ''], rows, [false, true])].filter((part) => part !== '').join('\n\n');
  }

  #table({ columns, head, rows }: Table): string {
    const written = (cells: readonly Cell[]): string[] => {
      const row: string[] = [];
      for (const cell of cells) {
        row.push(this.#cell(cell), ...new Array<string>(Math.max((cell.span ?? 1) - 1, 0)).fill(''));
      }
      return [...row, ...new Array<string>(Math.max(columns.length - row.length, 0)).fill('')];
    };
    const isSum = ({ isTotal }: Row): boolean => isTotal === true;
    return tableOf(
      written(head ?? []),
      rows.map((row) => written(row.cells).map((cell) => (isSum(row) && cell !== '' ? bold(cell) : cell))),
      columns.map(({ align }) => align === 'end'),
    );
  }

  /** A cell is one line: its blocks stand in it one under the other. */
  #cell({ blocks }: Cell): string {
    return blocks
      .flatMap((block) => this.#cellLines(block))
      .filter((part) => part !== '')
      .join('<br>');
  }

  #cellLines(block: Block): string[] {
    switch (block.kind) {
      case 'heading':
        return [this.#label(block.words)];
      case 'paragraph':
      case 'typed':
        return [markdownWords(block.words, 'cell')];
      case 'list':
        return block.items.flatMap(({ blocks, isTicked }, at) => {
          const box = isTicked === null ? '' : isTicked ? '☑ ' : '☐ ';
          const sign = block.isOrdered ? `${block.first + at}. ` : box === '' ? '• ' : box;
          const [first = '', ...others] = blocks.flatMap((inner) => this.#cellLines(inner));
          return [`${sign}${first}`, ...others];
        });
      case 'quotation':
      case 'callout':
      case 'together':
        return block.blocks.flatMap((inner) => this.#cellLines(inner));
      case 'beside':
        return block.parts.flat().flatMap((inner) => this.#cellLines(inner));
      case 'facts':
        return block.facts.map(
          ({ label, value }) =>
            `${this.#label(label)} – ${value.flatMap((inner) => this.#cellLines(inner)).join('<br>')}`,
        );
      case 'table':
        return [...(block.head ?? []), ...block.rows.flatMap(({ cells }) => cells)].map((cell) => this.#cell(cell));
      case 'figures':
        return block.figures.map(({ count, label }) => `${strong(count)} ${markdownWords(label, 'cell')}`);
      case 'photographs':
        return block.photographs.map(({ attachmentId, caption }) => this.#photograph(attachmentId, caption).slice(2));
      case 'chart':
        return [
          this.#label(block.title),
          ...block.bars.map(({ label, shown }) => markdownWords([...label, ...asWords(` ${shown}`)], 'cell')),
        ];
      case 'rule':
      case 'page-break':
        return [];
    }
  }
}

const hashes = { 2: '###', 3: '####', 4: '#####', 5: '######', 6: '######' } as const satisfies Record<
  Heading['level'],
  string
>;

function asWords(text: string): Words {
  return [{ text, form: 'en', looks: [] }];
}

/** A cell that is all bold, unless it has marks of its own. */
function bold(cell: string): string {
  return /^[\p{L}\p{N}][^*`~_\\<]*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u.test(cell) ? `**${cell}**` : cell;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[], isEnd: readonly boolean[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), `|${isEnd.map((end) => (end ? ' ---: ' : ' --- ')).join('|')}|`, ...rows.map(row)].join('\n');
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((part, at) => `${at === 0 ? first : others}${part}`.trimEnd())
    .join('\n');
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
