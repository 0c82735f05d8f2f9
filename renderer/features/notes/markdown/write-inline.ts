import { Fragment } from '@tiptap/pm/model';
import type { Mark, Node } from '@tiptap/pm/model';
import { seam, writtenBreak } from '@shared/markdown/dialect';
import { escaped, entityOf } from './escape';
import { readInline } from './read-inline';

interface InlineOptions {
  /** Whether a line break may be written as a new line; a heading and a table's cell are one line. */
  readonly hasLines: boolean;
}

/** The words of a paragraph, heading or cell as Markdown that reads back as the very same. */
export function writeInline(node: Node, { hasLines }: InlineOptions): string {
  const plain = new InlineWriter(node, hasLines, false).write();
  // Where marks meet in a way that Markdown would read otherwise, the places are kept apart by a seam.
  return readsAs(plain, node) ? plain : new InlineWriter(node, hasLines, true).write();
}

function readsAs(text: string, node: Node): boolean {
  return Fragment.fromArray(readInline(node.type.schema, text)).eq(node.content);
}

const signs: Readonly<Record<string, string>> = { bold: '**', italic: '*', strike: '~~' };

class InlineWriter {
  readonly #pieces: readonly Node[];
  readonly #hasLines: boolean;
  readonly #isSeamed: boolean;
  /** The marks that are open, the outermost first. */
  #open: Mark[] = [];
  #text = '';

  constructor(node: Node, hasLines: boolean, isSeamed: boolean) {
    this.#pieces = node.children;
    this.#hasLines = hasLines;
    this.#isSeamed = isSeamed;
  }

  write(): string {
    for (const [at, piece] of this.#pieces.entries()) {
      const isAddress = this.#isAddress(at);
      const wanted = piece.marks.filter(({ type }) => type.name !== 'code' && !(isAddress && type.name === 'link'));
      const kept = this.#open.findIndex((mark) => !mark.isInSet(wanted));
      if (kept !== -1) this.#closeTo(kept);
      const opened = this.#openAll(wanted, at);
      this.#text += isAddress ? `<${piece.text ?? ''}>` : this.#said(piece, at, opened);
    }
    this.#closeTo(0);
    return this.#text;
  }

  /** A link whose words are its address is written as that. */
  #isAddress(at: number): boolean {
    const piece = this.#pieces[at];
    const link = piece?.marks.find(({ type }) => type.name === 'link');
    if (!piece?.isText || !link || link.attrs['title'] !== null || link.attrs['href'] !== piece.text) return false;
    if (piece.marks.some(({ type }) => type.name === 'code')) return false;
    const isAlone = [at - 1, at + 1].every((beside) => !link.isInSet(this.#pieces[beside]?.marks ?? []));
    return isAlone && /^[a-z][a-z0-9+.-]{1,31}:[^<>\s]*$/i.test(piece.text ?? '');
  }

  #closeTo(length: number): void {
    while (this.#open.length > length) {
      const mark = this.#open.pop();
      if (mark) this.#sign(mark.type.name === 'link' ? `](${target(mark)})` : (signs[mark.type.name] ?? ''));
    }
  }

  #openAll(wanted: readonly Mark[], at: number): boolean {
    const missing = wanted.filter((mark) => !mark.isInSet(this.#open));
    // Those that reach furthest go outside, so that they need not be closed and opened again.
    const inOrder = missing
      .map((mark) => ({ mark, reach: this.#reach(mark, at) }))
      .sort((one, other) => other.reach - one.reach);
    for (const { mark } of inOrder) {
      this.#open.push(mark);
      this.#sign(mark.type.name === 'link' ? '[' : (signs[mark.type.name] ?? ''));
    }
    return inOrder.length > 0;
  }

  #reach(mark: Mark, from: number): number {
    const end = this.#pieces.findIndex((piece, at) => at > from && !mark.isInSet(piece.marks));
    return (end === -1 ? this.#pieces.length : end) - from;
  }

  #sign(sign: string): void {
    this.#text += this.#isSeamed ? `${seam}${sign}${seam}` : sign;
  }

  #said(piece: Node, at: number, isOpened: boolean): string {
    if (piece.type.name === 'source') return String(piece.attrs['source']);
    const next = this.#pieces[at + 1];
    if (!piece.isText) return this.#break(at);
    const text = piece.text ?? '';
    if (piece.marks.some(({ type }) => type.name === 'code')) return code(text);
    const isClosed = next === undefined ? this.#open.length > 0 : this.#open.some((mark) => !mark.isInSet(next.marks));
    const before = this.#pieces[at - 1];
    return escaped(text, {
      isFirst: isOpened || !before?.isText,
      isLast: isClosed || !next?.isText,
      isInLink: this.#open.some(({ type }) => type.name === 'link'),
      isBeforeLink: next?.marks.some(({ type }) => type.name === 'link') ?? false,
    });
  }

  /** A new line, unless it would end the paragraph or be lost at its end. */
  #break(at: number): string {
    const next = this.#pieces[at + 1];
    const isBetween = at > 0 && next !== undefined && (next.isText || next.type.name === 'source');
    return isBetween && this.#hasLines && !this.#isSeamed ? '\n' : writtenBreak;
  }
}

function code(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  let length = 1;
  while (runs.includes(length)) length += 1;
  const sign = '`'.repeat(length);
  const isPadded = /^`|`$/.test(text) || (/^ .* $/s.test(text) && text.trim() !== '');
  return isPadded ? `${sign} ${text} ${sign}` : `${sign}${text}${sign}`;
}

function target(link: Mark): string {
  const address = String(link.attrs['href'] ?? '');
  const { title } = link.attrs;
  const written =
    /^[^\s<>()\\]+$/.test(address) && !/&#?\w+;/.test(address)
      ? address
      : `<${address.replace(/[\\<>&]/g, '\\$&').replace(/\s/g, entityOf)}>`;
  return typeof title === 'string'
    ? `${written} "${title.replace(/["\\&]/g, '\\$&').replace(/\n/g, entityOf)}"`
    : written;
}
