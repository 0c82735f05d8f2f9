import type { Block, Cell, ListItem, Run, Words } from '../document/blocks';
import { fromMarkdown } from '../document/from-markdown';
import { isBlank, plain } from '../document/writing';
import type { TemplateGap } from '@shared/documents/template-gaps';
import type { Gap, Piece } from './read';

/** What a template's names stand for in one place of it. */
export interface FilledScope {
  readonly words: ReadonlyMap<string, Words>;
  readonly lists: ReadonlyMap<string, readonly FilledScope[]>;
  readonly parts: ReadonlyMap<string, () => readonly Block[]>;
}

/** A template that fills in to more than this, or takes more steps, is refused: it repeats lists within lists. */
const mostCharacters = 4_000_000;
const mostSteps = 200_000;

// Where words or a part go, a number stands between two characters that no text has: nobody's words are ever read as
// Markdown, and none of a part's.
const begin = '\ufdd0';
const end = '\ufdd1';
const places = new RegExp(`${begin}(\\d+)${end}`);
const marks = new RegExp(`[${begin}${end}]`, 'g');

/** A template that is filled in. */
export interface FilledTemplate {
  readonly blocks: readonly Block[];
  /** What is left for somebody to fill in, by the template's lines. */
  readonly gaps: readonly TemplateGap[];
}

/** The template with everything filled in; null when it would become too long. */
export function fillTemplate(pieces: readonly Piece[], scope: FilledScope): FilledTemplate | null {
  const filling = new Filling();
  if (!filling.write(pieces, [scope])) return null;
  const blocks = filling.filledIn(fromMarkdown(filling.markdown.join(''), { firstLevel: 2 }));
  return { blocks, gaps: filling.gapsLeft() };
}

class Filling {
  readonly markdown: string[] = [];
  readonly #words: Words[] = [];
  readonly #parts = new Map<number, readonly Block[]>();
  /** How often each gap of the template was written. */
  readonly #gaps = new Map<Gap, number>();
  #characters = 0;
  #steps = 0;

  /** `scopes`: the innermost first. Answers false when it would become too long. */
  write(pieces: readonly Piece[], scopes: readonly FilledScope[]): boolean {
    return pieces.every((piece) => {
      this.#steps += 1;
      if (this.#steps > mostSteps || this.#characters > mostCharacters) return false;
      switch (piece.kind) {
        case 'text':
          for (const gap of piece.gaps) this.#gaps.set(gap, (this.#gaps.get(gap) ?? 0) + 1);
          return this.#put(piece.text.replace(marks, ''));
        case 'field':
          return this.#putWords(wordsAt(scopes, piece.name));
        case 'part':
          return this.#putPart(scopes.find(({ parts }) => parts.has(piece.name))?.parts.get(piece.name)?.() ?? []);
        case 'section':
          return this.#section(piece, scopes);
      }
    });
  }

  #section({ name, isAbsent, pieces }: Extract<Piece, { kind: 'section' }>, scopes: readonly FilledScope[]): boolean {
    const nearest = scopes.find((scope) => scope.lists.has(name) || scope.words.has(name));
    const list = nearest?.lists.get(name);
    const isThere = list === undefined ? !isBlank(plain(wordsAt(scopes, name))) : list.length > 0;
    if (isAbsent) return isThere || this.write(pieces, scopes);
    if (list === undefined) return !isThere || this.write(pieces, scopes);
    return list.every((each) => this.write(pieces, [each, ...scopes]));
  }

  #put(text: string): boolean {
    this.markdown.push(text);
    this.#characters += text.length;
    return true;
  }

  #putWords(words: Words): boolean {
    if (isBlank(plain(words))) return true;
    this.#characters += plain(words).length;
    this.#words.push(words);
    return this.#put(`${begin}${this.#words.length - 1}${end}`);
  }

  /** A part is a paragraph of its own. */
  #putPart(blocks: readonly Block[]): boolean {
    this.#parts.set(this.#words.length, blocks);
    this.#words.push([]);
    this.#characters += sizeOf(blocks);
    return this.#put(`\n\n${begin}${this.#words.length - 1}${end}\n\n`);
  }

  gapsLeft(): TemplateGap[] {
    return [...this.#gaps].map(([gap, count]) => ({ ...gap, count })).sort((one, other) => one.line - other.line);
  }

  filledIn(blocks: readonly Block[]): Block[] {
    return blocks.flatMap((block): readonly Block[] => {
      switch (block.kind) {
        case 'paragraph':
          return this.#partAt(block.words) ?? this.#line(block);
        case 'heading':
        case 'typed':
          return this.#line(block);
        case 'quotation':
          return [{ ...block, blocks: this.filledIn(block.blocks) }];
        case 'list':
          return [
            { ...block, items: block.items.map((item): ListItem => ({ ...item, blocks: this.filledIn(item.blocks) })) },
          ];
        case 'table':
          return [
            {
              ...block,
              head: block.head?.map((cell) => this.#cell(cell)) ?? null,
              rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => this.#cell(cell)) })),
            },
          ];
        default:
          return [block];
      }
    });
  }

  #cell(cell: Cell): Cell {
    return { ...cell, blocks: this.filledIn(cell.blocks) };
  }

  #line<Line extends Extract<Block, { words: Words }>>(line: Line): Line[] {
    const words = line.words.flatMap((run) => this.#run(run));
    return isBlank(plain(words)) ? [] : [{ ...line, words }];
  }

  #partAt(words: Words): readonly Block[] | undefined {
    const [, place] = new RegExp(`^${places.source}$`).exec(plain(words).trim()) ?? [];
    return place === undefined ? undefined : this.#parts.get(Number(place));
  }

  /** Words take on the looks of the place where they are put. */
  #run(run: Run): Run[] {
    return run.text.split(places).flatMap((text, at): Run[] => {
      if (at % 2 === 0) return text === '' ? [] : [{ ...run, text }];
      return (this.#words[Number(text)] ?? []).map((put) => ({
        ...put,
        looks: [...new Set([...run.looks, ...put.looks])],
      }));
    });
  }
}

function wordsAt(scopes: readonly FilledScope[], name: string): Words {
  return scopes.find(({ words }) => words.has(name))?.words.get(name) ?? [];
}

/** How much a part adds, roughly: enough to stop one that is repeated without end. */
function sizeOf(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).length;
}
