import { Mark } from '@tiptap/pm/model';
import type { Node, Schema } from '@tiptap/pm/model';
import { inlineTokens } from '@shared/markdown/dialect';
import type { Token } from '@shared/markdown/dialect';

/** The words of a paragraph, heading or cell with their marks. */
export function readInline(schema: Schema, text: string): Node[] {
  const { marks, nodes } = schema;
  const open: Mark[] = [];
  const read: Node[] = [];
  const around = (): readonly Mark[] => open.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), Mark.none);
  for (const token of inlineTokens(text)) {
    const mark = openedBy(schema, token);
    if (mark) open.push(mark);
    else if (token.nesting === -1) open.pop();
    else if (token.type === 'softbreak' || token.type === 'hardbreak') {
      read.push(typeOf(nodes, 'hardBreak').create(null, null, around()));
    } else if (token.type === 'source') {
      read.push(typeOf(nodes, 'source').create({ source: token.content }, null, around()));
    } else if (token.content !== '') {
      const isCode = token.type === 'code_inline';
      read.push(schema.text(token.content, isCode ? typeOf(marks, 'code').create().addToSet(around()) : around()));
    }
  }
  return read;
}

const markNames: Readonly<Record<string, string>> = { strong_open: 'bold', em_open: 'italic', s_open: 'strike' };

function openedBy({ marks }: Schema, token: Token): Mark | undefined {
  if (token.type === 'link_open') {
    return typeOf(marks, 'link').create({ href: token.attrGet('href'), title: token.attrGet('title') });
  }
  const name = markNames[token.type];
  return name === undefined ? undefined : typeOf(marks, name).create();
}

/** A kind of node or mark that every note has. */
export function typeOf<T>(types: Readonly<Record<string, T>>, name: string): T {
  const type = types[name];
  if (type === undefined) throw new Error(`Notes have no ${name}`);
  return type;
}
