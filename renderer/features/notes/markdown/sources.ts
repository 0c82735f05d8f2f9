import type { Node } from '@tiptap/pm/model';
import type { Token } from '@shared/markdown/dialect';

interface Kept {
  readonly source: string;
  /** The block before it when it was read, and what stood between the two. */
  readonly before: Node | null;
  readonly gap: string;
}

/** What each block was read from. Documents share the blocks that an edit does not touch, so those are known again. */
const kept = new WeakMap<Node, Kept>();

interface ReadBlock {
  readonly token: Token;
  readonly nodes: readonly Node[];
}

/** Remembers what the top blocks of a text were read from, so that an edit leaves the others as they were written. */
export function keepSources(text: string, blocks: readonly ReadBlock[]): void {
  const lines = text.split('\n');
  let before: Node | null = null;
  let endOfLast = 0;
  for (const { token, nodes } of blocks) {
    const [from, to] = token.map ?? [0, 0];
    const source = lines
      .slice(from, to)
      .join('\n')
      .replace(/(?:\n[ \t]*)+$/, '');
    const [node] = nodes;
    const isOne = node !== undefined && nodes.length === 1;
    const blanks = lines.slice(endOfLast, from);
    if (isOne && isWhole(token, source) && !/^\s/.test(source)) {
      kept.set(node, { source, before, gap: '\n'.repeat(before === null ? blanks.length : blanks.length + 1) });
    }
    before = isOne ? node : null;
    endOfLast = from + source.split('\n').length;
  }
}

/** Code that was never closed would take in what comes after it; indented code may fall to a list before it. */
function isWhole({ type, markup }: Token, source: string): boolean {
  if (type === 'code_block' || source === '') return false;
  // An underlined heading with bars in it is a table when it stands elsewhere.
  if (/^[-=]/.test(markup) && type === 'heading_open' && source.includes('|')) return false;
  const fences = source.match(/^[\s>*+\-\d.)]*(?:```|~~~)/gm) ?? [];
  return fences.length % 2 === 0 && (type !== 'fence' || /(?:`|~)\s*$/.test(source));
}

/** What the block was read from, if nobody has changed it since. */
export function sourceOf(node: Node): string | undefined {
  return kept.get(node)?.source;
}

/** What stood between two blocks that still stand side by side as they were read. */
export function gapBetween(before: Node | null, node: Node): string | undefined {
  const known = kept.get(node);
  return known !== undefined && known.before === before ? known.gap : undefined;
}
