import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { asStored } from './anchors';
import { touchedRange } from './touched';

/** Keeps what an edit touched to what Markdown can say: a table has one head row, and a line break is not code. */
export const InOrder = Extension.create({
  name: 'inOrder',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, before, state) {
        if (!transactions.some(({ docChanged }) => docChanged)) return null;
        if (transactions.some((each) => each.getMeta(asStored) === true)) return null;
        return putInOrder(before, state);
      },
    }),
  ],
});

function putInOrder(before: EditorState, state: EditorState): Transaction | null {
  const range = touchedRange(before.doc, state.doc);
  if (range === null) return null;
  const { tr } = state;
  state.doc.nodesBetween(range.from, range.to, (node, at) => {
    if (node.type.name === 'table') orderTable(tr, node, at);
    if (!node.isText && node.isInline && node.marks.some(({ type }) => type.name === 'code')) {
      const { code } = state.schema.marks;
      if (code) tr.removeMark(at, at + node.nodeSize, code);
    }
    return !node.isText;
  });
  return tr.docChanged ? tr : null;
}

function orderTable(tr: Transaction, table: Node, at: number): void {
  const { tableHeader, tableCell } = tr.doc.type.schema.nodes;
  const aligns = table.firstChild?.children.map(({ attrs }): unknown => attrs['align']) ?? [];
  table.forEach((row, rowAt, rowIndex) => {
    row.forEach((cell, cellAt, column) => {
      const type = rowIndex === 0 ? tableHeader : tableCell;
      const align: unknown = aligns[column] ?? null;
      if (cell.type === type && cell.attrs['align'] === align) return;
      tr.setNodeMarkup(at + 1 + rowAt + 1 + cellAt, type, { ...cell.attrs, align });
    });
  });
}
