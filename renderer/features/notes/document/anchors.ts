import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { touchedRange } from './touched';

/** By which a follow-up is found again: the first 8 hex digits of its record's id. */
export function freshAnchor(): string {
  return crypto.randomUUID().slice(0, 8);
}

/** Says of a transaction that it brings what the store has, which is shown as it is. */
export const asStored = 'note-as-stored';

/**
 * Keeps anchors right after an edit: every follow-up line has one, nothing else has, and of two lines with the same
 * (one was copied, or split) the one that had it keeps it. Only the blocks that an edit touched are looked at.
 */
export function withAnchors(
  transactions: readonly Transaction[],
  before: EditorState,
  state: EditorState,
): Transaction | null {
  if (!transactions.some(({ docChanged }) => docChanged)) return null;
  if (transactions.some((each) => each.getMeta(asStored) === true)) return null;
  const touched = touchedParagraphs(before.doc, state.doc);
  const wrong = touched.filter(
    ({ node }) => (node.attrs['marker'] === 'follow-up') !== (typeof node.attrs['anchor'] === 'string'),
  );
  const doubled = touched.filter(
    ({ node }) => typeof node.attrs['anchor'] === 'string' && !wrong.some((each) => each.node === node),
  );
  const changed = [...wrong, ...copiesAmong(doubled, state.doc, before.doc)];
  if (changed.length === 0) return null;
  const { tr } = state;
  for (const { node, at } of changed) {
    tr.setNodeAttribute(at, 'anchor', node.attrs['marker'] === 'follow-up' ? freshAnchor() : null);
  }
  return tr;
}

interface Placed {
  readonly node: Node;
  readonly at: number;
}

function touchedParagraphs(before: Node, after: Node): Placed[] {
  const range = touchedRange(before, after);
  if (range === null) return [];
  const found: Placed[] = [];
  after.nodesBetween(range.from, range.to, (node, at) => {
    if (node.type.name === 'paragraph') found.push({ node, at });
    return !node.isTextblock;
  });
  return found;
}

/** Lines whose anchor another line has as well, but for the one that is left with it. */
function copiesAmong(touched: readonly Placed[], after: Node, before: Node): Placed[] {
  if (touched.length === 0) return [];
  const everywhere = anchored(after);
  const old = new Set(anchored(before).map(({ node }) => node));
  return touched.filter(({ node, at }) => {
    const same = everywhere.filter((each) => each.node.attrs['anchor'] === node.attrs['anchor']);
    // The line that stood there before keeps its anchor; of new ones, the first with words does.
    const keeper = same.find((each) => old.has(each.node)) ?? same.find((each) => each.node.childCount > 0) ?? same[0];
    return same.length > 1 && keeper?.at !== at;
  });
}

function anchored(doc: Node): Placed[] {
  const found: Placed[] = [];
  doc.descendants((node, at) => {
    if (typeof node.attrs['anchor'] === 'string') found.push({ node, at });
    return !node.isTextblock;
  });
  return found;
}
