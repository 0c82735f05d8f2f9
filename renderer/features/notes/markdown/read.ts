import { Fragment } from '@tiptap/pm/model';
import type { Attrs, Node, Schema } from '@tiptap/pm/model';
import { readLine } from '@shared/domain/note/marks';
import { blockTokens } from '@shared/markdown/dialect';
import type { Token } from '@shared/markdown/dialect';
import { keepSources } from './sources';
import { readInline, typeOf } from './read-inline';

/** What an empty paragraph is written as: a blank that cannot be seen, so that empty lines between thoughts stay. */
export const emptyParagraph = '\u00A0';

interface Frame {
  readonly token: Token;
  readonly content: Node[];
  isChecked: boolean | null;
}

/** A note's Markdown as a document of the editor. Words are never left out; what has no form of its own is text. */
export function readMarkdown(schema: Schema, markdown: string): Node {
  const text = markdown.replace(/\r\n?/g, '\n');
  const tokens = blockTokens(text);
  const content = tokens === null ? plainParagraphs(schema, text) : new BlockReader(schema).read(tokens, text);
  const doc = typeOf(schema.nodes, 'doc');
  return doc.create(null, content.length === 0 ? [paragraph(schema, '')] : content);
}

function plainParagraphs(schema: Schema, text: string): Node[] {
  return text.split('\n').map((line) => make(schema, 'paragraph', null, line === '' ? [] : [schema.text(line)]));
}

/** An underlined heading may hold a picture whose words run over two lines; it is written as one line. */
function onOneLine(node: Node): Node {
  const source: unknown = node.attrs['source'];
  if (typeof source !== 'string' || !source.includes('\n')) return node;
  return node.type.create({ source: source.replaceAll('\n', ' ') }, null, node.marks);
}

function make(schema: Schema, name: string, attrs: Attrs | null, content: readonly Node[]): Node {
  return typeOf(schema.nodes, name).create(attrs, Fragment.fromArray([...content]));
}

function paragraph(schema: Schema, text: string): Node {
  const { words, marker, isSensitive, anchor } = readLine(text);
  const isMarked = marker !== null || isSensitive;
  const said = isMarked ? words : text;
  const content = said === emptyParagraph ? [] : readInline(schema, said);
  return make(schema, 'paragraph', isMarked ? { marker, isSensitive, anchor } : null, content);
}

/** A row with a marker begins a paragraph of its own, wherever it stands in one; an anchor ends it. */
function paragraphs(schema: Schema, text: string): Node[] {
  const parts: string[] = [];
  let isEnded = true;
  let isSecret = false;
  for (const line of text.split('\n')) {
    const { marker, isSensitive } = readLine(line);
    if (isEnded || marker !== null || isSensitive) {
      // What is sensitive is so to the end of its paragraph, also where that is split.
      parts.push(isSecret && !isSensitive ? `[sensitive] ${line.trimStart()}` : line.trimStart());
    } else parts.push(`${parts.pop() ?? ''}\n${line}`);
    isSecret ||= isSensitive;
    isEnded = readLine(parts.at(-1) ?? '').anchor !== null;
  }
  return parts.map((part) => paragraph(schema, part));
}

class BlockReader {
  readonly #schema: Schema;
  readonly #stack: Frame[] = [];
  readonly #blocks: { readonly token: Token; readonly nodes: Node[] }[] = [];

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  read(tokens: readonly Token[], text: string): Node[] {
    for (const token of tokens) {
      if (token.nesting === 1) this.#stack.push({ token, content: [], isChecked: null });
      else if (token.nesting === -1) this.#close();
      else this.#add(token, this.#leaf(token));
    }
    keepSources(text, this.#blocks);
    return this.#blocks.flatMap(({ nodes }) => nodes);
  }

  #add(token: Token, nodes: Node[]): void {
    const parent = this.#stack.at(-1);
    if (parent) parent.content.push(...nodes);
    else this.#blocks.push({ token, nodes });
  }

  #leaf(token: Token): Node[] {
    const schema = this.#schema;
    switch (token.type) {
      case 'hr':
        return [make(schema, 'horizontalRule', null, [])];
      case 'fence':
      case 'code_block': {
        const code = token.content.replace(/\n$/, '');
        const language = token.type === 'fence' && token.info.trim() !== '' ? token.info.trim() : null;
        return [make(schema, 'codeBlock', { language }, code === '' ? [] : [schema.text(code)])];
      }
      default:
        return this.#words(token.content);
    }
  }

  /** What stands within a paragraph, heading or cell: a paragraph gives whole paragraphs, the others their words. */
  #words(text: string): Node[] {
    const schema = this.#schema;
    if (this.#stack.at(-1)?.token.type !== 'paragraph_open') return readInline(schema, text).map(onOneLine);
    const item = this.#stack.at(-2);
    const box = /^\[([ xX])\](?:[ \t]+|$)/.exec(text);
    if (!box || item?.token.type !== 'list_item_open' || item.content.length > 0) return paragraphs(schema, text);
    if (this.#stack.at(-3)?.token.type !== 'bullet_list_open') return paragraphs(schema, text);
    item.isChecked = box[1] !== ' ';
    return paragraphs(schema, text.slice(box[0].length));
  }

  #close(): void {
    const frame = this.#stack.pop();
    if (frame) this.#add(frame.token, this.#closed(frame));
  }

  #closed({ token, content, isChecked }: Frame): Node[] {
    const schema = this.#schema;
    const one = (name: string, attrs: Attrs | null = null): Node[] => [make(schema, name, attrs, content)];
    switch (token.type) {
      case 'paragraph_open':
        return content.length === 0 ? one('paragraph') : content;
      case 'heading_open':
        return one('heading', { level: Number(token.tag.slice(1)) });
      case 'blockquote_open':
        return [make(schema, 'blockquote', null, content.length === 0 ? [paragraph(schema, '')] : content)];
      case 'list_item_open': {
        const whole = content[0]?.type.name === 'paragraph' ? content : [paragraph(schema, ''), ...content];
        return isChecked === null
          ? [make(schema, 'listItem', null, whole)]
          : [make(schema, 'taskItem', { checked: isChecked }, whole)];
      }
      case 'bullet_list_open':
        return runsOfItems(content).map((items) =>
          make(schema, items[0]?.type.name === 'taskItem' ? 'taskList' : 'bulletList', null, items),
        );
      case 'ordered_list_open':
        return one('orderedList', { start: Number(token.attrGet('start') ?? 1) });
      case 'th_open':
      case 'td_open': {
        const align = /text-align:\s*(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1] ?? null;
        return one(token.type === 'th_open' ? 'tableHeader' : 'tableCell', { align });
      }
      case 'tr_open':
        return one('tableRow');
      case 'table_open':
        return one('table');
      default:
        // thead and tbody: their rows are the table's.
        return content;
    }
  }
}

/** A list in which some items have boxes and some have none is several lists, one after the other. */
function runsOfItems(items: readonly Node[]): Node[][] {
  const runs: Node[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.[0]?.type === item.type) run.push(item);
    else runs.push([item]);
  }
  return runs;
}
