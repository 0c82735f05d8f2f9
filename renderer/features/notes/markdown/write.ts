import type { Node } from '@tiptap/pm/model';
import { writeLine } from '@shared/domain/note/marks';
import type { Marker } from '@shared/domain/note/marks';
import { escapedLines } from './escape';
import { emptyParagraph } from './read';
import { gapBetween, sourceOf } from './sources';
import { writeInline } from './write-inline';

/** What a block has been written as. Blocks that an edit does not touch are the same objects before and after it. */
const written = { plain: new WeakMap<Node, string>(), other: new WeakMap<Node, string>() };

/**
 * A note as Markdown. Blocks that nobody has changed since they were read stay as they were written; the others are
 * written in the one form that `readMarkdown` reads back as the very same document.
 */
export function writeMarkdown(doc: Node): string {
  if (doc.childCount === 1 && isEmpty(doc.child(0))) return '';
  let text = '';
  let before: Node | null = null;
  let isBeforeAsRead = true;
  let isBeforeOther = false;
  doc.forEach((node, _, index) => {
    const after = index + 1 < doc.childCount ? doc.child(index + 1) : null;
    const isBesideItsKind =
      familyOf(node) !== null && [before, after].some((each) => each !== null && familyOf(each) === familyOf(node));
    const source = isBesideItsKind ? undefined : sourceOf(node);
    const isOther = isSecondOfItsKind(before, node, isBeforeOther);
    const gap = source !== undefined && isBeforeAsRead ? gapBetween(before, node) : undefined;
    text += (gap ?? (before === null ? '' : '\n\n')) + (source ?? writeBlock(node, isOther));
    before = node;
    isBeforeAsRead = source !== undefined;
    isBeforeOther = isOther;
  });
  return text;
}

/** A note in the one form, whatever it was read from. */
export function writeCanonically(doc: Node): string {
  return doc.childCount === 1 && isEmpty(doc.child(0)) ? '' : writeBlocks(doc);
}

function isEmpty(node: Node): boolean {
  return (
    node.type.name === 'paragraph' &&
    node.childCount === 0 &&
    node.attrs['marker'] === null &&
    node.attrs['isSensitive'] !== true
  );
}

function familyOf(node: Node): 'bullets' | 'numbers' | null {
  if (node.type.name === 'orderedList') return 'numbers';
  return node.type.name === 'bulletList' || node.type.name === 'taskList' ? 'bullets' : null;
}

/** Two lists side by side are kept apart by their signs. */
function isSecondOfItsKind(before: Node | null, node: Node, isBeforeOther: boolean): boolean {
  return before !== null && familyOf(node) !== null && familyOf(before) === familyOf(node) && !isBeforeOther;
}

function writeBlocks(parent: Node): string {
  let text = '';
  let before: Node | null = null;
  let isBeforeOther = false;
  parent.forEach((node) => {
    const isOther = isSecondOfItsKind(before, node, isBeforeOther);
    const block = writeBlock(node, isOther);
    const isListOfItem =
      parent.type.name.endsWith('Item') && before?.type.name === 'paragraph' && canFollowAtOnce(node, block);
    text += (before === null ? '' : isListOfItem ? '\n' : '\n\n') + block;
    before = node;
    isBeforeOther = isOther;
  });
  return text;
}

/** A list may follow an item's words without an empty line when it cannot be taken for their underline. */
function canFollowAtOnce(node: Node, block: string): boolean {
  const family = familyOf(node);
  return (family === 'bullets' || (family === 'numbers' && node.attrs['start'] === 1)) && /^\S+ +\S/.test(block);
}

function writeBlock(node: Node, isOther: boolean): string {
  const known = isOther ? written.other : written.plain;
  const before = known.get(node);
  if (before !== undefined) return before;
  const text = blockAsText(node, isOther);
  known.set(node, text);
  return text;
}

function blockAsText(node: Node, isOther: boolean): string {
  switch (node.type.name) {
    case 'paragraph':
      return paragraphAsText(node);
    case 'heading':
      return headingAsText(node);
    case 'codeBlock':
      return codeAsText(node);
    case 'blockquote':
      return prefixed(writeBlocks(node), '> ', '> ');
    case 'bulletList':
    case 'taskList':
    case 'orderedList':
      return listAsText(node, isOther);
    case 'table':
      return tableAsText(node);
    case 'horizontalRule':
      return '---';
    default:
      throw new Error(`A note cannot hold ${node.type.name}`);
  }
}

function paragraphAsText(node: Node): string {
  const marker = node.attrs['marker'] as Marker | null;
  const isSensitive = node.attrs['isSensitive'] === true;
  const isMarked = marker !== null || isSensitive;
  const inline = writeInline(node, { hasLines: true });
  if (node.childCount === 0 && !isMarked) return emptyParagraph;
  const words = inline === emptyParagraph ? '&nbsp;' : escapedLines(inline, marker === 'follow-up');
  return isMarked ? writeLine({ marker, isSensitive, anchor: node.attrs['anchor'] as string | null, words }) : words;
}

function headingAsText(node: Node): string {
  const words = writeInline(node, { hasLines: false }).replace(/(^|\s)(#+)$/, '$1\\$2');
  return `${'#'.repeat(Number(node.attrs['level']))} ${words}`.replace(/ +$/, '');
}

function codeAsText(node: Node): string {
  const language = typeof node.attrs['language'] === 'string' ? node.attrs['language'] : '';
  const sign = language.includes('`') ? '~' : '`';
  const runs = [...node.textContent.matchAll(sign === '`' ? /`+/g : /~+/g)].map(([run]) => run.length);
  const fence = sign.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}${language}\n${node.textContent === '' ? '' : `${node.textContent}\n`}${fence}`;
}

/** Every line with something before it; an empty one only with what counts there. */
function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, at) =>
      line === '' ? (at === 0 ? first : others).replace(/ +$/, '') : (at === 0 ? first : others) + line,
    )
    .join('\n');
}

const lastNumber = 999_999_999;

function listAsText(list: Node, isOther: boolean): string {
  return list.children
    .map((item, at) => {
      const number = Math.min(lastNumber, Number(list.attrs['start'] ?? 1) + at);
      const sign = list.type.name === 'orderedList' ? `${number}${isOther ? ')' : '.'} ` : isOther ? '* ' : '- ';
      const box = list.type.name === 'taskList' ? (item.attrs['checked'] === true ? '[x] ' : '[ ] ') : '';
      const isBare = item.childCount === 1 && isEmpty(item.child(0));
      return prefixed(box + (isBare ? '' : writeBlocks(item)), sign, ' '.repeat(sign.length)).replace(/ +$/, '');
    })
    .join('\n');
}

function tableAsText(table: Node): string {
  const rows = table.children.map((row) =>
    row.children.map((cell) => writeInline(cell, { hasLines: false }).replaceAll('|', '\\|')),
  );
  const lines = (table.firstChild?.children ?? []).map(({ attrs }) => ruleOf(attrs['align']));
  const [head = [], ...body] = rows;
  return [head, lines, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function ruleOf(align: unknown): string {
  return align === 'left' ? ':--' : align === 'right' ? '--:' : align === 'center' ? ':-:' : '---';
}
